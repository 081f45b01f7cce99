"""What stands around the curves of a training and never changes: names, numbers, lines beside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from lstm_viz.figures.charts import Words, words
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import line
from lstm_viz.scenes.train.picture.layout import CURVES, NAMES, Layout, along, shown_curves, span
from lstm_viz.scenes.train.record.training_record import EarlierTraining, TrainingRecord

GUESSING = "guessing without memory"
SAMPLES = 40
"""Places along the words at which it is asked whether a curve crosses them."""
FAINT = 0.45
"""How strongly the score of another training is drawn."""


def chance(layout: Layout, watched: TrainingRecord) -> list[dict[str, Any]]:
    """Where the score is that needs no memory."""
    axes, (_, beside) = layout.axes, layout.type
    level = line("chance", "$h", 1.5, [axes.at(0, watched.chance), axes.at(1, watched.chance)])
    level["line"] |= {"dash": "dot"}
    label: Words = (
        *chance_word_at(layout, watched, ()), GUESSING, "middle left", beside, "$text_h",
    )  # fmt: skip
    return [level, words("chance word", [label])]


def chance_word_at(
    layout: Layout, watched: TrainingRecord, curves: Sequence[Sequence[Point]]
) -> Point:
    """Where the words for it end: above or below it, at the right or the left; at the first of
    these places that no curve crosses, or at the one that is crossed least."""
    axes, (_, beside) = layout.axes, layout.type
    level, width = axes.up(watched.chance), 0.5 * beside * len(GUESSING)
    # The score comes to rise above it: there is more room below, if it is not the axis.
    sides = (1, -1) if watched.chance > 0.15 else (-1, 1)
    free = [
        (end, level + side * beside * 0.75)
        for end in (axes.right - 8, axes.left + 8 + width)
        for side in sides
        if axes.top + beside / 2 <= level + side * beside * 0.75 <= axes.bottom - beside / 2
    ]

    def crossed(place: Point) -> int:
        end, middle = place
        across = np.linspace(end - width, end, SAMPLES)
        return sum(
            int((np.abs(np.interp(across, *np.transpose(curve)) - middle) < beside * 0.6).sum())
            for curve in curves
        )

    return min(free, key=crossed)


def before_this(
    layout: Layout, watched: TrainingRecord, before: EarlierTraining
) -> list[dict[str, Any]]:
    """The score of another training, as far as the steps of this one go."""
    axes, (_, beside) = layout.axes, layout.type
    last = span(watched)
    there = [axes.at(along(step, last), score) for step, score in before.scores if step <= last]
    name: Words = (
        layout.curves[0] + 14, axes.bottom + 30, f"— before: {before.name}", "middle right",
        beside, "$muted",
    )  # fmt: skip
    return [
        line("before", "$h", 2, there) | {"opacity": FAINT},
        words("before word", [name]),
    ]


def curve_words(layout: Layout, watched: TrainingRecord) -> list[Words]:
    axes, (title, beside) = layout.axes, layout.type
    heading = "How well it does" if watched.opened else "While it trains"
    last = span(watched)
    between = (4, 2) if layout.name == "wide" else (4,)
    marks = [0, *(mark for part in between if 0 < (mark := _round(last / part)) < last)]
    return [
        (layout.curves[0] + 14, axes.top - 23, f"<b>{heading}</b>", "middle right", title, "$ink"),
        *_names(layout, watched),
        *(
            (axes.left - 8, axes.up(y), f"{y:g}", "middle left", beside, "$muted")
            for y in (0, 0.5, 1)
        ),
        *(
            (axes.across(along(step, last)), axes.bottom + 13, f"{step:,}", "middle center",
             beside, "$muted")
            for step in marks
        ),
        (axes.right + 8, axes.bottom + 13, f"{last:,}", "middle left", beside, "$muted"),
        (axes.right, axes.bottom + 30, "steps of training (√ scale)", "middle left", beside,
         "$muted"),
    ]  # fmt: skip


def _names(layout: Layout, watched: TrainingRecord) -> list[Words]:
    """What each curve is, in its colour, side by side above them; a line stands for the curve."""
    _, beside = layout.type
    right, y = layout.curves[2] - 12, layout.axes.top - 23
    found: list[Words] = []
    for name in reversed(shown_curves(watched)):
        colour = CURVES[name][1]
        found.append((right, y, f"<b>—</b> {NAMES[name]}", "middle left", beside, colour))
        right -= (len(NAMES[name]) + 4) * beside * 0.5 + 6
    return found


def _round(steps: float) -> int:
    """Steps as one digit and zeros."""
    return int(float(f"{steps:.0e}"))
