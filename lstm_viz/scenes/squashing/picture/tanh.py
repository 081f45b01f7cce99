"""tanh: a number on both curves, the numbers of others, and the same weight at every step."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.charts import shade
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import NO_TEXT, Patch, ink_on, patch
from lstm_viz.notation import in_powers, number
from lstm_viz.scenes.squashing.picture.tanh_parts import (
    LAYOUTS,
    TanhLayout,
    at_rest,
)
from lstm_viz.scenes.squashing.picture.why import of_tanh
from lstm_viz.scenes.squashing.record.tanh import OTHERS, STEPS, TanhRun
from lstm_viz.scenes.squashing.words.tanh import (
    MANY,
    MORE,
    OFF_SCALE,
    STOPS,
    VALUE,
    inside,
    tanh_caption,
)
from lstm_viz.trace import Array

LABELS = ("one number", "tanh", "more numbers", f"{STEPS} steps")


def tanh_board(run: TanhRun) -> Board:
    return Board(
        steps=LABELS,
        frames=stills(
            Frame(
                {layout.name: _patches(layout, run, stop) for layout in LAYOUTS},
                tanh_caption(run, stop),
                of_tanh(run, stop),
            )
            for stop in range(STOPS)
        ),
        pictures={layout.name: Picture(*layout.size, at_rest(layout)) for layout in LAYOUTS},
        tables=tuple(_table(run, stop) for stop in range(STOPS)),
        alt="The curves of σ and tanh on the same axes with numbers on them, a table of these "
        "numbers, and a chart of one that is multiplied by the same weight at every step",
        step_word="stop",
    )


# ---- what changes ------------------------------------------------------------------------------


def _patches(layout: TanhLayout, run: TanhRun, stop: int) -> dict[str, Patch]:
    seen = [True] + [stop >= MORE] * len(OTHERS)
    squashing = [one and stop >= VALUE for one in seen]
    return {
        **_riding(layout, run, seen, squashing),
        **_cells(run, seen, squashing),
        **_steps(layout, run, stop),
    }


def _riding(
    layout: TanhLayout, run: TanhRun, seen: Sequence[bool], squashing: Sequence[bool]
) -> dict[str, Patch]:
    """Each number on both curves, and over its place on the axis."""
    curve = layout.curve
    feet = [curve.at(z, 0) for z in run.z]
    shares = [curve.at(z, share) for z, share in zip(run.z, run.share, strict=True)]
    values = [curve.at(z, value) for z, value in zip(run.z, run.value, strict=True)]
    ends = [v if s else f for v, s, f in zip(values, squashing, feet, strict=True)]
    patches = {
        "shares": patch(shares, colour=run.share.tolist(), opacity=list(map(float, seen))),
        "values": patch(
            ends, colour=[shade(v) for v in run.value], opacity=list(map(float, squashing))
        ),
    }
    for k, (foot, share, end) in enumerate(zip(feet, shares, ends, strict=True)):
        patches[f"rise {k}"] = patch([end, foot, share]) | {"opacity": float(seen[k])}
    return patches


def _cells(run: TanhRun, seen: Sequence[bool], squashing: Sequence[bool]) -> dict[str, Patch]:
    return {
        "z": _filled(run.z, [number(z, sign=True) for z in run.z], seen, "values"),
        "σ": _filled(run.share, [number(share) for share in run.share], seen, "f"),
        "tanh": _filled(run.value, [_signed(v) for v in run.value], squashing, "values"),
    }


def _filled(values: Array, text: Sequence[str], known: Sequence[bool], scale: str) -> Patch:
    told = list(zip(values.tolist(), text, known, strict=True))
    return patch(
        text=[digits if there else NO_TEXT for _, digits, there in told],
        colour=[shade(v) if there else "$off" for v, _, there in told],
        ink=[ink_on(scale, shade(v)) if there else "$ink" for v, _, there in told],
    )


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else ''}{inside(float(value))}"


def _steps(layout: TanhLayout, run: TanhRun, stop: int) -> dict[str, Patch]:
    """Both lines, at first no longer than the point where they begin."""
    done = STEPS if stop == MANY else 0
    ends = (in_powers(float(run.plain[-1])), in_powers(float(run.bounded[-1])))
    return {
        "without": patch(_line(layout, run.plain[: done + 1])),
        "with": patch(_line(layout, run.bounded[: done + 1])),
        "start": patch([layout.steps.at(0, run.start)], colour=[shade(run.start)]),
        "ends": patch(text=[f"<b>{end}</b>" if done else NO_TEXT for end in ends]),
        "weight": patch(text=[f"<b>× {run.weight:.3g} at every step</b>"]),
    }


def _line(layout: TanhLayout, values: Array) -> list[Point]:
    """The values step by step up to the edge of the chart; what is not there lies on the last."""
    axes = layout.steps
    beyond = np.flatnonzero(np.abs(values) > OFF_SCALE)
    last = int(beyond[0]) if beyond.size else len(values) - 1
    points = [axes.at(t, float(values[t])) for t in range(last + 1)]
    if beyond.size and last:
        before, after = float(values[last - 1]), float(values[last])
        edge = float(np.copysign(OFF_SCALE, after))
        points[-1] = axes.at(last - 1 + (edge - before) / (after - before), edge)
    return points + [points[-1]] * (STEPS + 1 - len(points))


def _table(run: TanhRun, stop: int) -> Table:
    """All there is at a stop, for who reads it."""
    if stop == MANY:
        return Table(
            f"One number times {run.weight:.3g} at every step",
            ("step", "without tanh", "with tanh"),
            tuple(
                (str(t), in_powers(float(run.plain[t])), in_powers(float(run.bounded[t])))
                for t in range(STEPS + 1)
            ),
        )
    rows = zip(run.z, run.share, run.value, strict=True)
    shown = list(rows)[: len(run.z) if stop >= MORE else 1]
    return Table(
        "What σ and tanh make of a number",
        ("z", "σ(z)", "tanh(z)") if stop >= VALUE else ("z", "σ(z)"),
        tuple(
            (number(z), number(share), *([inside(float(v))] if stop >= VALUE else []))
            for z, share, v in shown
        ),
    )
