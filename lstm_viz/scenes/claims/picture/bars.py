"""The chart of a test that shows bars: at rest they have no length."""

from __future__ import annotations

from lstm_viz.figures.shapes import (
    NO_TEXT,
    Patch,
    PlotlyTrace,
    Text,
    bars,
    line,
    patch,
    stroke,
    texts,
    words,
)
from lstm_viz.scenes.claims.picture.layout import ChartLayout
from lstm_viz.scenes.claims.record import Bars

TOP = 60.0


def at_rest(layout: ChartLayout, chart: Bars) -> list[PlotlyTrace]:
    count = len(chart.bars)
    names = [
        Text(
            *_name_at(layout, chart, k),
            bar.name,
            "left" if layout.wide else "right",
            layout.letters,
            "$ink",
        )
        for k, bar in enumerate(chart.bars)
    ]
    zero = _zero(layout, chart)
    _, height = layout.size
    title = Text(12 if not layout.wide else 90, 24, chart.y_label, "right", layout.letters)
    return [
        line("zero", [(zero, TOP - 12), (zero, height - 12)], colour="$faint", width=1.5),
        words("names", [title, *names]),
        bars(
            "bars", [(zero, _y(layout, chart, k)) for k in range(count)],
            length=[0.0] * count, thick=_thick(layout, chart),
            colour=[f"${bar.colour}" for bar in chart.bars], opacity=[1.0] * count,
        ),
        texts(
            "values", [(zero + 8, _y(layout, chart, k)) for k in range(count)],
            size=layout.letters, colour=["$ink"] * count, side="right",
        ),
    ]  # fmt: skip


def patches(layout: ChartLayout, chart: Bars, *, there: bool) -> dict[str, Patch]:
    zero, unit = _zero(layout, chart), _unit(layout, chart)
    ends = [zero + (bar.value * unit if there else 0.0) for bar in chart.bars]
    y = [_y(layout, chart, k) for k in range(len(ends))]
    return {
        "bars": patch(
            [(round((zero + end) / 2, 2), at) for end, at in zip(ends, y, strict=True)],
            size=[stroke(abs(end - zero)) for end in ends],
        ),
        "values": patch(
            [(round(max(zero, end) + 8, 2), at) for end, at in zip(ends, y, strict=True)],
            text=[bar.written if there else NO_TEXT for bar in chart.bars],
        ),
    }


def _pitch(layout: ChartLayout, chart: Bars) -> float:
    return min((layout.size[1] - TOP - 16) / len(chart.bars), 90.0)


def _y(layout: ChartLayout, chart: Bars, k: int) -> float:
    share = 0.5 if layout.wide else 0.72
    return round(TOP + (k + share) * _pitch(layout, chart), 2)


def _name_at(layout: ChartLayout, chart: Bars, k: int) -> tuple[float, float]:
    """Left of its bar; on a tall picture above it."""
    if layout.wide:
        return layout.bars_from - 16, _y(layout, chart, k)
    return layout.bars_from, round(TOP + (k + 0.25) * _pitch(layout, chart), 2)


def _thick(layout: ChartLayout, chart: Bars) -> float:
    return round((0.55 if layout.wide else 0.36) * _pitch(layout, chart), 2)


def _ends(chart: Bars) -> tuple[float, float]:
    values = [bar.value for bar in chart.bars]
    low, high = min(0.0, *values), max(0.0, *values)
    return (low, high) if high > low else (0.0, 1.0)


def _unit(layout: ChartLayout, chart: Bars) -> float:
    low, high = _ends(chart)
    return (layout.bars_to - layout.bars_from) / (high - low)


def _zero(layout: ChartLayout, chart: Bars) -> float:
    low, _ = _ends(chart)
    return round(layout.bars_from - low * _unit(layout, chart), 2)
