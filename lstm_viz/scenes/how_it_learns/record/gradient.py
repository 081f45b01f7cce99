"""A plain RNN over a long sequence, with tanh and without: values forward, gradients back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lstm_viz.cells import RNN
from lstm_viz.trace import Array

LONG = 50
TURN: Array = np.array([[2.0, -1.0, 2.0], [2.0, 2.0, -1.0], [-1.0, 2.0, 2.0]]) / 3
"""An orthogonal matrix (3, 3): a turn by 60° about the axis (1, 1, 1); lengths stay."""
SIZE = len(TURN)


@dataclass(frozen=True, eq=False)
class GradientRun:
    """A run over ``LONG`` steps of small inputs, without tanh and with, and its way back.

    plain, squashed: (T + 1,), the largest |value| of h_t. plain_gradient, squashed_gradient:
    (T + 1,), the spectral norm of ∂h_T/∂h_t: the largest factor by which a small change of h_t can
    have grown at the end.
    """

    gain: float
    plain: Array
    squashed: Array
    plain_gradient: Array
    squashed_gradient: Array


@dataclass(frozen=True, eq=False)
class GradientRuns:
    """The long run at a gain, and with U a mere turn (gain 1)."""

    chosen: GradientRun
    orthogonal: GradientRun


INPUTS: Array = 0.5 * np.random.default_rng(0).normal(size=(LONG, SIZE))
"""Small random inputs (T, 3) for the long run: with none at all, tanh of nearly 0 is nearly 0."""


def gradient_runs(gain: float) -> GradientRuns:
    return GradientRuns(gradient_run(gain), gradient_run(1.0))


@lru_cache(maxsize=16)
def gradient_run(gain: float) -> GradientRun:
    cell, h0 = RNN(np.eye(SIZE), gain * TURN, np.zeros(SIZE)), np.zeros(SIZE)
    plain = _without_tanh(cell.weight_hh, INPUTS, h0)
    # The same sequence once for each component of h_T: row b of the batch asks for d h_T[b].
    trace = cell.run(np.repeat(INPUTS[:, None], SIZE, axis=1))
    ask = np.zeros_like(trace.h)
    ask[-1] = np.eye(SIZE)
    back = cell.backward(trace, ask)
    jacobians = np.concatenate([back.h0[None], back.h])  # (T + 1, 3, 3): ∂h_T/∂h_t
    powers = [np.linalg.matrix_power(cell.weight_hh, LONG - t) for t in range(LONG + 1)]
    squashed = np.concatenate([h0[None], trace.h[:, 0]])
    return GradientRun(
        gain,
        np.abs(plain).max(axis=1),
        np.abs(squashed).max(axis=1),
        np.array([np.linalg.norm(power, 2) for power in powers]),
        np.linalg.norm(jacobians, 2, axis=(1, 2)),
    )


def _without_tanh(weight: Array, x: Array, h0: Array) -> Array:
    """The same recurrence without squashing, h_t = x_t + U h_{t−1}: (T + 1, H) from h_0 on."""
    h = np.empty((len(x) + 1, len(h0)))
    h[0] = h0
    for t, x_t in enumerate(x):
        h[t + 1] = x_t + weight @ h[t]
    return h
