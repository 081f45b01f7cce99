"""The call's network, run as told or with the forget gate kept open at one moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from lstm_viz.cells import LSTM
from lstm_viz.inputs import Inputs, from_sentence
from lstm_viz.networks import NETWORKS
from lstm_viz.networks.call import MOMENTS, THOUGHTS
from lstm_viz.trace import Trace

OPEN = 6.0
"""A weight that opens a forget gate to σ(6), over 99 %."""


@dataclass(frozen=True, eq=False)
class CallRun:
    """One step for each moment of the call; ``trace`` is (T, H), with one unit for each thought."""

    cell: LSTM
    inputs: Inputs
    trace: Trace


@cache
def run(held: int | None = None) -> CallRun:
    """The run, made once; at moment ``held`` the forget gate of every unit stays open."""
    inputs = from_sentence(" ".join(MOMENTS))
    cell = NETWORKS["call"].build(inputs, len(THOUGHTS), 0)
    if held is not None:
        weight_ih = np.array(cell.weight_ih)
        weight_ih[cell.rows("f"), inputs.columns.index(MOMENTS[held])] = OPEN
        cell = replace(cell, weight_ih=weight_ih)
    return CallRun(cell, inputs, cell.run(inputs.x))
