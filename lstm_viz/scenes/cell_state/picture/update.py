"""The picture of one update: what is kept + what is written = the new cell state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.figures.gating.layout import StripLayout, corners
from lstm_viz.figures.gating.strip import strip_at_rest, strip_patches, unit_names
from lstm_viz.figures.shapes import (
    NO_TEXT,
    Patch,
    PlotlyTrace,
    bars,
    line,
    lines,
    patch,
    stroke,
    texts,
)
from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.gating import FRUIT, UNITS, Captions
from lstm_viz.notation import bracketed, number
from lstm_viz.scenes.cell_state import record
from lstm_viz.scenes.cell_state.record import EATS, EMPTIES, PICKS
from lstm_viz.scenes.cell_state.words import update as words

NAMES = {"kept": "kept", "written": "written", "c": "new cell state"}
"""The bars of a row, by their signals."""
FACTORS = {"kept": ("f", "c_prev"), "written": ("i", "g")}


@dataclass(frozen=True, kw_only=True)
class UpdateLayout(StripLayout):
    """In a row: bar, +, bar, =, bar."""

    zeros: tuple[float, float, float]
    """Where 0 is of each bar."""
    longest: float
    thick: float
    signs: tuple[float, float]


WIDE = UpdateLayout(
    name="wide", size=(1240, 440), cards_in_row=8, card=(148, 62), card_gap=7.5, card_text=13,
    door=(20, 19), fruit=10, rows=(190, 352), name_at=(150, -8), name_text=22, text=17,
    zeros=(180, 640, 900), longest=262, thick=72, signs=(480, 826),
)  # fmt: skip
TALL = UpdateLayout(
    name="tall", size=(366, 470), cards_in_row=4, card=(86, 62), card_gap=6, card_text=11,
    door=(11, 14), fruit=6, rows=(242, 396), name_at=(4, -62), name_text=16, text=12,
    zeros=(4, 190, 260), longest=100, thick=44, signs=(122, 246),
)  # fmt: skip
LAYOUTS = (WIDE, TALL)


def board() -> Board:
    basket = record.story()
    moments: dict[int, Captions] = {
        PICKS: words.picked(basket),
        EATS: words.eaten(basket),
        EMPTIES: words.emptied(basket),
    }
    largest = max(
        abs(value) for n in moments for name in NAMES for value in _values(basket, n, name)
    )
    return Board(
        steps=tuple(map(basket.label, moments)),
        frames=tuple(
            tuple(
                Frame({one.name: _patches(one, basket, n, k, largest) for one in LAYOUTS}, said)
                for k, said in enumerate(captions)
            )
            for n, captions in moments.items()
        ),
        pictures={one.name: Picture(*one.size, _at_rest(one, basket)) for one in LAYOUTS},
        tables=tuple(_table(basket, n) for n in moments),
        alt="What each of two units keeps, plus what is written, and the new cell state",
        step_word="part",
    )


def _values(basket: Basket, sentence: int, name: str) -> tuple[float, float]:
    apples, pears = getattr(basket.trace, name)[basket.at[sentence]]
    return float(apples), float(pears)


def _at_rest(layout: UpdateLayout, basket: Basket) -> list[PlotlyTrace]:
    half = layout.thick / 2
    above, below = -half - 13, half + 14
    found = [*strip_at_rest(layout, basket.cards("f"), "f"), unit_names(layout)]
    for name, x in zip(NAMES, layout.zeros, strict=True):
        at = [(x, y) for y in layout.rows]
        found += [
            lines(f"{name} zero", [((x, y - half), (x, y + half)) for y in layout.rows],
                  colour="$wire", width=1.5),
            bars(name, at, length=[1.0, 1.0], thick=layout.thick, colour="$c", opacity=1.0),
            texts(f"{name} name", [(x, y + above) for y in layout.rows], size=layout.text - 1,
                  colour="$text_c", side="right"),
            texts(f"{name} text", [(x, y + below) for y in layout.rows], size=layout.text,
                  colour="$text_c", side="right"),
        ]  # fmt: skip
    outlines = [
        line(f"outline {unit}", [(0, 0)] * 5, colour="$c", width=2, dash="dash", opacity=0.0)
        for unit in UNITS
    ]
    signs = [
        texts(f"sign {n}", [(x, y) for y in layout.rows], size=layout.text + 9)
        for n, x in enumerate(layout.signs)
    ]
    return [*found, *outlines, *signs]


def _patches(
    layout: UpdateLayout, basket: Basket, sentence: int, k: int, largest: float
) -> dict[str, Patch]:
    """Stage 0: what is kept; 1: what is written; 2: their sum."""
    scale = layout.longest / largest
    opened, passed = sentence + 1, sentence + int(k == 2)
    found = strip_patches(layout, basket.cards("f"), sentence, opened=opened, passed=passed)
    for n, (name, zero) in enumerate(zip(NAMES, layout.zeros, strict=True)):
        shown, values = k >= n, _values(basket, sentence, name)
        # What is added comes from where it was: the sum begins at what was kept.
        found[name] = _bars(layout, zero, [scale * value for value in values]) | {
            "opacity": float(shown)
        }
        found[f"{name} name"] = patch(text=[NAMES[name] if shown else NO_TEXT] * len(UNITS))
        found[f"{name} text"] = patch(
            text=[_told(basket, sentence, name, unit) if shown else NO_TEXT for unit in UNITS]
        )
    for unit, kept in enumerate(_values(basket, sentence, "kept")):
        y, half, zero = layout.rows[unit], layout.thick / 2, layout.zeros[2]
        box = (zero, y - half, zero + max(scale * kept, 2), y + half)
        found[f"outline {unit}"] = patch(corners(box)) | {"opacity": float(k == 2)}
    for n, sign in enumerate("+="):
        found[f"sign {n}"] = patch(text=[sign if k > n else NO_TEXT] * len(UNITS))
    return found


def _bars(layout: UpdateLayout, zero: float, lengths: Sequence[float]) -> Patch:
    return patch(
        [(zero + length / 2, y) for length, y in zip(lengths, layout.rows, strict=True)],
        size=[round(stroke(max(abs(length), 0.5)), 2) for length in lengths],
    )


def _told(basket: Basket, sentence: int, name: str, unit: int) -> str:
    value = number(_values(basket, sentence, name)[unit])
    if name not in FACTORS:
        return f"<b>{value}</b>"
    gate, content = (number(_values(basket, sentence, part)[unit]) for part in FACTORS[name])
    return f"<b>{value}</b>   {gate} × {bracketed(content)}"


def _table(basket: Basket, sentence: int) -> Table:
    return Table(
        basket.label(sentence),
        ("", *NAMES.values()),
        tuple(
            (fruit, *(number(_values(basket, sentence, name)[unit]) for name in NAMES))
            for unit, fruit in enumerate(FRUIT)
        ),
    )
