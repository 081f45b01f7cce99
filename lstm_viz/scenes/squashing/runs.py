"""The runs of the scene on squashing: one matrix again and again, and real forget gates.

`repeated` and `long` run the same matrix with tanh, which is the core's `RNN`, and without it.
`gates` runs the phone call's LSTM, with a word in it that it does not know; one more gate is the
reader's: a bias that they set moves its pre-activation to where they want it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

import numpy as np

from lstm_viz.cells import LSTM, RNN
from lstm_viz.inputs import from_sentence
from lstm_viz.networks import NETWORKS
from lstm_viz.networks.call import MOMENTS, THOUGHTS
from lstm_viz.scenes.squashing.record import (
    LONG,
    SIZE,
    STEPS,
    TURN,
    UNKNOWN,
    Both,
    Gate,
    Long,
    Repeated,
)
from lstm_viz.trace import Array, Trace

INPUTS: Array = 0.5 * np.random.default_rng(0).normal(size=(LONG, SIZE))
"""Small random inputs (T, 3) for the long run: with none at all, tanh of nearly 0 is nearly 0."""
WORDS = (*MOMENTS[:2], UNKNOWN, *MOMENTS[2:])
OWN_Z = 0.5
OWN = ("a song", "ring")
"""The unit and the word of the gate that the reader sets."""
SHOWN = (
    ("a song", "hello"),
    ("what to answer", "onwards"),
    ("shopping list", "hello"),
    ("the exam", "hello"),
    ("Ana’s birthday", "onwards"),
    ("a song", UNKNOWN),
    ("a song", "ring"),
    ("shopping list", "ring"),
    ("Ana’s birthday", "ring"),
    ("Saturday", "onwards"),
    ("what to answer", "speak"),
)
"""Which unit at which word, from the lowest pre-activation to the highest."""


def without_tanh(weight: Array, x: Array, h0: Array) -> Array:
    """The same recurrence without squashing, h_t = x_t + W h_{t−1}: (T + 1, H) from h_0 on."""
    h = np.empty((len(x) + 1, len(h0)))
    h[0] = h0
    for t, x_t in enumerate(x):
        h[t + 1] = x_t + weight @ h[t]
    return h


def rnn(gain: float) -> RNN:
    """h_t = tanh(x_t + gain · TURN · h_{t−1})."""
    return RNN(np.eye(SIZE), gain * TURN, np.zeros(SIZE))


def repeated(gain: float, start: Sequence[float], steps: int = STEPS) -> Repeated:
    """`start` has three components; nothing else ever comes in (x = 0)."""
    h0, x = np.array(start, float), np.zeros((steps, SIZE))
    cell = rnn(gain)
    trace = cell.run(x, h0)
    plain = without_tanh(cell.weight_hh, x, h0)
    z, squashed = (np.concatenate([h0[None], later]) for later in (trace.z, trace.h))
    return Repeated(gain, cell.weight_hh, plain, z, squashed)


@lru_cache(maxsize=16)
def long(gain: float) -> Long:
    cell, h0 = rnn(gain), np.zeros(SIZE)
    plain = without_tanh(cell.weight_hh, INPUTS, h0)
    # The same sequence once for each component of h_T: row b of the batch asks for d h_T[b].
    trace = cell.run(np.repeat(INPUTS[:, None], SIZE, axis=1))
    ask = np.zeros_like(trace.h)
    ask[-1] = np.eye(SIZE)
    back = cell.backward(trace, ask)
    jacobians = np.concatenate([back.h0[None], back.h])  # (T + 1, 3, 3): ∂h_T/∂h_t
    powers = [np.linalg.matrix_power(cell.weight_hh, LONG - t) for t in range(LONG + 1)]
    squashed = np.concatenate([h0[None], trace.h[:, 0]])
    return Long(
        gain,
        np.abs(plain).max(axis=1),
        np.abs(squashed).max(axis=1),
        np.array([np.linalg.norm(power, 2) for power in powers]),
        np.linalg.norm(jacobians, 2, axis=(1, 2)),
    )


def both(gain: float) -> Both:
    return Both(long(gain), long(1.0))


def gates(own_z: float = OWN_Z) -> tuple[Gate, ...]:
    """The forget gate at `SHOWN`, as the LSTM computes it; then the one at `OWN`, moved."""
    cell, trace = _call()
    thought, word = OWN
    push = round(own_z, 6) - float(trace.z_f[WORDS.index(word), THOUGHTS.index(thought)])
    moved = with_forget_bias(cell, THOUGHTS.index(thought), push).run(trace.x)
    return (*(_gate(trace, *shown) for shown in SHOWN), replace(_gate(moved, *OWN), own=True))


@cache
def _call() -> tuple[LSTM, Trace]:
    inputs = from_sentence(" ".join(WORDS))
    cell = NETWORKS["call"].build(inputs, len(THOUGHTS), 0)
    return cell, cell.run(inputs.x)


def with_forget_bias(cell: LSTM, unit: int, push: float) -> LSTM:
    """The same cell with ``push`` added to the forget gate's bias of one unit."""
    bias = np.array(cell.bias)
    bias[cell.rows("f")][unit] += push
    return replace(cell, bias=bias)


def _gate(trace: Trace, thought: str, word: str) -> Gate:
    at = WORDS.index(word), THOUGHTS.index(thought)
    signals = (trace.z_f, trace.f, trace.c_prev, trace.kept)
    z, gate, before, kept = (float(values[at]) for values in signals)
    return Gate(thought, word, z, gate, before, kept)
