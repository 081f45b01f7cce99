"""Where the values of squashing come from, a line each: what a click on them opens."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.turning import SIZE
from lstm_viz.notation import bracketed, in_powers, number
from lstm_viz.scenes.squashing.record.sigmoid import GateValue
from lstm_viz.scenes.squashing.record.tanh import TanhRun
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


def of_gate(gate: GateValue, *, squashing: bool) -> Lines:
    """With ``squashing`` also of the slope, which is drawn only then."""
    z = in_powers(gate.z)
    found: Lines = {
        "gate": (f"gate: σ({z}) = 1 / (1 + e<sup>−z</sup>) = {in_powers(gate.gate)}",),
        "kept": (f"after: {product(gate)}",),
    }
    if squashing:
        found["slope"] = (f"slope: σ·(1 − σ) = {number(gate.slope)}",)
    return found
