"""The run that all four gate scenes look at, as it is or with a gate held by hand.

The preset "A friend calls": four units with random weights.  They have read “My” before the first
step on screen, so that there is something to forget from the start.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from lstm_viz.cells import LSTM
from lstm_viz.cells.activations import squashed
from lstm_viz.inputs import Inputs, parse
from lstm_viz.networks import NETWORKS, PRESETS
from lstm_viz.signals import LSTM_SIGNALS, signal
from lstm_viz.trace import Trace

PRESET = next(preset for preset in PRESETS if preset.id == "friend")
UNITS = PRESET.hidden_size
Array = NDArray[np.floating]


def label(gate: str) -> str:
    return signal(LSTM_SIGNALS, gate).label


@dataclass(frozen=True)
class Hold:
    """A gate held at a value by hand at every step: of one unit (from 0), or of all (None)."""

    gate: str
    value: float
    unit: int | None = None

    @property
    def clamp(self) -> dict[str, Array]:
        values = np.full(UNITS, np.nan)
        values[slice(None) if self.unit is None else self.unit] = self.value
        return {self.gate: values}

    @property
    def whose(self) -> str:
        name = label(self.gate)
        return f"every {name}" if self.unit is None else f"the {name} of unit {self.unit + 1}"


@dataclass(frozen=True, eq=False)
class GateRun:
    """``trace`` is what is on screen, (T, H); ``free`` the same run with nothing held."""

    cell: LSTM
    inputs: Inputs
    trace: Trace
    free: Trace
    hold: Hold | None = None

    @property
    def tokens(self) -> tuple[str, ...]:
        """T words, one a step; one more was read before them."""
        return self.inputs.tokens[1:]

    def own(self, gate: str) -> Array:
        """What the gate's squashing makes of its pre-activation, held or not: (T, H)."""
        return squashed(signal(LSTM_SIGNALS, gate).activation, getattr(self.trace, f"z_{gate}"))


@cache
def _network() -> tuple[LSTM, Inputs, Trace]:
    inputs = parse(PRESET.kind, PRESET.text)
    cell = NETWORKS[PRESET.network].build(inputs, UNITS, PRESET.seed)
    before = cell.run(inputs.x[:1])
    return cell, inputs, cell.run(inputs.x[1:], before.h[0], before.c[0])


@lru_cache(maxsize=64)
def run(hold: Hold | None = None) -> GateRun:
    """The run, with a gate held from its first step on; made once for each hold."""
    cell, inputs, free = _network()
    trace = free if hold is None else cell.run(free.x, free.h0, free.c0, clamp=hold.clamp)
    return GateRun(cell, inputs, trace, free, hold)


STEPS = len(_network()[2])
