"""What a training is drawn with: what never changes, and what each frame fills in."""

from __future__ import annotations

from lstm_viz.figures.charts import dots
from lstm_viz.figures.shapes import NO_TEXT, NOWHERE, PlotlyTrace, Text, line, lines, panel, words
from lstm_viz.scenes.train.picture import example
from lstm_viz.scenes.train.picture.beside import before_this, chance, curve_words
from lstm_viz.scenes.train.picture.layout import (
    CURVES,
    DASHES,
    TrainingLayout,
    points,
    shown_curves,
)
from lstm_viz.scenes.train.record.training_record import EarlierTraining, TrainingRecord

RIDERS = {"score": 15, "loss": 13, "f": 11}
"""Sizes of the dots on the curves, as they are drawn: of two at one place both are seen."""


def at_rest(
    layout: TrainingLayout, watched: TrainingRecord, before: EarlierTraining | None
) -> list[PlotlyTrace]:
    """What never changes, and over it what comes with each frame."""
    return [*_still(layout, watched, before), *_moving(layout, watched)]


def _still(
    layout: TrainingLayout, watched: TrainingRecord, before: EarlierTraining | None
) -> list[PlotlyTrace]:
    grid = [layout.axes.level(y) for y in (0, 0.25, 0.5, 0.75, 1)]
    said = [*curve_words(layout, watched), *example.example_words(layout, watched)]
    return [
        panel("curves room", layout.curves),
        panel("example room", layout.example),
        lines("grid", grid, colour="$faint", width=1.5),
        *chance(layout, watched),
        *([] if before is None else before_this(layout, watched, before)),
        words("words", said),
        *example.given(layout, watched),
    ]


def _moving(layout: TrainingLayout, watched: TrainingRecord) -> list[PlotlyTrace]:
    """At rest; where they are and what they say comes with each frame."""
    axes = layout.axes
    return [
        line("now", [axes.at(0, 0), axes.at(0, 1)], colour="$ink", width=1.5),
        *(trace for name in shown_curves(watched) for trace in _curve(layout, watched, name)),
        words("values", _values(layout, watched)),
        *example.answers(layout, watched),
        *example.units(layout, watched),
    ]


def _curve(layout: TrainingLayout, watched: TrainingRecord, name: str) -> list[PlotlyTrace]:
    """A curve, and a dot on it where the reader is."""
    colour, start = CURVES[name][0], layout.axes.at(0, 0)
    return [
        line(f"curve {name}", [start] * points(watched), colour=colour, width=3, dash=DASHES[name]),
        dots(f"curve {name} now", [NOWHERE], size=RIDERS[name], colour=colour, edge="$panel"),
    ]


def _values(layout: TrainingLayout, watched: TrainingRecord) -> list[Text]:
    """Below the curves: what each of them is, in its colour, and its value."""
    left, size = layout.curves[0] + 16, layout.small_size + 1
    down, pitch = (78, 22) if layout.wide else (46, 15)
    top = layout.axes.bottom + down
    return [
        Text(left, top + n * pitch, NO_TEXT, "right", size, CURVES[name][1])
        for n, name in enumerate(shown_curves(watched))
    ]
