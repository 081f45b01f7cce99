"""tanh: one vector as bars, without and with squashing, and the curve that does it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.figures.charts import filled, shade, upright
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch
from lstm_viz.lesson.turning import SIZE
from lstm_viz.notation import number
from lstm_viz.scenes.squashing.picture.tanh_parts import LAYOUTS, TanhLayout, Vector, at_rest
from lstm_viz.scenes.squashing.picture.why import of_tanh
from lstm_viz.scenes.squashing.record.tanh import TanhRun
from lstm_viz.scenes.squashing.words.tanh import (
    BEYOND,
    LATER,
    SQUASHED,
    STOPS,
    steps_done,
    tanh_caption,
)
from lstm_viz.trace import Array

LABELS = ("the vector", "× U", "tanh", *(f"{t} steps" for t in LATER.values()))
REACH = 0.8
"""How far a tangent goes to each side, in z."""


def tanh_board(run: TanhRun) -> Board:
    return Board(
        steps=LABELS,
        frames=tuple(
            (
                Frame(
                    {layout.name: _patches(layout, run, stop) for layout in LAYOUTS},
                    tanh_caption(run, stop),
                    of_tanh(run, steps_done(stop), squashing=stop >= SQUASHED),
                ),
            )
            for stop in range(STOPS)
        ),
        pictures={layout.name: Picture(*layout.size, at_rest(layout)) for layout in LAYOUTS},
        tables=tuple(_table(run, steps_done(stop)) for stop in range(STOPS)),
        alt="Three bars for the values of a vector, once without tanh and once with, and the curve "
        "of tanh with the three values on it",
        step_word="stop",
    )


# ---- what changes ------------------------------------------------------------------------------


def _patches(layout: TanhLayout, run: TanhRun, stop: int) -> dict[str, Patch]:
    t, squashing = steps_done(stop), stop >= SQUASHED
    plain, squashed = layout.sides
    return {
        **_vector(plain, run.plain[t]),
        **_vector(squashed, run.squashed[t] if squashing else run.z[t]),
        **_riding(layout, run, t, squashing=squashing),
    }


def _vector(side: Vector, values: Array) -> dict[str, Patch]:
    beyond = ["" if abs(v) <= BEYOND else "↑" if v > 0 else "↓" for v in values]
    ends = [side.axes.top + 12 if v > 0 else side.axes.bottom - 12 for v in values]
    return {
        f"{side.name} bars": upright(values.tolist(), side.axes),
        f"{side.name} numbers": filled(values.tolist()),
        f"{side.name} beyond": {"y": ends} | patch(text=[arrow or NO_TEXT for arrow in beyond]),
    }


def _riding(layout: TanhLayout, run: TanhRun, t: int, *, squashing: bool) -> dict[str, Patch]:
    """The values on their way from z up to the curve."""
    z, h, slope = run.z[t], np.tanh(run.z[t]), run.slopes[t]
    curve = layout.curve
    feet = [curve.at(v, 0) for v in z]
    here = [curve.at(*point) for point in zip(z, h, strict=True)] if squashing else feet
    known: Sequence[float | None] = h.tolist() if squashing else [None] * SIZE
    patches = {
        "riders": patch(
            here, colour=[shade(v) for v in (h if squashing else z)], opacity=[float(t > 0)] * SIZE
        ),
        "z": filled(z.tolist() if t else [None] * SIZE),
        "tanh z": filled(known),
        "slopes": patch(text=[number(s) if squashing else NO_TEXT for s in slope]),
    }
    for k in range(SIZE):
        tangent = [curve.at(z[k] + dz, h[k] + dz * slope[k]) for dz in (-REACH, REACH)]
        patches[f"tangent {k}"] = {
            **patch(tangent if squashing else [feet[k]] * 2),
            "opacity": float(squashing),
        }
        patches[f"rise {k}"] = patch([feet[k], here[k]])
    return patches


def _table(run: TanhRun, t: int) -> Table:
    """All there is at a step, for who reads it."""
    columns = (run.plain[t], run.z[t], run.squashed[t], run.slopes[t])
    return Table(
        f"The vector at step {t}",
        ("value", "without tanh", "z", "with tanh", "slope of tanh at z"),
        tuple((str(k + 1), *(number(column[k]) for column in columns)) for k in range(SIZE)),
    )
