"""Forget gates of the phone call's LSTM, and one whose pre-activation the reader sets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from lstm_viz.cells import LSTM
from lstm_viz.inputs import from_sentence
from lstm_viz.networks.phone_call import MOMENTS, THOUGHTS
from lstm_viz.networks.phone_call import build as call_network
from lstm_viz.trace import Trace

UNKNOWN = "cough"
"""A word that the network has no weights for: it adds 0 to every pre-activation."""


@dataclass(frozen=True)
class GateValue:
    """One value of a real forget gate, and the state it is multiplied with.

    ``own`` says that the reader has set its pre-activation.
    """

    thought: str
    word: str
    z: float
    gate: float
    before: float
    kept: float
    own: bool = False

    @property
    def slope(self) -> float:
        """dσ/dz = σ·(1 − σ)."""
        return self.gate * (1 - self.gate)


WORDS = (*MOMENTS[:2], UNKNOWN, *MOMENTS[2:])
OWN_Z = 0.5
OWN = ("a song", "ring")
"""The unit and the word of the gate that the reader sets."""
SHOWN = (("a song", "hello"), ("a song", UNKNOWN), ("what to answer", "speak"))
"""Which unit at which word: a gate near 0, one that is not told anything, one near 1."""


def gate_values(own_z: float = OWN_Z) -> tuple[GateValue, ...]:
    """The forget gate at ``SHOWN``, as the LSTM computes it; then the one at ``OWN``, moved."""
    cell, trace = _call()
    thought, word = OWN
    push = round(own_z, 6) - float(trace.z_f[WORDS.index(word), THOUGHTS.index(thought)])
    moved = with_forget_bias(cell, THOUGHTS.index(thought), push).run(trace.x)
    return (*(_gate(trace, *shown) for shown in SHOWN), replace(_gate(moved, *OWN), own=True))


@cache
def _call() -> tuple[LSTM, Trace]:
    inputs = from_sentence(" ".join(WORDS))
    cell = call_network(inputs, len(THOUGHTS), 0)
    return cell, cell.run(inputs.x)


def with_forget_bias(cell: LSTM, unit: int, push: float) -> LSTM:
    """The same cell with ``push`` added to the forget gate's bias of one unit."""
    bias = np.array(cell.bias)
    bias[cell.rows("f")][unit] += push
    return replace(cell, bias=bias)


def _gate(trace: Trace, thought: str, word: str) -> GateValue:
    at = WORDS.index(word), THOUGHTS.index(thought)
    signals = (trace.z_f, trace.f, trace.c_prev, trace.kept)
    z, gate, before, kept = (float(values[at]) for values in signals)
    return GateValue(thought, word, z, gate, before, kept)
