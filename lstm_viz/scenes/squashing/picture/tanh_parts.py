"""Where the curves, the numbers and the steps of tanh stand, and what of them never changes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lstm_viz.cells.activations import squashed
from lstm_viz.figures.board import Layout
from lstm_viz.figures.charts import Axes, cells, dots, heading, ticks
from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.figures.shapes import (
    NO_TEXT,
    NOWHERE,
    PlotlyTrace,
    Text,
    area,
    derived,
    gate_scale,
    line,
    lines,
    panel,
    words,
)
from lstm_viz.scenes.squashing.record.tanh import OTHERS, STEPS
from lstm_viz.scenes.squashing.words.tanh import OFF_SCALE

COUNT = 1 + len(OTHERS)
SHARES = gate_scale("f")
FURTHEST = 4.0
"""Numbers from −4 to 4 are put through the curves."""


@dataclass(frozen=True, kw_only=True)
class TanhLayout(Layout):
    """The curves, beside (or above) them the numbers, then the steps."""

    curve_box: Rect
    curve: Axes
    table_box: Rect
    columns: tuple[float, float, float]
    """Of z, σ(z) and tanh(z)."""
    rows: tuple[float, ...]
    heads: float
    """Height of the columns' names."""
    cell: tuple[float, float]
    steps_box: Rect
    steps: Axes
    ends: float
    """Height at which the two last numbers stand."""
    title_size: float
    small_size: float
    number_size: float
    mark: float

    def column(self, n: int) -> list[Point]:
        return [(self.columns[n], y) for y in self.rows]


ALONG = (-FURTHEST, FURTHEST)
WIDE = TanhLayout(
    name="wide", size=(1240, 400), curve_box=(8, 4, 448, 396),
    curve=Axes(left=62, top=52, right=424, bottom=346, x=ALONG, y=(-1.1, 1.1)),
    table_box=(464, 4, 800, 396), columns=(524, 632, 740), rows=(130, 196, 262, 328), heads=62,
    cell=(88, 38), steps_box=(816, 4, 1232, 396),
    steps=Axes(left=866, top=66, right=1208, bottom=306, x=(0, STEPS), y=(-OFF_SCALE, OFF_SCALE)),
    ends=366, title_size=17, small_size=13, number_size=16, mark=15,
)  # fmt: skip
TALL = TanhLayout(
    name="tall", size=(366, 620), curve_box=(2, 2, 364, 216),
    curve=Axes(left=40, top=34, right=350, bottom=188, x=ALONG, y=(-1.1, 1.1)),
    table_box=(2, 224, 364, 410), columns=(66, 183, 300), rows=(276, 311, 346, 381), heads=246,
    cell=(86, 26), steps_box=(2, 418, 364, 618),
    steps=Axes(left=40, top=454, right=350, bottom=566, x=(0, STEPS), y=(-OFF_SCALE, OFF_SCALE)),
    ends=602, title_size=14, small_size=11, number_size=12, mark=12,
)  # fmt: skip
LAYOUTS = (WIDE, TALL)


def at_rest(layout: TanhLayout) -> list[PlotlyTrace]:
    """What never changes, and over it what comes with each frame."""
    return [*_still(layout), *_moving(layout)]


def _still(layout: TanhLayout) -> list[PlotlyTrace]:
    curve, steps = layout.curve, layout.steps
    along = np.linspace(*curve.x, 81)
    band = (steps.left, steps.up(1), steps.right, steps.up(-1))
    both = {"sigmoid": "$f", "tanh": "$h"}
    return [
        panel("curve room", layout.curve_box),
        lines("curve rims", [curve.level(y) for y in (-1, 1)], colour="$faint", width=1.5),
        lines("curve zero", [curve.level(0)], colour="$wire", width=1.5),
        *(
            line(f"{name} curve", list(map(curve.at, along, made)), colour=colour, width=3)
            for name, colour in both.items()
            for made in [squashed("sigmoid" if name == "sigmoid" else "tanh", along)]
        ),
        words("curve words", _curve_words(layout)),
        panel("table room", layout.table_box),
        words("table words", _table_words(layout)),
        panel("steps room", layout.steps_box),
        area("steps band", band, fill="$paper", edge="$faint", radius=0.1),
        lines("steps zero", [steps.level(0)], colour="$wire", width=1.5),
        words("steps words", _steps_words(layout)),
    ]


def _curve_words(layout: TanhLayout) -> list[Text]:
    curve, small = layout.curve, layout.small_size
    head = curve.top - (26 if layout.wide else 16)
    named = layout.title_size - 1
    return [
        heading(layout.curve_box, head, "σ: a share · tanh: a value", layout.title_size),
        *ticks(curve, (-4, -2, 0, 2), [(-1, "−1"), (0, "0"), (1, "1")], small),
        Text(curve.right, curve.bottom + small, "z", "left", small + 1),
        Text(curve.across(-3.9), curve.up(0.14), "<b>σ</b>", "right", named, "$text_f"),
        Text(curve.across(-3.9), curve.up(-0.86), "<b>tanh</b>", "right", named, "$text_h"),
    ]


def _table_words(layout: TanhLayout) -> list[Text]:
    size, small = layout.title_size, layout.small_size
    z, share, value = layout.columns
    under = layout.heads + size * 1.2
    told = [
        Text(x, layout.heads, f"<b>{name}</b>", "center", size, colour)
        for x, name, colour in (
            (z, "z", "$ink"),
            (share, "σ(z)", "$text_f"),
            (value, "tanh(z)", "$text_h"),
        )
    ]
    if layout.wide:
        told += [
            Text(x, under, name, "center", small)
            for x, name in ((z, "a number"), (share, "a share"), (value, "with a sign"))
        ]
    return told


def _steps_words(layout: TanhLayout) -> list[Text]:
    steps, small = layout.steps, layout.small_size
    levels = [(y, str(y).replace("-", "−")) for y in range(-2, 3)]
    far = "$text_h"
    return [
        *ticks(steps, (0, 10, 20), levels, small),
        Text(steps.across(5), steps.bottom + small, "step", "center", small),
        Text(_halves(layout)[0] - 8, layout.ends, "without tanh:", "left", small + 1),
        Text(_halves(layout)[1] - 8, layout.ends, "with tanh:", "left", small + 1, far),
    ]


def _halves(layout: TanhLayout) -> tuple[float, float]:
    """Where the two last numbers begin."""
    left, width = layout.steps.left, layout.steps.right - layout.steps.left
    return left + width * 0.3, left + width * 0.82


def _moving(layout: TanhLayout) -> list[PlotlyTrace]:
    """At rest; where they are and what they say comes with each frame."""
    curve, steps, size = layout.curve, layout.steps, layout.number_size
    ends = [
        Text(x, layout.ends, NO_TEXT, "right", layout.small_size + 1, "$ink")
        for x in _halves(layout)
    ]
    head = steps.top - (40 if layout.wide else 20)
    started = [steps.at(0, 0)] * (STEPS + 1)
    return [
        *(line(f"rise {k}", [curve.at(0, 0)] * 3, colour="$muted", width=1.5)
          for k in range(COUNT)),
        dots("shares", [NOWHERE] * COUNT, size=layout.mark, scale=SHARES),
        dots("values", [NOWHERE] * COUNT, size=layout.mark),
        cells("z", layout.column(0), size=layout.cell, text_size=size),
        derived(
            cells("σ", layout.column(1), size=layout.cell, text_size=size, scale=SHARES), "share"
        ),
        derived(cells("tanh", layout.column(2), size=layout.cell, text_size=size), "value"),
        line("without", started, colour="$muted", width=3),
        line("with", started, colour="$h", width=3.5),
        dots("start", [NOWHERE], size=layout.mark),
        words("weight", [heading(layout.steps_box, head, NO_TEXT, layout.title_size)]),
        derived(words("ends", ends), "ends"),
    ]  # fmt: skip
