"""Where the bars, the curve and the numbers of tanh stand, and what of them never changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from lstm_viz.figures.charts import Axes, Words, bars, cells, dots, strokes, ticks, words
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import NO_TEXT, area, line, places
from lstm_viz.scenes.squashing.record.tanh import SIZE, STEPS
from lstm_viz.scenes.squashing.words.tanh import OFF_SCALE

Box = tuple[float, float, float, float]

KEYS = ("circle", "square", "diamond")
"""Which of the three values a mark is of."""


@dataclass(frozen=True)
class Side:
    """One of the two vectors: bars, their numbers, and what it was at every step so far."""

    name: str
    title: str
    formula: str
    box: Box
    axes: Axes
    thick: float
    numbers: float
    cell: tuple[float, float]
    history: tuple[float, float, float]
    """Above the first row, pitch across, pitch down."""

    @property
    def columns(self) -> list[float]:
        width = (self.axes.right - self.axes.left) / SIZE
        return [self.axes.left + width * (k + 0.5) for k in range(SIZE)]

    def past(self, t: int, k: int) -> Point:
        top, across, down = self.history
        return self.axes.left + across * (t + 0.5), top + down * (k + 0.5)


@dataclass(frozen=True)
class Layout:
    name: str
    size: tuple[float, float]
    sides: tuple[Side, Side]
    box: Box
    """Of the curve and the table under it."""
    curve: Axes
    columns: tuple[float, ...]
    rows: tuple[float, float, float]
    cell: tuple[float, float]
    row_names: float
    type: tuple[float, float, float]
    """Sizes of titles, of what stands beside things, of numbers."""
    mark: float


TITLES = {"plain": ("without tanh", "W·h"), "squashed": ("with tanh", "tanh(W·h)")}


def _side(name: str, wide: bool, left: float) -> Side:
    (title, formula), y, steps = TITLES[name], (-OFF_SCALE, OFF_SCALE), STEPS + 1
    if wide:
        axes, box = Axes(left + 54, 46, left + 372, 258, (0, 1), y), (left, 4, left + 392, 396)
        return Side(name, title, formula, box, axes, 58, 298, (90, 28), (324, 318 / steps, 17))
    axes, box = Axes(left + 26, 36, left + 170, 190, (0, 1), y), (left, 2, left + 178, 316)
    return Side(name, title, formula, box, axes, 30, 222, (46, 24), (246, 144 / steps, 14))


WIDE = Layout(
    "wide", (1240, 400), (_side("plain", True, 8), _side("squashed", True, 424)),
    (840, 4, 1232, 396), Axes(884, 46, 1212, 226, (-4, 4), (-1.2, 1.2)),
    (968, 1066, 1164), (284, 318, 352), (80, 28), 906, (17, 13, 14), 13,
)  # fmt: skip
TALL = Layout(
    "tall", (366, 596), (_side("plain", False, 2), _side("squashed", False, 186)),
    (2, 324, 364, 594), Axes(40, 354, 350, 466, (-4, 4), (-1.2, 1.2)),
    (130, 216, 302), (508, 538, 568), (66, 24), 76, (14, 11, 11), 10,
)  # fmt: skip


def still(layout: Layout) -> list[dict[str, Any]]:
    curve = layout.curve
    z = np.linspace(*curve.x, 81)
    sides = [trace for side in layout.sides for trace in _room(layout, side)]
    return [
        *sides,
        area("curve room", layout.box, "$panel", "$faint", 14),
        strokes(
            "curve rims", "$wire", 1.5,
            [(curve.at(curve.x[0], y), curve.at(curve.x[1], y)) for y in (-1, 0, 1)],
        ),
        line("curve", "$h", 3, [curve.at(v, np.tanh(v)) for v in z]),
        words("curve words", _curve_words(layout)),
    ]  # fmt: skip


def _room(layout: Layout, side: Side) -> list[dict[str, Any]]:
    """The panel of one side, the band from −1 to 1 in it, and its words."""
    axes, (title, beside, _) = side.axes, layout.type
    band = (axes.left, axes.up(1), axes.right, axes.up(-1))
    start, end = side.past(0, 0)[0], side.past(STEPS, 0)[0]
    under = side.history[0] + SIZE * side.history[2] + beside * 0.75
    head = side.axes.top - (24 if layout.name == "wide" else 18)
    items: list[Words] = [
        (side.box[0] + 14, head, f"<b>{side.title}</b>", "middle right", title, "$ink"),
        (axes.right, head, side.formula, "middle left", beside, "$muted"),
        *ticks(axes, (), [(y, str(y).replace("-", "−")) for y in range(-2, 3)], beside),
        (start, under, "0", "middle center", beside, "$muted"),
        ((start + end) / 2, under, "step", "middle center", beside, "$muted"),
        (end, under, str(STEPS), "middle center", beside, "$muted"),
    ]
    return [
        area(f"{side.name} room", side.box, "$panel", "$faint", 14),
        area(f"{side.name} band", band, "$paper", "$faint", 0.1),
        strokes(
            f"{side.name} zero", "$wire", 1.5, [((axes.left, axes.up(0)), (axes.right, axes.up(0)))]
        ),
        words(f"{side.name} words", items),
    ]


def _curve_words(layout: Layout) -> list[Words]:
    curve, (title, beside, _) = layout.curve, layout.type
    head = curve.top - (24 if layout.name == "wide" else 14)
    names = zip(("z", "tanh(z)", "slope"), layout.rows, strict=True)
    return [
        (layout.box[0] + 14, head, "<b>tanh(z)</b>", "middle right", title, "$text_h"),
        *ticks(curve, (-4, -2, 0, 2, 4), [(-1, "−1"), (0, "0"), (1, "1")], beside),
        *((layout.row_names, y, name, "middle left", beside + 1, "$muted") for name, y in names),
    ]  # fmt: skip


def _keys(layout: Layout) -> dict[str, Any]:
    """Small marks that say which of the three values something is of."""
    at: list[Point] = []
    for side in layout.sides:
        at += [(x, side.numbers - side.cell[1] / 2 - layout.mark * 0.9) for x in side.columns]
        at += [(side.axes.left - layout.mark, side.past(0, k)[1]) for k in range(SIZE)]
    over = layout.rows[0] - layout.cell[1] / 2 - layout.mark * 0.9
    at += [(x, over) for x in layout.columns]
    trace = dots("keys", len(at), layout.mark * 0.72, symbol=list(KEYS) * (len(at) // SIZE))
    trace["marker"] |= {"color": "$muted", "line": {"color": "$muted", "width": 0}}
    return trace | places(at)


def moving(layout: Layout) -> list[dict[str, Any]]:
    """At rest; where they are and what they say comes with each frame."""
    nowhere = [layout.curve.at(0, 0)] * 2
    size = layout.type[2]
    moving = [_keys(layout)]
    for side in layout.sides:
        arrows: list[Words] = [
            (x, side.axes.top, NO_TEXT, "middle center", 16, "$on_value") for x in side.columns
        ]
        past = [side.past(t, k) for k in range(SIZE) for t in range(STEPS + 1)]
        size_of_past = side.history[1] - 1, side.history[2] - 2
        strip = cells(f"{side.name} past", past, size_of_past, 11) | {
            "mode": "markers",
            "customdata": [["@", t, 1] for _ in range(SIZE) for t in range(STEPS + 1)],
        }
        numbers = [(x, side.numbers) for x in side.columns]
        moving += [
            bars(f"{side.name} bars", side.columns, side.thick),
            words(f"{side.name} beyond", arrows),
            cells(f"{side.name} numbers", numbers, side.cell, size),
            strip,
        ]
    slopes: list[Words] = [
        (x, layout.rows[2], NO_TEXT, "middle center", size, "$ink") for x in layout.columns
    ]
    return [
        *moving,
        *(line(f"rise {k}", "$wire", 2, nowhere) for k in range(SIZE)),
        *(line(f"tangent {k}", "$ink", 2, nowhere) for k in range(SIZE)),
        dots("riders", SIZE, layout.mark, symbol=list(KEYS)),
        cells("z", [(x, layout.rows[0]) for x in layout.columns], layout.cell, size),
        cells("tanh z", [(x, layout.rows[1]) for x in layout.columns], layout.cell, size),
        words("slopes", slopes),
    ]
