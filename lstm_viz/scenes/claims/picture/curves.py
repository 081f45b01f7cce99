"""The chart of a test that shows curves: at rest they lie on the axis."""

from __future__ import annotations

import numpy as np

from lstm_viz.figures.charts import Axes, ticks
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import Patch, PlotlyTrace, Text, line, patch, words
from lstm_viz.notation import number, raised
from lstm_viz.scenes.claims.picture.layout import ChartLayout
from lstm_viz.scenes.claims.record import Curve, Curves

LEAST = 1e-30
"""What is smaller is drawn there."""
TICKS = 4


def at_rest(layout: ChartLayout, chart: Curves) -> list[PlotlyTrace]:
    axes = _axes(layout, chart)
    left, top, right, bottom = layout.plot
    x = sorted({axes.x[0], *_round_steps(axes.x), axes.x[1]})
    marks = ticks(axes, x, [(y, _written(chart, y)) for y in _levels(axes, chart)], layout.letters)
    labels = [
        Text(left, top - 14, chart.y_label, "right", layout.letters),
        Text(
            (left + right) / 2,
            bottom + 2.4 * layout.letters,
            chart.x_label,
            "center",
            layout.letters,
        ),
    ]
    return [
        *(
            line(f"level {k}", list(axes.level(y)), colour="$faint", width=1.2)
            for k, y in enumerate(_levels(axes, chart))
        ),
        words("axes", [*marks, *labels, *_keys(layout, chart)]),
        *(
            line(f"curve {k}", _flat(axes, curve), colour=f"${curve.colour}", width=layout.stroke)
            for k, curve in enumerate(chart.curves)
        ),
    ]


def patches(layout: ChartLayout, chart: Curves, *, there: bool) -> dict[str, Patch]:
    axes = _axes(layout, chart)
    return {
        f"curve {k}": patch(_points(axes, chart, curve) if there else _flat(axes, curve))
        | {"opacity": 1.0 if there else 0.0}
        for k, curve in enumerate(chart.curves)
    }


def _keys(layout: ChartLayout, chart: Curves) -> list[Text]:
    """The names of the curves, in their colours: right of the plot, or above it."""
    left, top, right, _ = layout.plot
    if len(chart.curves) == 1:
        return []
    step = 1.4 * layout.letters
    x, y = (right + 24, top + 20) if layout.wide else (left, layout.letters)
    return [
        Text(x, y + k * step, f"— {curve.name}", "right", layout.letters, _ink(curve))
        for k, curve in enumerate(chart.curves)
    ]


def _ink(curve: Curve) -> str:
    return "$ink" if curve.colour == "ink" else f"$text_{curve.colour}"


def _axes(layout: ChartLayout, chart: Curves) -> Axes:
    x = [value for curve in chart.curves for value in curve.x]
    y = [_scaled(chart, value) for curve in chart.curves for value in curve.y]
    low, high = min(y), max(y)
    if not chart.log:
        low, high = min(low, 0.0), max(high, 0.0)
    room = 0.06 * (high - low or 1.0)
    left, top, right, bottom = layout.plot
    return Axes(
        left=left, top=top, right=right, bottom=bottom,
        x=(min(x), max(x)), y=(low - room, high + room),
    )  # fmt: skip


def _scaled(chart: Curves, value: float) -> float:
    return float(np.log10(max(value, LEAST))) if chart.log else value


def _points(axes: Axes, chart: Curves, curve: Curve) -> list[Point]:
    return [axes.at(x, _scaled(chart, y)) for x, y in zip(curve.x, curve.y, strict=True)]


def _flat(axes: Axes, curve: Curve) -> list[Point]:
    return [axes.at(x, axes.y[0]) for x in curve.x]


def _levels(axes: Axes, chart: Curves) -> list[float]:
    """A few round values within the axis: whole powers of ten on a log axis."""
    return [y for y in _round_steps(axes.y, whole=chart.log) if axes.y[0] <= y <= axes.y[1]]


def _round_steps(ends: tuple[float, float], *, whole: bool = False) -> list[float]:
    low, high = ends
    rough = max((high - low) / TICKS, 1.0 if whole else 1e-12)
    power = 10.0 ** np.floor(np.log10(rough))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= rough)
    first = np.ceil(low / step) * step
    return [
        round(float(first + k * step), 10) for k in range(int((high - first) / step + 1e-9) + 1)
    ]


def _written(chart: Curves, y: float) -> str:
    if not chart.log:
        return number(y)
    return "1" if y == 0 else f"10{raised(round(y))}"
