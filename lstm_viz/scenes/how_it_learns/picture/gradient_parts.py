"""Where the two charts over many steps stand, and what of them never changes."""

from __future__ import annotations

import math
from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.charts import Axes, dots, heading, ticks
from lstm_viz.figures.diagram import Point, Rect
from lstm_viz.figures.shapes import (
    NO_TEXT,
    NOWHERE,
    PlotlyTrace,
    Side,
    Text,
    derived,
    line,
    lines,
    panel,
    words,
)
from lstm_viz.scenes.how_it_learns.record.gradient import LONG, GradientRun
from lstm_viz.trace import Array

KINDS = {"plain": ("without tanh", "$muted"), "squashed": ("with tanh", "$h")}


@dataclass(frozen=True, kw_only=True)
class Chart:
    """One of the two charts; the values of a run are (T + 1,) over the steps t = 0 … T."""

    name: str
    title: str
    box: Rect
    axes: Axes
    values: float
    """Height at which the two numbers stand."""

    def shown(self, run: GradientRun, kind: str) -> Array:
        values: Array = getattr(run, kind if self.name == "forward" else f"{kind}_gradient")
        return values

    def at(self, t: int, value: float, decades: int) -> Point:
        share = 0.5 + math.log10(value) / (2 * decades)
        return self.axes.at(t, share)

    @property
    def middle(self) -> float:
        return (self.axes.left + self.axes.right) / 2

    @property
    def halves(self) -> tuple[float, float]:
        """Where the two numbers begin."""
        quarter = (self.axes.right - self.axes.left) / 4
        return self.middle - quarter * 0.8, self.middle + quarter * 1.25


@dataclass(frozen=True, kw_only=True)
class GradientLayout(Layout):
    charts: tuple[Chart, Chart]
    title_size: float
    small_size: float
    rider: float
    """Of the dot at the end of a curve."""


def _chart(name: str, start: float, *, wide: bool) -> Chart:
    """``start`` is its left edge on a wide screen, its top on a tall one."""
    title = "Forward: the largest value" if name == "forward" else "Backward: the gradient"
    box: Rect
    if wide:
        box, values = (start, 4, start + 600, 396), 366.0
        axes = Axes(left=start + 68, top=46, right=start + 576, bottom=306, x=(0, LONG))
    else:
        box, values = (2, start, 364, start + 294), start + 272
        axes = Axes(left=52, top=start + 36, right=350, bottom=start + 220, x=(0, LONG))
    return Chart(name=name, title=title, box=box, axes=axes, values=values)


WIDE = GradientLayout(
    name="wide", size=(1240, 400), title_size=17, small_size=13, rider=12,
    charts=(_chart("forward", 8, wide=True), _chart("back", 632, wide=True)),
)  # fmt: skip
TALL = GradientLayout(
    name="tall", size=(366, 600), title_size=14, small_size=11, rider=10,
    charts=(_chart("forward", 2, wide=False), _chart("back", 304, wide=False)),
)  # fmt: skip
LAYOUTS = (WIDE, TALL)


def at_rest(layout: GradientLayout) -> list[PlotlyTrace]:
    """What never changes, and over it what comes with each frame."""
    moving = [trace for chart in layout.charts for trace in _moving(layout, chart)]
    return [*_still(layout), *moving]


def _still(layout: GradientLayout) -> list[PlotlyTrace]:
    traces = []
    for chart in layout.charts:
        name, grid = chart.name, [chart.axes.level(y / 4) for y in (0, 1, 3, 4)]
        traces += [
            panel(f"{name} room", chart.box),
            lines(f"{name} grid", grid, colour="$faint", width=1.5),
            lines(f"{name} one", [chart.axes.level(0.5)], colour="$wire", width=2),
            words(f"{name} words", _words(layout, chart)),
        ]
    return traces


def _words(layout: GradientLayout, chart: Chart) -> list[Text]:
    axes, small = chart.axes, layout.small_size
    head = axes.top - (22 if layout.wide else 20)
    side: Side = "left" if chart.name == "back" else "right"
    edge = axes.right - 8 if chart.name == "back" else axes.left + 8
    return [
        heading(chart.box, head, chart.title, layout.title_size),
        Text(edge, axes.top + 14, "explodes ↑", side, small),
        Text(edge, axes.bottom - 14, "vanishes ↓", side, small),
        *ticks(axes, range(0, LONG + 1, 10), (), small),
        *(
            Text(x - 8, chart.values, f"{what}:", "left", small + 1,
                 "$muted" if kind == "plain" else "$text_h")
            for x, (kind, (what, _)) in zip(chart.halves, KINDS.items(), strict=True)
        ),
    ]  # fmt: skip


def _moving(layout: GradientLayout, chart: Chart) -> list[PlotlyTrace]:
    """Where they are and what they say comes with each frame."""
    name, axes, small = chart.name, chart.axes, layout.small_size
    points = [axes.at(0, 0.5)] * (LONG if name == "forward" else LONG + 1)
    scale = [Text(axes.left - 12, axes.up(y / 4), NO_TEXT, "left", small) for y in (4, 3, 2, 1, 0)]
    numbers = [
        *(Text(x, chart.values, NO_TEXT, "right", small + 1, "$ink") for x in chart.halves),
        Text(axes.right, axes.top - 22, NO_TEXT, "left", small),
    ]
    traces = [
        line(f"{name} {kind}{suffix}", points, colour=colour, width=width)
        for suffix, width in ((" before", 2.0), ("", 3.5))
        for kind, (_, colour) in KINDS.items()
    ]
    traces += [
        dots(f"{name} {kind} now", [NOWHERE], size=layout.rider, colour=colour, edge="$panel")
        for kind, (_, colour) in KINDS.items()
    ]
    shown = derived(words(f"{name} numbers", numbers), name)
    traces += [words(f"{name} scale", scale), shown]
    if name == "back":
        later = Text(chart.middle, axes.up(0.625), NO_TEXT, "center", small + 1)
        traces.append(words("back later", [later]))
    return traces
