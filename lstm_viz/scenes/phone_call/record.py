"""The call's network, run as told or with the forget gate kept open at one moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from lstm_viz.cells import LSTM
from lstm_viz.inputs import Inputs, from_sentence
from lstm_viz.networks.phone_call import MOMENTS, THOUGHTS
from lstm_viz.networks.phone_call import build as call_network
from lstm_viz.trace import Trace

CALL = MOMENTS[1:]
"""The moments that are told: the network reads one before, in which the thoughts come."""
OPEN = 6.0
"""A weight that opens a forget gate to σ(6), over 99 %."""


@dataclass(frozen=True, eq=False)
class CallRun:
    """A step for each moment of the call; ``trace`` is (T, H), with one unit for each thought.

    The run begins one moment before the call, so that there is something on your mind when it
    rings: ``trace`` is without that one.
    """

    cell: LSTM
    inputs: Inputs
    trace: Trace


@cache
def run(held: int | None = None) -> CallRun:
    """The run, made once; at moment ``held`` of the call every forget gate stays open."""
    inputs = from_sentence(" ".join(MOMENTS))
    cell = call_network(inputs, len(THOUGHTS), 0)
    if held is not None:
        weight_ih = np.array(cell.weight_ih)
        weight_ih[cell.rows("f"), inputs.columns.index(CALL[held])] = OPEN
        cell = replace(cell, weight_ih=weight_ih)
    whole = cell.run(inputs.x)
    rings = MOMENTS.index(CALL[0])
    told = {name: array[rings:] for name, array in whole.arrays.items()}
    return CallRun(cell, inputs, Trace(whole.table, told, whole.clamped))
