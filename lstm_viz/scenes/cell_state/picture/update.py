"""The picture of one update: what is kept + what is written = the new cell state."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.figures.gating.layout import TALL_ROWS, WIDE_ROWS, RowsLayout
from lstm_viz.figures.gating.rows import (
    bars_at_rest,
    bars_patches,
    outline_patches,
    rows_at_rest,
    sign_at_rest,
)
from lstm_viz.figures.gating.strip import strip_at_rest, strip_patches
from lstm_viz.figures.shapes import NO_TEXT, Patch, PlotlyTrace, lines, patch
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
class UpdateLayout(RowsLayout):
    """In a row: bar, +, bar, =, bar."""

    zeros: tuple[float, float, float]
    """Where 0 is of each bar."""
    signs: tuple[float, float]


LAYOUTS = (
    UpdateLayout(**WIDE_ROWS, zeros=(180, 640, 900), signs=(480, 826)),
    UpdateLayout(**TALL_ROWS | {"longest": 100}, zeros=(4, 190, 260), signs=(122, 246)),
)


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
    zeros = [((x, y - half), (x, y + half)) for x in layout.zeros for y in layout.rows]
    bars = zip(NAMES, layout.zeros, strict=True)
    return [
        *strip_at_rest(layout, basket.cards("f"), "f"),
        lines("zeros", zeros, colour="$wire", width=1.5),
        *(trace for name, x in bars for trace in bars_at_rest(layout, name, x, "c")),
        *rows_at_rest(layout, "c"),
        *(sign_at_rest(layout, f"sign {n}", x) for n, x in enumerate(layout.signs)),
    ]


def _patches(
    layout: UpdateLayout, basket: Basket, sentence: int, k: int, largest: float
) -> dict[str, Patch]:
    """Stage 0: what is kept; 1: what is written; 2: their sum, round it what was kept."""
    scale = layout.longest / largest
    found = strip_patches(
        layout, basket.cards("f"), sentence, opened=sentence + 1, passed=sentence + int(k == 2)
    )
    for n, (name, zero) in enumerate(zip(NAMES, layout.zeros, strict=True)):
        found |= bars_patches(
            layout, name, starts=zero, shown=k >= n, called=NAMES[name],
            lengths=[scale * value for value in _values(basket, sentence, name)],
            told=[_told(layout, basket, sentence, name, unit) for unit in UNITS],
        )  # fmt: skip
    kept = [scale * value for value in _values(basket, sentence, "kept")]
    found |= outline_patches(layout, layout.zeros[2], kept, shown=k == 2)
    for n, sign in enumerate("+="):
        found[f"sign {n}"] = patch(text=[sign if k > n else NO_TEXT] * len(UNITS))
    return found


def _told(layout: UpdateLayout, basket: Basket, sentence: int, name: str, unit: int) -> str:
    """The value; where there is room, with the product that it is."""
    value = number(_values(basket, sentence, name)[unit])
    if name not in FACTORS or not layout.wide:
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
