"""The matrices of a step with their singular values, and those of the way from the end back."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.charts import Axes, shade
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch
from lstm_viz.notation import in_powers
from lstm_viz.scenes.gradients.picture.matrices import (
    LAYOUTS,
    ORDER,
    JacobianLayout,
    at_rest,
    colour_of,
    units,
)
from lstm_viz.scenes.gradients.picture.series import MARKS, marks_of
from lstm_viz.scenes.gradients.record.chain import RESOLVED
from lstm_viz.scenes.gradients.record.jacobian import OF_CELL, Step, steps, ways
from lstm_viz.scenes.gradients.record.run import Run
from lstm_viz.scenes.gradients.words.captions import ALIKE
from lstm_viz.scenes.gradients.words.jacobian import NAMES, STEP, WAY, between, captions
from lstm_viz.scenes.gradients.words.sizes import power, size
from lstm_viz.trace import Array

TOLD = 12
"""Steps in the table of the way back, at most."""


def jacobian_board(run: Run, t: int) -> Board:
    """``t``: the step whose matrices are shown, from 0."""
    small, whole = steps(run.settings, t), ways(run.settings)
    told = captions(run, t, small, whole)
    return Board(
        steps=("one step", "the way back"),
        frames=stills(
            Frame({one.name: _patches(one, run, frame, small, whole) for one in LAYOUTS}, said)
            for frame, said in zip((STEP, WAY), told, strict=True)
        ),
        pictures={one.name: Picture(*one.size, at_rest(one, run)) for one in LAYOUTS},
        tables=(_step_table(small), _way_table(run, whole)),
        alt="For each cell the matrix of a step as coloured squares with its singular values as "
        "dots; then the largest and the smallest singular value from the end back to every step",
        step_word="picture",
    )  # fmt: skip


def _patches(
    layout: JacobianLayout,
    run: Run,
    frame: int,
    small: Mapping[str, Step],
    whole: Mapping[str, Array],
) -> dict[str, Patch]:
    if frame == STEP:
        marks = marks_of([step.singular for step in small.values()], ALIKE)
    else:
        marks = marks_of([edge for logs in whole.values() for edge in _edges(logs)], ALIKE)
    found = _scale(layout, run, frame, marks)
    heads, under = [], []
    for k, name in enumerate(ORDER):
        if name not in small:
            heads.append(f"<b>{name}</b>")
            under.append("none was trained")
            continue
        heads.append(f"<b>{name.split()[0]}</b>  {_formula(name, frame)}")
        under.append(_under(run, frame, small[name], whole[name]))
        found |= _of_step(layout.axes(k, frame, len(run), marks), frame, name, small[name])
        gradient = None if name == OF_CELL else run.ways[name].h
        way = layout.axes(k, WAY, len(run), marks)
        found |= _of_way(way, frame, name, whole[name], gradient)
    return found | {"heads": patch(text=heads), "under": patch(text=under)}


def _under(run: Run, frame: int, step: Step, logs: Array) -> str:
    if frame == STEP:
        return f"darkest: ±{in_powers(float(np.abs(step.matrix).max()))}"
    return between(*map(float, logs[run.first, [0, -1]]))


def _of_step(axes: Axes, frame: int, name: str, step: Step) -> dict[str, Patch]:
    """In the colours of its largest number; the dots on the scale."""
    seen = {"opacity": float(frame == STEP)}
    most = float(np.abs(step.matrix).max()) or 1.0
    middle = (axes.left + axes.right) / 2
    return {
        f"matrix {name}": patch(colour=[shade(float(v) / most) for v in step.matrix.ravel()])
        | seen,
        f"values {name}": patch([(middle, axes.up(float(v))) for v in step.singular]) | seen,
    }


def _of_way(
    axes: Axes, frame: int, name: str, logs: Array, gradient: Array | None
) -> dict[str, Patch]:
    """Its edges with what lies between; the smallest as far back as it is resolved."""
    seen = float(frame == WAY)
    most, least = _edges(logs)
    up, down = _curve(axes, most, frame), _curve(axes, least, frame)
    lost = np.flatnonzero(~np.isfinite(logs[:, -1]))
    start = min(int(lost[-1]) + 1 if len(lost) else 0, len(logs) - 1)
    path = up if gradient is None else _curve(axes, gradient, frame)
    return {
        f"band {name}": patch(up + down[::-1]) | {"opacity": 0.22 * seen},
        f"largest {name}": patch(up) | {"opacity": seen},
        f"smallest {name}": patch([down[start]] * start + down[start:]) | {"opacity": seen},
        f"gradient {name}": patch(path) | {"opacity": seen * (gradient is not None)},
    }


def _formula(name: str, frame: int) -> str:
    s = colour_of(name)
    after, before = ("t", "t−1") if frame == STEP else ("T", "t")
    return f"∂{s}<sub>{after}</sub>/∂{s}<sub>{before}</sub>"


def _edges(logs: Array) -> tuple[Array, Array]:
    """The largest, and the smallest or the most that it can be where it is not resolved."""
    most, least = logs[:, 0], logs[:, -1]
    return most, np.where(np.isfinite(least), least, most + np.log10(RESOLVED))


def _curve(axes: Axes, logs: Array, frame: int) -> list[Point]:
    """All steps; before the way back is shown it has not left the end."""
    last = len(logs) - 1
    return [
        axes.at(t, float(logs[t])) if frame == WAY else axes.at(last, 0) for t in range(last + 1)
    ]


def _scale(
    layout: JacobianLayout, run: Run, frame: int, marks: tuple[int, ...]
) -> dict[str, Patch]:
    """The same powers of ten in every panel, and in the charts the first and the last step."""
    filled = [*marks, *[marks[-1]] * (MARKS - len(marks))]
    known = [power(mark) for mark in marks] + [NO_TEXT] * (MARKS - len(marks))
    axes = [layout.axes(k, frame, len(run), marks) for k in range(len(ORDER))]
    there = [units(run, name) > 0 for name in ORDER]
    drawn = list(zip(axes, there, strict=True))
    levels = [_level(one, height, seen=seen) for one, seen in drawn for height in filled]
    ones = [_level(one, 0, seen=seen) for one, seen in drawn]
    numbers, feet = [], []
    for (x, _), one in zip(layout.panels, axes, strict=True):
        at = one.right + 4 if frame == STEP else x + 6
        numbers += [(at, one.up(height)) for height in filled]
        feet += [(one.left, one.bottom + 13), (one.right, one.bottom + 13)]
    ends = [NO_TEXT] * 2 if frame == STEP else ["1", str(len(run))]
    nothing = [NO_TEXT] * MARKS
    return {
        "levels": _parted(levels),
        "one": _parted(ones),
        "powers": patch(numbers, text=[t for one in there for t in (known if one else nothing)]),
        "feet": patch(feet, text=[t for one in there for t in (ends if one else [NO_TEXT] * 2)]),
    }


def _level(axes: Axes, height: float, *, seen: bool) -> tuple[Point, Point]:
    start, end = axes.level(height)
    return (start, end if seen else start)


def _parted(paths: list[tuple[Point, Point]]) -> Patch:
    return {
        axis: [at for (one, other) in paths for at in (one[k], other[k], None)]
        for k, axis in enumerate("xy")
    }


def _step_table(small: Mapping[str, Step]) -> Table:
    most = max(len(step.singular) for step in small.values())
    return Table(
        "Singular values of the step",
        ("", *(NAMES[name] for name in small)),
        tuple(
            (str(k + 1), *(size(float(s.singular[k])) if k < len(s.singular) else ""
                           for s in small.values()))
            for k in range(most)
        ),
    )  # fmt: skip


def _way_table(run: Run, whole: Mapping[str, Array]) -> Table:
    count = len(run)
    every = max(1, -(-(count - 1) // (TOLD - 1)))
    told = sorted({*range(count - 1, -1, -every), 0, run.first}, reverse=True)
    return Table(
        "From the end back: largest and smallest singular value",
        ("step", "reads", *(NAMES[name] for name in whole)),
        tuple(
            (str(t + 1), run.tokens[t], *(between(*map(float, w[t, [0, -1]]))
                                          for w in whole.values()))
            for t in told
        ),
    )  # fmt: skip
