"""What stands around the curves of a training and never changes: names, numbers, lines beside."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lstm_viz.figures.charts import heading
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import PlotlyTrace, Text, line, words
from lstm_viz.scenes.train.picture.layout import (
    CURVES,
    NAMES,
    SIGNS,
    TrainingLayout,
    along,
    shown_curves,
    span,
)
from lstm_viz.scenes.train.record.training_record import EarlierTraining, TrainingRecord

GUESSING = "guessing without memory"
SAMPLES = 40
"""Places along the words at which it is asked whether a curve crosses them."""
FAINT = 0.45
"""How strongly the score of another training is drawn."""


def chance(layout: TrainingLayout, watched: TrainingRecord) -> list[PlotlyTrace]:
    """Where the score is that needs no memory."""
    x, y = chance_word_at(layout, watched, ())
    label = Text(x, y, GUESSING, "left", layout.small_size, "$text_h")
    level = layout.axes.level(watched.chance)
    return [
        line("chance", level, colour="$h", width=1.5, dash="dot"),
        words("chance word", [label]),
    ]


def chance_word_at(
    layout: TrainingLayout, watched: TrainingRecord, curves: Sequence[Sequence[Point]]
) -> Point:
    """Where the words for it end: above or below it, at the right or the left; at the first of
    these places that no curve crosses, or at the one that is crossed least."""
    axes, size = layout.axes, layout.small_size
    level, width = axes.up(watched.chance), 0.5 * size * len(GUESSING)
    # The score comes to rise above it: there is more room below, if it is not the axis.
    sides = (1, -1) if watched.chance > 0.15 else (-1, 1)
    free = [
        (end, level + side * size * 0.75)
        for end in (axes.right - 8, axes.left + 8 + width)
        for side in sides
        if axes.top + size / 2 <= level + side * size * 0.75 <= axes.bottom - size / 2
    ]

    def crossed(place: Point) -> int:
        end, middle = place
        across = np.linspace(end - width, end, SAMPLES)
        return sum(
            int((np.abs(np.interp(across, *np.transpose(curve)) - middle) < size * 0.6).sum())
            for curve in curves
        )

    return min(free, key=crossed)


def before_this(
    layout: TrainingLayout, watched: TrainingRecord, before: EarlierTraining
) -> list[PlotlyTrace]:
    """The score of another training, as far as the steps of this one go."""
    axes, last = layout.axes, span(watched)
    there = [axes.at(along(step, last), score) for step, score in before.scores if step <= last]
    left, below = layout.curves[0] + 14, axes.bottom + (56 if layout.wide else 30)
    name = Text(left, below, f"— before: {before.name}", "right", layout.small_size)
    return [
        line("before", there, colour="$h", width=2, opacity=FAINT),
        words("before word", [name]),
    ]


def curve_words(layout: TrainingLayout, watched: TrainingRecord) -> list[Text]:
    axes, size, last = layout.axes, layout.small_size, span(watched)
    title = "How well it does" if watched.opened else "Training"
    between = (4, 2) if layout.wide else (4,)
    marks = [0, *(mark for part in between if 0 < (mark := _round(last / part)) < last)]
    under = axes.bottom + 13
    return [
        heading(layout.curves, axes.top - 23, title, layout.title_size),
        *_names(layout, watched),
        *(Text(axes.left - 8, axes.up(y), f"{y:g}", "left", size) for y in (0, 0.5, 1)),
        *(
            Text(axes.across(along(step, last)), under, f"{step:,}", "center", size)
            for step in marks
        ),
        Text(axes.right + 8, under, f"{last:,}", "left", size),
        Text(
            axes.right,
            axes.bottom + (34 if layout.wide else 30),
            "steps of training (√ scale)",
            "left",
            size,
        ),
    ]


def _names(layout: TrainingLayout, watched: TrainingRecord) -> list[Text]:
    """What each curve is, in its colour, side by side above them, each with its dashes."""
    size = layout.small_size
    right, y = layout.curves[2] - 12, layout.axes.top - 23
    found = []
    for name in reversed(shown_curves(watched)):
        colour = CURVES[name][1]
        named = f"<b>{SIGNS[name]}</b> {NAMES[name]}"
        found.append(Text(right, y, named, "left", size, colour))
        right -= (len(NAMES[name]) + len(SIGNS[name]) + 3) * size * 0.5 + 6
    return found


def _round(steps: float) -> int:
    """Steps as one digit and zeros."""
    return int(float(f"{steps:.0e}"))
