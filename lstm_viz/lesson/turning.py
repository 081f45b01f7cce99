"""A plain recurrent network whose U only turns and stretches, and the same without tanh."""

from __future__ import annotations

import numpy as np

from lstm_viz.cells import RNN
from lstm_viz.trace import Array

TURN: Array = np.array([[2.0, -1.0, 2.0], [2.0, 2.0, -1.0], [-1.0, 2.0, 2.0]]) / 3
"""An orthogonal matrix (3, 3): a turn by 60° about the axis (1, 1, 1); lengths stay."""
SIZE = len(TURN)


def without_tanh(weight: Array, x: Array, h0: Array) -> Array:
    """The same recurrence without squashing, h_t = x_t + U h_{t−1}: (T + 1, H) from h_0 on."""
    h = np.empty((len(x) + 1, len(h0)))
    h[0] = h0
    for t, x_t in enumerate(x):
        h[t + 1] = x_t + weight @ h[t]
    return h


def rnn(gain: float) -> RNN:
    """h_t = tanh(x_t + gain · TURN · h_{t−1})."""
    return RNN(np.eye(SIZE), gain * TURN, np.zeros(SIZE))
