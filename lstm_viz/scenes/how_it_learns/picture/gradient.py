"""What tanh does to values and to gradients over many steps: two charts in powers of ten."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.diagram import Point
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch
from lstm_viz.notation import in_powers
from lstm_viz.scenes.how_it_learns.picture.gradient_parts import (
    KINDS,
    LAYOUTS,
    Chart,
    GradientLayout,
    at_rest,
)
from lstm_viz.scenes.how_it_learns.record.gradient import LONG, GradientRun, GradientRuns
from lstm_viz.scenes.how_it_learns.words.gradient import (
    BACK,
    VERDICT,
    gradient_caption,
)
from lstm_viz.trace import Array

LABELS = (f"{LONG} steps", "back", "gain 1")
TOLD = range(0, LONG + 1, 10)
"""The steps whose values stand in the table."""
DECADES = (4, 8, 16, 24)
"""The scale goes from 10 to the minus one of these up to 10 to the same, by what has to fit."""
LATER = "drawn on the way back"
PALE = 0.35
"""Opacity of the run at the chosen gain when the one at gain 1 is shown."""


def gradient_board(both: GradientRuns) -> Board:
    return Board(
        steps=LABELS,
        frames=stills(
            Frame(
                {layout.name: _patches(layout, both, step) for layout in LAYOUTS},
                gradient_caption(both, step),
                _why(run_at(both, step), back=step >= BACK),
            )
            for step in range(VERDICT + 1)
        ),
        pictures={layout.name: Picture(*layout.size, at_rest(layout)) for layout in LAYOUTS},
        tables=tuple(_table(both, step) for step in range(VERDICT + 1)),
        alt="Two charts over 50 steps, in powers of ten, each without tanh and with: the largest "
        "value on the way forward, the gradient on the way back",
        step_word="stop",
    )


def run_at(both: GradientRuns, step: int) -> GradientRun:
    return both.orthogonal if step >= VERDICT else both.chosen


def reached(chart: str, step: int) -> int:
    """How far a chart is drawn at a stop: up to this t forward, down to this t back."""
    return LONG if chart == "forward" or step < BACK else 0


def decades(both: GradientRuns) -> int:
    """The smallest of ``DECADES`` that every value of both runs fits into."""
    runs = (both.chosen, both.orthogonal)
    shown = [v for run in runs for v in (run.plain[1:], run.squashed[1:])]
    shown += [v for run in runs for v in (run.plain_gradient, run.squashed_gradient)]
    most = max(float(np.abs(np.log10(values)).max()) for values in shown)
    return next((d for d in DECADES if most <= d), DECADES[-1])


# ---- what changes ------------------------------------------------------------------------------


def _patches(layout: GradientLayout, both: GradientRuns, step: int) -> dict[str, Patch]:
    scale = decades(both)
    run = run_at(both, step)
    powers = [_power(d) for d in (scale, scale // 2, 0, -scale // 2, -scale)]
    patches: dict[str, Patch] = {}
    for chart in layout.charts:
        name, t = chart.name, reached(chart.name, step)
        drawn = name == "forward" or step >= BACK
        numbers = []
        for kind in KINDS:
            values = chart.shown(run, kind)
            curve = _curve(chart, values, t, scale)
            before = _curve(chart, chart.shown(both.chosen, kind), t, scale)
            end = curve[-1 if name == "forward" else 0]
            patches |= {
                f"{name} {kind}": patch(curve) | {"opacity": float(drawn)},
                f"{name} {kind} before": patch(before) | {"opacity": PALE * (step >= VERDICT)},
                f"{name} {kind} now": patch([end], opacity=[float(drawn)]),
            }
            numbers.append(f"<b>{in_powers(float(values[t]))}</b>" if drawn else NO_TEXT)
        patches[f"{name} numbers"] = patch(text=[*numbers, _gains(both, step)])
        patches[f"{name} scale"] = patch(text=powers)
    return patches | {"back later": patch(text=[NO_TEXT if step >= BACK else LATER])}


def _gains(both: GradientRuns, step: int) -> str:
    gain = f"gain {run_at(both, step).gain:.3g}"
    other = step >= VERDICT and both.chosen.gain != both.orthogonal.gain
    return f"{gain} (pale: {both.chosen.gain:.3g})" if other else gain


def _power(d: int) -> str:
    return "1" if d == 0 else in_powers(10.0**d).split("·")[1]


def _curve(chart: Chart, values: Array, t: int, scale: int) -> list[Point]:
    """All points of a curve; what is not reached yet lies on the one that is."""
    steps = range(1, LONG + 1) if chart.name == "forward" else range(LONG + 1)
    forward = chart.name == "forward"
    found = [min(s, t) if forward else max(s, t) for s in steps]
    return [chart.at(s, float(values[s]), scale) for s in found]


def _table(both: GradientRuns, step: int) -> Table:
    run = run_at(both, step)
    rows: list[Sequence[str]] = []
    for t in TOLD:
        values = (run.plain, run.squashed, run.plain_gradient, run.squashed_gradient)
        rows.append((str(t), *(in_powers(float(column[t])) for column in values)))
    return Table(
        f"Gain {run.gain:.3g}",
        ("step", "largest value without tanh", "with tanh", "gradient without tanh", "with tanh"),
        tuple(tuple(row) for row in rows),
    )


def _why(run: GradientRun, *, back: bool) -> dict[str, tuple[str, ...]]:
    gain = f"{run.gain:.3g}"
    found: dict[str, tuple[str, ...]] = {
        "forward": (
            "largest value: of the three values of h, the one furthest from 0 after "
            f"{LONG} steps of h<sub>t</sub> = x<sub>t</sub> + U·h<sub>t−1</sub>, without tanh and "
            "with",
        )
    }
    if back:
        found["back"] = (
            f"without tanh: U turns and stretches by {gain}, {LONG} times: "
            f"{gain}<sup>{LONG}</sup> = {in_powers(run.plain_gradient[0])}",
            f"with tanh: {LONG} times U and the slopes of tanh, "
            f"{in_powers(run.squashed_gradient[0])}",
        )
    return found
