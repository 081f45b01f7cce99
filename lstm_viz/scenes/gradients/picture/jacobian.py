"""The matrices of a step with their singular values, and those of the way from the end back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lstm_viz.figures.board import Board, Frame, Layout, Picture, Table
from lstm_viz.figures.charts import Axes, cells, dots, shade
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import (
    NO_TEXT,
    NOWHERE,
    Patch,
    PlotlyTrace,
    line,
    lines,
    panel,
    patch,
    texts,
)
from lstm_viz.notation import in_powers
from lstm_viz.scenes.gradients.picture.series import MARKS, marks_of
from lstm_viz.scenes.gradients.record.chain import RESOLVED
from lstm_viz.scenes.gradients.record.jacobian import OF_CELL, Step, steps, ways
from lstm_viz.scenes.gradients.record.run import Run
from lstm_viz.scenes.gradients.words.captions import ALIKE
from lstm_viz.scenes.gradients.words.jacobian import NAMES, STEP, WAY, between, captions
from lstm_viz.scenes.gradients.words.sizes import power, size
from lstm_viz.trace import Array

ORDER = tuple(NAMES)
TOLD = 12
"""Steps in the table of the way back, at most."""


@dataclass(frozen=True, kw_only=True)
class JacobianLayout(Layout):
    """A panel for each matrix: beside each other, or two by two."""

    panels: tuple[Point, ...]
    """The left upper corner of each."""
    room: tuple[float, float]
    top: float
    """From the upper edge of a panel to its matrix or chart."""
    side: float
    """Of a matrix."""
    left: float
    values_at: float
    """Where the singular values stand, from the left edge of a panel."""
    chart: tuple[float, float]
    """Where the chart begins and ends, from the left edge of a panel."""
    text: float
    small: float

    def axes(self, k: int, frame: int, count: int, marks: tuple[int, ...]) -> Axes:
        x, y = self.panels[k]
        at, half = self.values_at, 8
        left, right = (at - half, at + half) if frame == STEP else self.chart
        return Axes(
            left=x + left, right=x + right, top=y + self.top, bottom=y + self.top + self.side,
            x=(0, max(1, count - 1)), y=(marks[0], marks[-1]),
        )  # fmt: skip


LAYOUTS = (
    JacobianLayout(
        name="wide", size=(1240, 312), panels=tuple((8 + 308 * k, 6) for k in range(4)),
        room=(300, 300), top=50, side=224, left=12, values_at=252, chart=(50, 284), text=15,
        small=13,
    ),
    JacobianLayout(
        name="tall", size=(366, 386), panels=((2, 4), (185, 4), (2, 196), (185, 196)),
        room=(179, 186), top=44, side=118, left=6, values_at=136, chart=(40, 168), text=13,
        small=11,
    ),
)  # fmt: skip


def jacobian_board(run: Run, t: int) -> Board:
    """``t``: the step whose matrices are shown, from 0."""
    small, whole = steps(run.settings, t), ways(run.settings)
    told = captions(run, t, small, whole)
    return Board(
        steps=("one step", "the way back"),
        frames=tuple(
            (Frame({one.name: _patches(one, run, frame, small, whole) for one in LAYOUTS}, said),)
            for frame, said in zip((STEP, WAY), told, strict=True)
        ),
        pictures={one.name: Picture(*one.size, _at_rest(one, run)) for one in LAYOUTS},
        tables=(_step_table(small), _way_table(run, whole)),
        alt="For each cell the matrix of a step as coloured squares with its singular values as "
        "dots; then the largest and the smallest singular value from the end back to every step",
        step_word="picture",
    )  # fmt: skip


def _size(run: Run, name: str) -> int:
    """Of the cell that a matrix is of; 0 where there is none."""
    return run.sizes.get("LSTM" if name == OF_CELL else name, 0)


def _colour(name: str) -> str:
    return "c" if name == OF_CELL else "h"


def _at_rest(layout: JacobianLayout, run: Run) -> list[PlotlyTrace]:
    width, height = layout.room
    four, ends = [NOWHERE] * len(ORDER), [NOWHERE] * 2 * len(ORDER)
    heads, under = ([(x + 12, y + at) for x, y in layout.panels] for at in (15, 33))
    return [
        *(panel(f"panel {name}", (x, y, x + width, y + height), 10)
          for name, (x, y) in zip(ORDER, layout.panels, strict=True)),
        lines("levels", [[NOWHERE] * 2 for _ in range(MARKS * len(ORDER))], colour="$faint",
              width=1.5),
        lines("one", [[NOWHERE] * 2 for _ in ORDER], colour="$wire", width=2.5),
        *(trace for k, name in enumerate(ORDER) if _size(run, name)
          for trace in _of_one(layout, run, k, name)),
        texts("powers", four * MARKS, size=layout.small, side="right"),
        texts("heads", heads, size=layout.text, colour=[f"$text_{_colour(n)}" for n in ORDER],
              side="right"),
        texts("under", under, size=layout.small, side="right"),
        texts("feet", ends, size=layout.small),
    ]  # fmt: skip


def _of_one(layout: JacobianLayout, run: Run, k: int, name: str) -> list[PlotlyTrace]:
    """Its matrix, a dot for each singular value, and the edges of the way back."""
    x, y = layout.panels[k]
    count, units, colour = len(run), _size(run, name), f"${_colour(name)}"
    cell = layout.side / units
    middle = [cell * (n + 0.5) for n in range(units)]
    places = [
        (round(x + layout.left + across, 2), round(y + layout.top + down, 2))
        for down in middle
        for across in middle
    ]
    return [
        cells(f"matrix {name}", places, size=(cell, cell)),
        line(f"band {name}", [NOWHERE] * 2 * count, colour=colour, width=0, fill=colour),
        *(line(f"{edge} {name}", [NOWHERE] * count, colour=colour, width=2.5, dash=dash)
          for edge, dash in (("largest", "solid"), ("smallest", "dash"))),
        line(f"gradient {name}", [NOWHERE] * count, colour="$ink", width=1.5),
        dots(f"values {name}", [NOWHERE] * units, size=9 if layout.wide else 7, colour=colour,
             edge="$panel", edge_width=1),
    ]  # fmt: skip


def _patches(
    layout: JacobianLayout,
    run: Run,
    frame: int,
    small: Mapping[str, Step],
    whole: Mapping[str, Array],
) -> dict[str, Patch]:
    edges = {name: _edges(logs) for name, logs in whole.items()}
    if frame == STEP:
        marks = marks_of([step.singular for step in small.values()], ALIKE)
    else:
        marks = marks_of([edge for pair in edges.values() for edge in pair], ALIKE)
    axes = [layout.axes(k, frame, len(run), marks) for k in range(len(ORDER))]
    found = _scale(layout, axes, frame, marks, run)
    heads, under = [], []
    for k, name in enumerate(ORDER):
        cell = name.split()[0]
        heads.append(f"<b>{cell}</b>" + (f"  {_formula(name, frame)}" if name in small else ""))
        if name not in small:
            under.append("none was trained")
            continue
        matrix, logs = small[name].matrix, whole[name]
        most = float(np.abs(matrix).max())
        told = f"darkest: ±{in_powers(most)}"
        way_axes = layout.axes(k, WAY, len(run), marks)
        under.append(
            told if frame == STEP
            else f"up to {size(float(logs[run.first, 0]))} at step {run.first + 1}"
        )  # fmt: skip
        seen = float(frame == WAY)
        found[f"matrix {name}"] = patch(colour=[shade(v) for v in matrix.ravel() / (most or 1)]) | {
            "opacity": 1 - seen
        }
        scale = axes[k]
        found[f"values {name}"] = patch(
            [((scale.left + scale.right) / 2, scale.up(float(v))) for v in small[name].singular]
        ) | {"opacity": 1 - seen}
        drawn = dict(zip(("largest", "smallest"), edges[name], strict=True))
        up, down = (_curve(way_axes, drawn[edge], frame) for edge in drawn)
        found[f"band {name}"] = patch(up + down[::-1]) | {"opacity": 0.22 * seen}
        found[f"largest {name}"] = patch(up) | {"opacity": seen}
        known = np.where(np.isfinite(logs[:, -1]), logs[:, -1], np.nan)
        found[f"smallest {name}"] = patch(_as_far_as(way_axes, known, frame)) | {"opacity": seen}
        gradient = None if name == OF_CELL else run.ways[name].h
        path = up if gradient is None else _curve(way_axes, gradient, frame)
        found[f"gradient {name}"] = patch(path) | {"opacity": seen * (gradient is not None)}
    return found | {"heads": patch(text=heads), "under": patch(text=under)}


def _formula(name: str, frame: int) -> str:
    s = _colour(name)
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


def _as_far_as(axes: Axes, logs: Array, frame: int) -> list[Point]:
    """From the end back to where it is known last; the other steps lie there."""
    unknown = np.flatnonzero(np.isnan(logs))
    start = int(unknown[-1]) + 1 if len(unknown) else 0
    points = _curve(axes, np.where(np.isnan(logs), 0, logs), frame)
    return [points[max(t, start)] for t in range(len(points))]


def _scale(
    layout: JacobianLayout, axes: list[Axes], frame: int, marks: tuple[int, ...], run: Run
) -> dict[str, Patch]:
    """The same powers of ten in every panel, and in the charts the first and the last step."""
    filled = [*marks, *[marks[-1]] * (MARKS - len(marks))]
    known = [power(mark) for mark in marks] + [NO_TEXT] * (MARKS - len(marks))
    there = [_size(run, name) > 0 for name in ORDER]
    levels = [one.level(height) for one in axes for height in filled]
    ones = [one.level(0) for one in axes]
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
            (str(t + 1), run.tokens[t], *(between(*map(float, (w[t, 0], w[t, -1])))
                                          for w in whole.values()))
            for t in told
        ),
    )  # fmt: skip
