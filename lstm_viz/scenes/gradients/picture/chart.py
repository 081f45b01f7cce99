"""The one chart: all signals of a frame in powers of ten, growing backwards."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lstm_viz.figures.charts import Axes
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch
from lstm_viz.scenes.gradients.picture.layout import WayLayout
from lstm_viz.scenes.gradients.picture.series import CELLS, MARKS, SIGNALS, Shown, apart
from lstm_viz.scenes.gradients.record.run import Run
from lstm_viz.scenes.gradients.words.sizes import power
from lstm_viz.trace import Array

TITLE = "How much there is at each step, in powers of ten"
TITLE_TALL = "The same, in powers of ten"


def chart_patches(layout: WayLayout, run: Run, one: Shown) -> dict[str, Patch]:
    marks = one.marks
    axes = layout.axes(len(run), marks[0], marks[-1])
    seen = one.below == "chart"
    steps = [str(t + 1) for t in numbered(layout, len(run))]
    found = _scale(axes, marks, seen=seen) | {
        "chart title": patch(
            text=[_title(layout, run, pale=bool(one.before)) if seen else NO_TEXT]
        ),
        "numbers of steps": patch(text=steps if seen else [NO_TEXT] * len(steps)),
    }
    ends: dict[str, Point] = {}
    for name in SIGNALS:
        logs = one.logs.get(name)
        drawn = seen and logs is not None
        curve = _none(axes, len(run)) if logs is None else _curve(axes, logs, one.reached)
        found[f"curve {name}"] = curve | {"opacity": float(drawn)}
        end = (curve["x"][0], curve["y"][0])
        found[f"now {name}"] = patch([end], opacity=[float(drawn)])
        if drawn:
            ends[name] = end
    for name in CELLS:
        logs = one.before.get(name)
        curve = _none(axes, len(run)) if logs is None else _curve(axes, logs, 0)
        found[f"before {name}"] = curve | {"opacity": 0.35 if logs is not None else 0.0}
    return found | {"curve labels": _labels(axes, ends, layout)}


def _title(layout: WayLayout, run: Run, *, pale: bool) -> str:
    title = f"<b>{TITLE if layout.wide else TITLE_TALL}</b>"
    return f"{title} (pale: as set)" if pale else title


def numbered(layout: WayLayout, steps: int) -> list[int]:
    """The steps, from 0, whose numbers stand below the chart."""
    every = max(1, round(steps / (10 if layout.wide else 4)))
    return [t for t in range(0, steps, every) if t == 0 or steps - 1 - t >= every / 2] + [steps - 1]


def _end_of(axes: Axes) -> Point:
    """Where a curve lies that is not drawn: at the end, on 1."""
    return axes.at(axes.x[1], 0)


def _none(axes: Axes, steps: int) -> Patch:
    x, y = _end_of(axes)
    return {"x": [x] * steps, "y": [y] * steps}


def _curve(axes: Axes, logs: Array, reached: int) -> Patch:
    """All steps; those not reached yet lie on the one that is.  0 stands at the foot."""
    low, high = axes.y
    steps = np.maximum(np.arange(len(logs)), reached)
    share = (np.clip(logs[steps], low, high) - low) / (high - low)
    x = axes.left + steps / axes.x[1] * (axes.right - axes.left)
    y = axes.bottom + share * (axes.top - axes.bottom)
    return {"x": x.round(2).tolist(), "y": y.round(2).tolist()}


def _scale(axes: Axes, marks: Sequence[int], *, seen: bool) -> dict[str, Patch]:
    x: list[float | None] = []
    y: list[float | None] = []
    filled = [*marks, *[marks[-1]] * (MARKS - len(marks))]
    for height in filled:
        (left, at), (right, _) = axes.level(height)
        x += [left, right, None]
        y += [at, at, None]
    known = [power(mark) for mark in marks] + [NO_TEXT] * (MARKS - len(marks))
    return {
        "levels": {"x": x, "y": y, "opacity": float(seen)},
        "one": patch(list(axes.level(0))) | {"opacity": float(seen)},
        "powers": patch(
            [(axes.right + 12, axes.up(height)) for height in filled],
            text=known if seen else [NO_TEXT] * MARKS,
        ),
    }


def _labels(axes: Axes, ends: dict[str, Point], layout: WayLayout) -> Patch:
    """Beside the ends of the curves, apart from each other."""
    gap = layout.small + 4
    placed = apart([y for _, y in ends.values()], gap, axes.top, axes.bottom)
    at = dict(zip(ends, placed, strict=True))
    points = [(ends[n][0] - 10, at[n]) if n in ends else _end_of(axes) for n in SIGNALS]
    return patch(points, text=[s.label if n in ends else NO_TEXT for n, s in SIGNALS.items()])
