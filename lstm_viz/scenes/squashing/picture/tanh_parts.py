"""Where the bars, the curve and the numbers of tanh stand, and what of them never changes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lstm_viz.figures.board import Layout
from lstm_viz.figures.charts import Axes, cells, dots, heading, ticks, value_bars
from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.figures.shapes import (
    NO_TEXT,
    NOWHERE,
    PlotlyTrace,
    Text,
    area,
    derived,
    ink_on,
    line,
    lines,
    panel,
    words,
)
from lstm_viz.lesson.turning import SIZE
from lstm_viz.scenes.squashing.words.tanh import OFF_SCALE

KEYS = ("circle", "square", "diamond")
"""Which of the three values a mark is of."""


@dataclass(frozen=True, kw_only=True)
class Vector:
    """One of the two vectors: bars and their numbers."""

    name: str
    title: str
    formula: str
    box: Rect
    axes: Axes
    thick: float
    """Of a bar."""
    numbers: float
    """Height at which the numbers stand."""
    cell: tuple[float, float]

    @property
    def columns(self) -> list[float]:
        """The middle of each value's bar."""
        width = (self.axes.right - self.axes.left) / SIZE
        return [self.axes.left + width * (k + 0.5) for k in range(SIZE)]


@dataclass(frozen=True, kw_only=True)
class TanhLayout(Layout):
    sides: tuple[Vector, Vector]
    box: Rect
    """Of the curve and the table under it."""
    curve: Axes
    columns: tuple[float, ...]
    rows: tuple[float, float, float]
    cell: tuple[float, float]
    row_names: float
    title_size: float
    small_size: float
    number_size: float
    mark: float

    def row(self, n: int) -> list[Point]:
        """The places of the three values in row ``n`` of the table."""
        return [(x, self.rows[n]) for x in self.columns]


def _side(name: str, left: float, *, wide: bool) -> Vector:
    title, formula = ("without tanh", "U·h") if name == "plain" else ("with tanh", "tanh(U·h)")
    y = (-OFF_SCALE, OFF_SCALE)
    if wide:
        return Vector(
            name=name, title=title, formula=formula, box=(left, 4, left + 392, 396),
            axes=Axes(left=left + 54, top=46, right=left + 372, bottom=318, y=y), thick=58,
            numbers=366, cell=(90, 30),
        )  # fmt: skip
    return Vector(
        name=name, title=title, formula=formula, box=(left, 2, left + 178, 276),
        axes=Axes(left=left + 26, top=36, right=left + 170, bottom=214, y=y), thick=30,
        numbers=252, cell=(46, 24),
    )  # fmt: skip


WIDE = TanhLayout(
    name="wide", size=(1240, 400),
    sides=(_side("plain", 8, wide=True), _side("squashed", 424, wide=True)),
    box=(840, 4, 1232, 396),
    curve=Axes(left=884, top=46, right=1212, bottom=226, x=(-4, 4), y=(-1.2, 1.2)),
    columns=(968, 1066, 1164), rows=(284, 318, 352), cell=(80, 28), row_names=906, title_size=17,
    small_size=13, number_size=14, mark=13,
)  # fmt: skip
TALL = TanhLayout(
    name="tall", size=(366, 556),
    sides=(_side("plain", 2, wide=False), _side("squashed", 186, wide=False)),
    box=(2, 284, 364, 554),
    curve=Axes(left=40, top=314, right=350, bottom=426, x=(-4, 4), y=(-1.2, 1.2)),
    columns=(130, 216, 302), rows=(468, 498, 528), cell=(66, 24), row_names=76, title_size=14,
    small_size=11, number_size=11, mark=10,
)  # fmt: skip
LAYOUTS = (WIDE, TALL)


def at_rest(layout: TanhLayout) -> list[PlotlyTrace]:
    """What never changes, and over it what comes with each frame."""
    return [*_still(layout), *_moving(layout)]


def _still(layout: TanhLayout) -> list[PlotlyTrace]:
    curve = layout.curve
    levels = [curve.level(y) for y in (-1, 0, 1)]
    points = [curve.at(z, np.tanh(z)) for z in np.linspace(*curve.x, 81)]
    return [
        *(trace for side in layout.sides for trace in _room(layout, side)),
        panel("curve room", layout.box),
        lines("curve rims", levels, colour="$wire", width=1.5),
        line("curve", points, colour="$h", width=3),
        words("curve words", _curve_words(layout)),
    ]


def _room(layout: TanhLayout, side: Vector) -> list[PlotlyTrace]:
    """The panel of one side, the band from −1 to 1 in it, and its words."""
    axes, small = side.axes, layout.small_size
    band = (axes.left, axes.up(1), axes.right, axes.up(-1))
    head = axes.top - (24 if layout.wide else 18)
    items = [
        heading(side.box, head, side.title, layout.title_size),
        Text(axes.right, head, side.formula, "left", small),
        *ticks(axes, (), [(y, str(y).replace("-", "−")) for y in range(-2, 3)], small),
    ]
    return [
        panel(f"{side.name} room", side.box),
        area(f"{side.name} band", band, fill="$paper", edge="$faint", radius=0.1),
        lines(f"{side.name} zero", [axes.level(0)], colour="$wire", width=1.5),
        words(f"{side.name} words", items),
    ]


def _curve_words(layout: TanhLayout) -> list[Text]:
    curve, small = layout.curve, layout.small_size
    head = curve.top - (24 if layout.wide else 14)
    names = zip(("z", "tanh(z)", "slope"), layout.rows, strict=True)
    return [
        heading(layout.box, head, "tanh(z)", layout.title_size, "$text_h"),
        *ticks(curve, (-4, -2, 0, 2, 4), [(-1, "−1"), (0, "0"), (1, "1")], small),
        *(Text(layout.row_names, y, name, "left", small + 1) for name, y in names),
    ]


def _moving(layout: TanhLayout) -> list[PlotlyTrace]:
    """At rest; where they are and what they say comes with each frame."""
    nowhere = [layout.curve.at(0, 0)] * 2
    size = layout.number_size
    return [
        _keys(layout),
        *(trace for side in layout.sides for trace in _vector(layout, side)),
        *(line(f"rise {k}", nowhere, colour="$wire", width=2) for k in range(SIZE)),
        *(line(f"tangent {k}", nowhere, colour="$ink", width=2) for k in range(SIZE)),
        dots("riders", [NOWHERE] * SIZE, size=layout.mark, symbol=KEYS),
        derived(cells("z", layout.row(0), size=layout.cell, text_size=size), "z"),
        derived(cells("tanh z", layout.row(1), size=layout.cell, text_size=size), "tanh"),
        derived(
            words("slopes", [Text(*at, NO_TEXT, "center", size, "$ink") for at in layout.row(2)]),
            "slope",
        ),
    ]


def _keys(layout: TanhLayout) -> PlotlyTrace:
    """Small marks that say which of the three values something is of."""
    above = layout.mark * 0.9
    points: list[Point] = []
    for side in layout.sides:
        points += [(x, side.numbers - side.cell[1] / 2 - above) for x in side.columns]
    points += [(x, y - layout.cell[1] / 2 - above) for x, y in layout.row(0)]
    return dots(
        "keys",
        points,
        size=layout.mark * 0.72,
        colour="$muted",
        symbol=KEYS * (len(points) // SIZE),
        edge="$muted",
        edge_width=0,
    )


def _vector(layout: TanhLayout, side: Vector) -> list[PlotlyTrace]:
    """Bars, arrows on those that are off the scale, numbers."""
    ink = ink_on("values", 1)
    arrows = [Text(x, side.axes.top, NO_TEXT, "center", 16, ink) for x in side.columns]
    numbers = [(x, side.numbers) for x in side.columns]
    return [
        value_bars(f"{side.name} bars", side.columns, thick=side.thick),
        words(f"{side.name} beyond", arrows),
        derived(
            cells(f"{side.name} numbers", numbers, size=side.cell, text_size=layout.number_size),
            "plain" if side.name == "plain" else "tanh",
        ),
    ]
