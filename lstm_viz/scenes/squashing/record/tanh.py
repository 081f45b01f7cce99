"""One vector multiplied by the same matrix again and again, with tanh and without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lstm_viz.lesson.turning import SIZE, rnn, without_tanh
from lstm_viz.trace import Array

STEPS = 20


@dataclass(frozen=True, eq=False)
class TanhRun:
    """A vector that goes through the same U = gain · TURN at every step, t = 0 … T.

    plain: (T + 1, 3), without tanh; squashed: (T + 1, 3), with; z: (T + 1, 3), what tanh is given,
    where step 0 has none and z[0] is the vector itself.
    """

    gain: float
    weight: Array
    plain: Array
    z: Array
    squashed: Array

    @property
    def slopes(self) -> Array:
        """dtanh/dz = 1 − tanh(z)² at every z: (T + 1, 3)."""
        slopes: Array = 1 - np.tanh(self.z) ** 2
        return slopes

    @property
    def furthest(self) -> Array:
        """The component of z that is furthest from 0, at every step."""
        components: Array = np.abs(self.z).argmax(axis=1)
        return components


def tanh_run(gain: float, start: Sequence[float], steps: int = STEPS) -> TanhRun:
    """``start`` has three components; nothing else ever comes in (x = 0)."""
    h0, x = np.array(start, float), np.zeros((steps, SIZE))
    cell = rnn(gain)
    trace = cell.run(x, h0)
    plain = without_tanh(cell.weight_hh, x, h0)
    z, squashed = (np.concatenate([h0[None], later]) for later in (trace.z, trace.h))
    return TanhRun(gain, cell.weight_hh, plain, z, squashed)
