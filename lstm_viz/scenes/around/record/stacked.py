"""Two layers of an LSTM on top of each other, and one that reads both ways; random weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.cells import LSTM
from lstm_viz.learn import Model
from lstm_viz.scenes.around.record.parity import numbers
from lstm_viz.trace import Array, Trace

BITS = "10110"
SEED, UNITS, DROPPED = 0, 2, 0.5


@dataclass(frozen=True, eq=False)
class Stacked:
    below: Trace
    above: Trace
    dropped: Array
    """(T, H): what the upper layer gets instead of h in training, with dropout."""


@cache
def stacked() -> Stacked:
    rng = np.random.default_rng(SEED)
    model = Model.init(
        input_size=2, hidden_size=UNITS, output_size=1, layers=2, rng=rng, dtype=np.float64
    )
    below, above = model.run(numbers(BITS)).traces
    kept = rng.random(below.h.shape) >= DROPPED
    return Stacked(below, above, below.h * kept / (1 - DROPPED))


@dataclass(frozen=True, eq=False)
class BothWays:
    """h (T, H) in the order of the bits."""

    forwards: Array
    backwards: Array

    @property
    def output(self) -> Array:
        """(T, 2H)."""
        return np.concatenate([self.forwards, self.backwards], axis=1)

    @property
    def h_n(self) -> Array:
        """(2, H): the h that each of them ended with."""
        return np.stack([self.forwards[-1], self.backwards[0]])


@cache
def both_ways() -> BothWays:
    rng = np.random.default_rng(SEED)
    first, second = (LSTM.init(input_size=2, hidden_size=UNITS, rng=rng) for _ in range(2))
    x = numbers(BITS)
    return BothWays(first.run(x).h, second.run(x[::-1]).h[::-1])
