"""What the picture is drawn with: what never changes, and what each frame fills in."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lstm_viz.figures.bar_list import bar_list
from lstm_viz.figures.charts import Axes, dots, ticks
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import (
    NO_TEXT,
    PlotlyTrace,
    Text,
    line,
    lines,
    of_run,
    panel,
    short,
    texts,
    words,
)
from lstm_viz.notation import number
from lstm_viz.scenes.forecast.picture.curves import PENS, guesses
from lstm_viz.scenes.forecast.picture.layout import (
    ROWS,
    ForecastLayout,
    curve_axes,
    first_seen,
    lane_axes,
    round_numbers,
)
from lstm_viz.scenes.forecast.record.shown import Shown

FROM_LAST_KNOWN = ("yours", "free")
"""Curves that go on from the last known value; the others are told more than that."""
LONGEST_LABEL = 10
HIDDEN = "hidden: draw here"


def at_rest(layout: ForecastLayout, shown: Shown) -> list[PlotlyTrace]:
    axes = curve_axes(layout, shown)
    traces = [panel("chart room", layout.chart), panel("errors room", layout.beside)]
    traces += _ground(layout, shown, axes)
    traces += _known(layout, shown, axes)
    if shown.forecast is None:
        traces += _to_be_drawn(shown, axes)
    else:
        traces += _came(shown, axes) + _guessed(shown, axes) + _lane(layout, shown)
    return [*traces, *_rows(layout)]


def _ground(layout: ForecastLayout, shown: Shown, axes: Axes) -> list[PlotlyTrace]:
    series, size = shown.series, layout.letters
    levels = round_numbers(*axes.y)
    first = first_seen(layout, shown)
    stride = -(-(len(series) - first) // layout.labels)
    named = range(len(series) - 1, first - 1, -stride)
    step = levels[1] - levels[0] if len(levels) > 1 else 1.0
    decimals = max(0, int(np.ceil(-np.log10(step) - 1e-9)))
    values = [(v, f"{v:,.{decimals}f}".replace("-", "−")) for v in levels]
    said = [
        *ticks(axes, (), values, size),
        *(_label(layout, axes, t, short(series.labels[t], LONGEST_LABEL)) for t in named),
        Text(
            layout.chart[0] + 14,
            layout.chart[1] + 16,
            f"<b>{short(series.name, 40)}</b>",
            "right",
            layout.title,
            "$ink",
        ),
    ]
    border = axes.across(series.past - 1)
    return [
        lines("grid", [axes.level(v) for v in levels], colour="$faint", width=1),
        words("ticks", said),
        line(
            "border",
            [(border, axes.top - 8), (border, axes.bottom)],
            colour="$muted",
            width=1.5,
            dash="dash",
        ),
    ]


def _label(layout: ForecastLayout, axes: Axes, t: int, label: str) -> Text:
    """Under its step; a long one at the end stays on the ground."""
    y, size = axes.bottom + layout.letters, layout.letters
    if t == axes.x[1] and len(label) > 4:
        return Text(layout.chart[2] - 4, y, label, "left", size)
    return Text(axes.across(t), y, label, "center", size)


def points(axes: Axes, first: int, values: Sequence[float]) -> list[Point]:
    return [axes.at(first + k, float(value)) for k, value in enumerate(values)]


def _known(layout: ForecastLayout, shown: Shown, axes: Axes) -> list[PlotlyTrace]:
    past, first = shown.series.past, first_seen(layout, shown)
    seen = points(axes, first, shown.series.values[first:past])
    marks = dots("past points", seen, size=5, colour="$ink", edge="$panel", edge_width=0.5)
    return [line("past", seen, colour="$ink", width=2), _leading(shown, marks, first)]


def _leading(shown: Shown, trace: PlotlyTrace, first: int) -> PlotlyTrace:
    """Points of steps from ``first`` on, each a way into the cell at that step, if there is one."""
    if shown.forecast is None:
        return trace
    unit = shown.forecast.look.unit
    return of_run(trace, [(first + k, unit) for k in range(len(trace["x"]))])


def _to_be_drawn(shown: Shown, axes: Axes) -> list[PlotlyTrace]:
    series, pen = shown.series, PENS["yours"]
    middle = axes.across((series.past + len(series)) / 2)
    places = sketched(shown, axes)
    there = 1.0 if shown.drawn else 0.0
    return [
        texts("hidden", [(middle, axes.top + 14)], [HIDDEN], size=14, colour="$text_surprise"),
        line("yours", places, colour=pen.colour, width=pen.width, opacity=there),
        dots("yours points", places, size=7, colour=pen.colour, edge="$panel") | {"opacity": there},
    ]


def sketched(shown: Shown, axes: Axes) -> list[Point]:
    """The last known value, and the points that the reader draws; before that they are level."""
    series = shown.series
    last = series.values[series.past - 1]
    values = (last, *(shown.drawn or [last] * len(series.drawn_at)))
    return [
        axes.at(series.past - 1 + step, value)
        for step, value in zip((0, *series.drawn_at), values, strict=True)
    ]


def _guessed(shown: Shown, axes: Axes) -> list[PlotlyTrace]:
    series = shown.series
    drawn = []
    for name, guess in guesses(shown).items():
        pen, first, values = PENS[name], series.past, list(guess)
        if name in FROM_LAST_KNOWN:
            first, values = first - 1, [series.values[first - 1], *values]
        places = points(axes, first, values)
        drawn.append(line(name, places, colour=pen.colour, width=pen.width, dash=pen.dash))
    return drawn


def _came(shown: Shown, axes: Axes) -> list[PlotlyTrace]:
    series = shown.series
    first = series.past - 1
    places = points(axes, first, series.values[first:])
    marks = dots("truth points", places[1:], size=4, colour="$ink", edge="$panel", edge_width=0.5)
    return [
        line("truth", places, colour="$ink", width=2),
        _leading(shown, marks, series.past),
    ]


def _lane(layout: ForecastLayout, shown: Shown) -> list[PlotlyTrace]:
    found = shown.forecast
    assert found is not None
    axes, first, unit = lane_axes(layout, shown), first_seen(layout, shown), found.look.unit
    states = points(axes, first, list(found.reading.c[first:, unit]))
    most = axes.y[1]
    said = [
        Text(
            axes.left,
            axes.top - 10,
            f"cell state of unit {unit + 1}",
            "right",
            layout.letters,
            "$text_c",
        ),
        *ticks(axes, (), [(-most, number(-most)), (most, number(most))], layout.letters),
    ]
    return [
        line("lane zero", list(axes.level(0)), colour="$faint", width=1.5),
        words("lane words", said),
        line("lane", states, colour="$c", width=2),
    ]


def _rows(layout: ForecastLayout) -> list[PlotlyTrace]:
    """Headings, bars and numbers: all of it comes with the frames."""
    left, top, _, _ = layout.beside
    size = layout.letters + 1
    title = Text(left + 14, top + 18, NO_TEXT, "right", layout.title, "$ink")
    rows = [row_at(layout, k) for k in range(ROWS)]
    names = [Text(left + 14, y, NO_TEXT, "right", size) for y, _ in rows]
    return [
        words("errors title", [title]),
        words("errors names", names),
        *bar_list(
            ("errors bars", "errors"), [(left + 14, y) for _, y in rows], thick=10, size=size
        ),
    ]


def row_at(layout: ForecastLayout, k: int) -> tuple[float, float]:
    """How low the name of a row stands, and its bar."""
    _, top, _, bottom = layout.beside
    pitch = (bottom - top - 40) / ROWS
    y = top + 40 + k * pitch
    return round(y + 0.28 * pitch, 2), round(y + 0.68 * pitch, 2)
