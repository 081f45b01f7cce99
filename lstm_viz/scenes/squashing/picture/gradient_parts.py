"""Where the two charts over many steps stand, and what of them never changes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.figures.charts import Axes, Words, dots, strokes, ticks, words
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import NO_TEXT, area, line
from lstm_viz.scenes.squashing.record.gradient import LONG, GradientRun
from lstm_viz.scenes.squashing.words.gradient import AT

Box = tuple[float, float, float, float]
Values = NDArray[np.floating[Any]]

KINDS = {"plain": ("without tanh", "$muted"), "squashed": ("with tanh", "$h")}


@dataclass(frozen=True)
class Chart:
    """One of the two charts; the values of a run are (T + 1,) over the steps t = 0 … T."""

    name: str
    title: str
    box: Box
    axes: Axes
    values: float
    """Height at which the two numbers stand."""

    def shown(self, run: GradientRun, kind: str) -> Values:
        values: Values = getattr(run, kind if self.name == "forward" else f"{kind}_gradient")
        return values

    def at(self, t: int, value: float, decades: int) -> Point:
        share = 0.5 + math.log10(value) / (2 * decades)
        return self.axes.at(t, share)


@dataclass(frozen=True)
class Layout:
    name: str
    size: tuple[float, float]
    charts: tuple[Chart, Chart]
    type: tuple[float, float]
    """Sizes of titles and of what stands beside things."""


def _charts(*places_: tuple[Box, tuple[float, float, float, float], float]) -> tuple[Chart, Chart]:
    names = (("forward", "Forward: the largest value"), ("back", "Backward: the gradient"))
    first, second = (
        Chart(name, title, box, Axes(*edges, (0, LONG), (0, 1)), values)
        for (name, title), (box, edges, values) in zip(names, places_, strict=True)
    )
    return first, second


WIDE = Layout(
    "wide", (1240, 400),
    _charts(((8, 4, 608, 396), (76, 46, 584, 306), 366),
            ((632, 4, 1232, 396), (700, 46, 1208, 306), 366)),
    (17, 13),
)  # fmt: skip
TALL = Layout(
    "tall", (366, 600),
    _charts(((2, 2, 364, 296), (52, 38, 350, 222), 274),
            ((2, 304, 364, 598), (52, 340, 350, 524), 576)),
    (14, 11),
)  # fmt: skip


def still(layout: Layout) -> list[dict[str, Any]]:
    traces: list[dict[str, Any]] = []
    for chart in layout.charts:
        axes = chart.axes
        grid = [(axes.at(0, y / 4), axes.at(LONG, y / 4)) for y in (0, 1, 3, 4)]
        one = [(axes.at(0, 0.5), axes.at(LONG, 0.5))]
        traces += [
            area(f"{chart.name} room", chart.box, "$panel", "$faint", 14),
            strokes(f"{chart.name} grid", "$faint", 1.5, grid),
            strokes(f"{chart.name} one", "$wire", 2, one),
            words(f"{chart.name} words", _words(layout, chart)),
        ]
    return traces


def _words(layout: Layout, chart: Chart) -> list[Words]:
    axes, (title, beside) = chart.axes, layout.type
    head = axes.top - (22 if layout.name == "wide" else 20)
    back = chart.name == "back"
    side, anchor = (axes.right - 8, "middle left") if back else (axes.left + 8, "middle right")
    middle = (axes.left + axes.right) / 2
    return [
        (chart.box[0] + 14, head, f"<b>{chart.title}</b>", "middle right", title, "$ink"),
        (side, axes.top + 14, "explodes ↑", anchor, beside, "$muted"),
        (side, axes.bottom - 14, "vanishes ↓", anchor, beside, "$muted"),
        *ticks(axes, AT, (), beside),
        *(
            (x - 8, chart.values, f"{what}:", "middle left", beside + 1,
             "$muted" if kind == "plain" else "$text_h")
            for x, (kind, (what, _)) in zip(_halves(chart, middle), KINDS.items(), strict=True)
        ),
    ]  # fmt: skip


def _halves(chart: Chart, middle: float) -> tuple[float, float]:
    """Where the two numbers begin."""
    quarter = (chart.axes.right - chart.axes.left) / 4
    return middle - quarter * 0.8, middle + quarter * 1.25


def moving(layout: Layout) -> list[dict[str, Any]]:
    """At rest; where they are and what they say comes with each frame."""
    title, beside = layout.type
    traces: list[dict[str, Any]] = []
    for chart in layout.charts:
        axes = chart.axes
        middle, head = (axes.left + axes.right) / 2, axes.top - 22
        points = [axes.at(0, 0.5)] * (LONG if chart.name == "forward" else LONG + 1)
        scale: list[Words] = [
            (axes.left - 12, axes.up(y / 4), NO_TEXT, "middle left", beside, "$muted")
            for y in (4, 3, 2, 1, 0)
        ]
        numbers: list[Words] = [
            *(
                (x, chart.values, NO_TEXT, "middle right", beside + 1, "$ink")
                for x in _halves(chart, middle)
            ),
            (axes.right, head, NO_TEXT, "middle left", beside, "$muted"),
        ]
        for suffix, width in ((" before", 2.0), ("", 3.5)):
            for kind, (_, colour) in KINDS.items():
                traces.append(line(f"{chart.name} {kind}{suffix}", colour, width, points))
        for kind, (_, colour) in KINDS.items():
            rider = dots(f"{chart.name} {kind} now", 1, 12 if title > 15 else 10, edge="$panel")
            rider["marker"]["color"] = colour
            traces.append(rider)
        traces += [words(f"{chart.name} scale", scale), words(f"{chart.name} numbers", numbers)]
        if chart.name == "back":
            later = (middle, axes.up(0.625), NO_TEXT, "middle center", beside + 1, "$muted")
            traces.append(words("back later", [later]))
    return traces
