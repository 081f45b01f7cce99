"""Where the values of squashing come from, a line each: what a click on them opens."""

from __future__ import annotations

import numpy as np

from lstm_viz.notation import bracketed, number
from lstm_viz.scenes.squashing.record.gradient import LONG, GradientRun
from lstm_viz.scenes.squashing.record.sigmoid import GateValue
from lstm_viz.scenes.squashing.record.tanh import SIZE, TanhRun
from lstm_viz.scenes.squashing.words.powers import in_powers
from lstm_viz.scenes.squashing.words.sigmoid import product
from lstm_viz.trace import Array

Lines = dict[str, tuple[str, ...]]
MARKS = "●■◆"
TWO_DECIMALS = 99.0
"""Below this a number is written with two decimals (``notation.number``)."""


def of_tanh(run: TanhRun, t: int, *, squashing: bool) -> Lines:
    """Of the vectors after ``t`` steps; before the first there is nothing to be said."""
    if not t:
        return {}
    z = run.weight @ run.squashed[t - 1]
    found = {
        "plain": _products("without tanh", run.weight, run.plain[t - 1], run.plain[t]),
        "z": _products("z", run.weight, run.squashed[t - 1], z),
    }
    if squashing:
        pairs = zip(MARKS, z, run.squashed[t], run.slopes[t], strict=True)
        told = [
            (f"with tanh, {mark}: tanh({in_powers(float(v))}) = {in_powers(float(h))}",
             f"slope, {mark}: 1 − tanh({in_powers(float(v))})² = {number(slope)}")
            for mark, v, h, slope in pairs
        ]  # fmt: skip
        found["tanh"], found["slope"] = zip(*told, strict=True)
    return found


def _products(name: str, weight: Array, before: Array, after: Array) -> tuple[str, ...]:
    lines = []
    for k in range(SIZE):
        terms = [
            f"{bracketed(number(w))} × {bracketed(number(v))}"
            for w, v in zip(weight[k], before, strict=True)
        ]
        # Large values are written without their decimals.
        sign = "=" if max(np.abs(before).max(), abs(after[k])) < TWO_DECIMALS else "≈"
        lines.append(f"{name}, {MARKS[k]}: {' + '.join(terms)} {sign} {number(after[k])}")
    return tuple(lines)


def of_gate(gate: GateValue) -> Lines:
    z = in_powers(gate.z)
    return {
        "gate": (f"gate: σ({z}) = 1 / (1 + e<sup>−z</sup>) = {in_powers(gate.gate)}",),
        "slope": (f"slope: σ·(1 − σ) = {number(gate.slope)}",),
        "kept": (f"after: {product(gate)}",),
    }


def of_gradient(run: GradientRun, *, back: bool) -> Lines:
    gain = f"{run.gain:.3g}"
    found: Lines = {
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
