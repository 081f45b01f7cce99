"""A number through σ and tanh; and one that meets the same weight at every step."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lstm_viz.cells import RNN
from lstm_viz.cells.activations import squashed
from lstm_viz.trace import Array

STEPS = 20
OTHERS = (0.2, 4.0, -1.3)
"""Near 0, far out, and below 0."""


@dataclass(frozen=True, eq=False)
class TanhRun:
    """``z`` is the reader's number, then ``OTHERS``; ``share`` and ``value`` are their σ and tanh.

    ``plain`` and ``bounded``, (T + 1,), start with the reader's number, which is multiplied by
    ``weight`` at every step: without tanh, and with tanh after it.
    """

    weight: float
    z: Array
    share: Array
    value: Array
    plain: Array
    bounded: Array

    @property
    def start(self) -> float:
        return float(self.z[0])


def tanh_run(weight: float, start: float) -> TanhRun:
    """Nothing else ever comes in: a plain RNN of one unit whose x is 0."""
    z = np.array([start, *OTHERS])
    cell = RNN(np.zeros((1, 1)), np.array([[weight]]), np.zeros(1))
    later = cell.run(np.zeros((STEPS, 1)), np.array([start])).h[:, 0]
    plain = start * weight ** np.arange(STEPS + 1)
    return TanhRun(
        weight,
        z,
        squashed("sigmoid", z),
        squashed("tanh", z),
        plain,
        np.concatenate([z[:1], later]),
    )
