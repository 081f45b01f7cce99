"""A gate at work, word by word: a row a unit, and the story on cards above.

Every moment has three stages: what is there, how far the gate is open, what passes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.gating.at_rest import MOST_FRUIT, PRODUCT_TRACES, at_rest
from lstm_viz.figures.gating.layout import LAYOUTS, GatingLayout, corners, outlines
from lstm_viz.figures.gating.sums import SUM_TRACES, sum_patches
from lstm_viz.figures.shapes import NO_TEXT, Patch, PlotlyTrace, patch, stroke
from lstm_viz.lesson.caption import Caption
from lstm_viz.lesson.gating import Card, Product, Sum
from lstm_viz.notation import number, percent

STAGES = 3
UNITS = 2


@dataclass(frozen=True)
class Moment:
    """A sentence that is looked at: the number of its card, and a ``Caption`` for each stage.

    With ``sums`` (one a unit) it shows where the gates come from, else what they do.
    """

    card: int
    products: tuple[Product, Product]
    captions: tuple[Caption, Caption, Caption]
    sums: tuple[Sum, Sum] | None = None
    label: str = ""
    """What the step is called, if not as its sentence."""


@dataclass(frozen=True)
class Names:
    """What stands beside the parts: the signals' names and the keys of their colours."""

    gate: str
    gate_colour: str
    before: str
    before_colour: str
    after: str
    after_colour: str
    units: tuple[str, str] = ("apples", "pears")


def gating_board(
    cards: Sequence[Card], moments: Sequence[Moment], names: Names, *, largest: float, alt: str
) -> Board:
    """The board; bars of ``largest`` are as long as there is room for."""
    labels = [card.label for card in cards]
    rest = {layout.name: at_rest(layout, labels, names) for layout in LAYOUTS}
    return Board(
        steps=tuple(moment.label or cards[moment.card].label for moment in moments),
        frames=tuple(
            tuple(
                Frame(
                    {
                        layout.name: _merged(
                            _visible(rest[layout.name], sums=moment.sums is not None),
                            _patches(layout, cards, moment, k, largest),
                        )
                        for layout in LAYOUTS
                    },
                    moment.captions[k],
                )
                for k in range(STAGES)
            )
            for moment in moments
        ),
        pictures={layout.name: Picture(*layout.size, rest[layout.name]) for layout in LAYOUTS},
        tables=tuple(_table(cards[moment.card].label, moment, names) for moment in moments),
        alt=alt,
        step_word="sentence",
    )


def _visible(rest: Sequence[PlotlyTrace], *, sums: bool) -> dict[str, Patch]:
    """Of sums and products only one is there: the texts of the other are empty, the rest unseen."""
    patches: dict[str, Patch] = {}
    for trace in rest:
        name = trace["name"]
        if name in SUM_TRACES or name in PRODUCT_TRACES:
            shown = (name in SUM_TRACES) is sums
            patches[name] = {"opacity": float(shown)}
            if trace["mode"] == "text":
                patches[name] = {"text": trace["text"] if shown else [NO_TEXT] * len(trace["x"])}
    return patches


def _merged(below: dict[str, Patch], above: dict[str, Patch]) -> dict[str, Patch]:
    return {name: below.get(name, {}) | above.get(name, {}) for name in {**below, **above}}


def _patches(
    layout: GatingLayout, cards: Sequence[Card], moment: Moment, k: int, largest: float
) -> dict[str, Patch]:
    if moment.sums:
        return {
            **_strip(layout, cards, moment.card, opened=True, passed=True),
            **sum_patches(layout, moment.sums, k),
        }
    opened, passed = k > 0, k > 1
    longest, _ = layout.bar
    lengths = [longest * abs(p.before) / largest for p in moment.products]
    ends = [longest * abs(p.after) / largest for p in moment.products]
    moved = [layout.after if passed else layout.before] * UNITS
    through = ends if passed else lengths
    gates = [p.gate if opened else 0.0 for p in moment.products]
    return {
        **_strip(layout, cards, moment.card, opened=opened, passed=passed),
        "before": _bar(layout, [layout.before] * UNITS, lengths),
        "after": _bar(layout, moved, through) | {"opacity": float(passed)},
        **{
            f"outline {unit}": patch(_outline(layout, unit, length)) | {"opacity": float(passed)}
            for unit, length in enumerate(lengths)
        },
        "bar fruit": patch(
            opacity=[float(k < p.fruit) for p in moment.products for k in range(MOST_FRUIT)]
        ),
        "gate fill": _gate_fill(layout, gates),
        "gate text": patch(
            text=[f"<b>{number(p.gate)}</b>" if opened else "?" for p in moment.products],
            ink=[
                "$on_signal" if opened and p.gate > 0.45 else "$ink" if opened else "$muted"
                for p in moment.products
            ],
        ),
        "before text": patch(text=[_exact(p.before) for p in moment.products]),
        "after text": patch(
            text=[
                f"<b>{_exact(p.after)}</b>   {percent(p.gate)}" if passed else NO_TEXT
                for p in moment.products
            ]
        ),
        "equals": patch(text=["=" if passed else NO_TEXT] * UNITS),
    }


def _exact(value: float) -> str:
    """With a third decimal where two would say next to nothing."""
    return number(value) if abs(value) >= 0.095 else f"{value:.3f}".replace("-", "−")


def _bar(layout: GatingLayout, lefts: Sequence[float], lengths: Sequence[float]) -> Patch:
    places = [
        (left + length / 2, y) for left, length, y in zip(lefts, lengths, layout.rows, strict=True)
    ]
    return patch(places, size=[round(stroke(max(length, 0.5)), 2) for length in lengths])


def _outline(layout: GatingLayout, unit: int, length: float) -> list[Point]:
    """What was there, as a dashed box round what is left of it."""
    middle, half = layout.rows[unit], layout.bar[1] / 2
    box = (layout.after, middle - half, layout.after + max(length, 2), middle + half)
    return corners(box)


def _gate_fill(layout: GatingLayout, gates: Sequence[float]) -> Patch:
    width, height = layout.gate_size
    x = layout.gate + width / 2
    places = [
        (x, y + height / 2 - gate * height / 2) for gate, y in zip(gates, layout.rows, strict=True)
    ]
    return patch(places, size=[round(stroke(max(gate * height, 0.5)), 2) for gate in gates])


def _strip(
    layout: GatingLayout, cards: Sequence[Card], now: int, *, opened: bool, passed: bool
) -> dict[str, Patch]:
    """The cards: those read so far with their gates and fruit, the one that is read framed."""
    places, sizes, opacities, fruit = [], [], [], []
    for n, card in enumerate(cards):
        known = n < now or (n == now and opened)
        for gate, (left, top, right, bottom) in zip(card.gates, layout.doors(n), strict=True):
            filled = gate * (bottom - top) if known else 0.0
            places.append(((left + right) / 2, bottom - filled / 2))
            sizes.append(round(stroke(max(filled, 0.5)), 2))
            opacities.append(float(known))
        done = n < now or (n == now and passed)
        fruit += [
            float(done and k < card.fruit[u]) for u in range(UNITS) for k in range(MOST_FRUIT)
        ]
    known_doors = [
        door
        for n in range(len(cards))
        if n < now or (n == now and opened)
        for door in layout.doors(n)
    ]
    return {
        "card doors": outlines(known_doors),
        "card fill": patch(places, size=sizes, opacity=opacities),
        "card fruit": patch(opacity=fruit),
        "now": patch(corners(layout.card_box(now))),
        "card text": patch(
            ink=["$ink" if n == now else "$muted" for n in range(len(cards))],
        ),
    }


def _table(label: str, moment: Moment, names: Names) -> Table:
    return Table(
        label,
        ("", names.before, names.gate, names.after),
        tuple(
            (unit, number(p.before), number(p.gate), number(p.after))
            for unit, p in zip(names.units, moment.products, strict=True)
        ),
    )
