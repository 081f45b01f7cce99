"""The runs of the scene: a story of Mia's basket, and the conveyor belt.

On the belt one cell state is carried over many steps, with gates that the reader sets.

The cell is set by hand: its input x = 1 opens the input gate (z_i = 80·x − 40) and loads ``LOAD``
through the candidate; with x = 0 the gate is shut and nothing is written. The forget gate is held
at the reader's value with the ``clamp`` of ``LSTM.run``. Where the input gate is left free,
i, c̃ and o read the hidden state through random weights instead.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from lstm_viz.cells import LSTM
from lstm_viz.lesson.basket import Basket, read
from lstm_viz.notation import number
from lstm_viz.signals import LSTM_SIGNALS, rows
from lstm_viz.trace import Trace

Array = NDArray[np.float64]

STEPS = 20
LOAD = (1.0, -0.6, 0.3, -1.0)
"""What the first step writes into each of the four units."""
AGAIN = (0.5, 0.6, 0.0, -0.4)
"""What the second load adds, where there is one."""
AGAIN_AT = 7
"""The step of the second load, from 0."""
NUMBERED_FROM = 2
"""The first step (from 0) at which derivatives are printed; before, they are to be predicted."""
UNIT = 0
"""The unit that is followed in sentences, questions and gradients."""
INPUTS = ("shut", "again", "free")
"""The input gate after the first step: shut for good, open once more, or left to the cell."""

SURE = 40.0
"""σ(40) and tanh(40) are exactly 1 in float64; σ(−40) is 4·10⁻¹⁸."""
FREE_SEED, FREE_SCALE = 43, 0.5
"""Of seeds 0 to 59, one whose derivative is below ∏f with f = 1 and above it with f = 0.9."""


@dataclass(frozen=True)
class BeltRun:
    """A run on the belt. Arrays are read from the run, not from formulas."""

    keep: float
    """The value at which the forget gate is held."""
    input: str
    """One of ``INPUTS``."""
    trace: Trace
    left: Array
    """(T,): ∏f over the steps after the first: ∂c_t/∂c_1 along the cell state alone."""
    whole: Array
    """(T,): ∂c_t/∂c_1 by all paths, h and the gates included, for unit ``UNIT``."""


@lru_cache(maxsize=64)
def run(keep: float, input: str = "shut") -> BeltRun:
    """Run the cell for ``STEPS`` steps with its forget gate held at ``keep``, from 0 to 1."""
    x = np.zeros((STEPS, 2))
    x[0, 0] = 1
    if input == "again":
        x[AGAIN_AT, 1] = 1
    cell = _cell(free=input == "free")
    trace = cell.run(x, clamp={"f": keep})
    left = np.concatenate([[1.0], np.cumprod(trace.f[1:, UNIT])])
    return BeltRun(keep, input, trace, left, _whole(cell, trace))


def _cell(*, free: bool) -> LSTM:
    units = len(LOAD)
    shapes = LSTM.shapes(2, units)
    weight_ih, weight_hh, bias = (np.zeros(shapes[name]) for name in LSTM.names)
    i, g, o = (rows(LSTM_SIGNALS, gate, units) for gate in "igo")
    weight_ih[i] = 2 * SURE
    weight_ih[g, 0] = [_before_tanh(value) for value in LOAD]
    weight_ih[g, 1] = [_before_tanh(value) for value in AGAIN]
    if free:
        rng = np.random.default_rng(FREE_SEED)
        for gate in (i, g, o):
            weight_hh[gate] = rng.normal(0, FREE_SCALE, (units, units))
    else:
        bias[i], bias[o] = -SURE, SURE
    return LSTM(weight_ih, weight_hh, bias)


def _before_tanh(value: float) -> float:
    return math.atanh(value) if abs(value) < 1 else math.copysign(SURE, value)


def _whole(cell: LSTM, trace: Trace) -> Array:
    """∂c_t/∂c_1 of ``UNIT`` for every t, each by a backward pass of its own."""
    nothing = np.zeros(trace.h.shape)
    found = np.empty(len(trace))
    for t in range(len(trace)):
        seed = nothing.copy()
        seed[t, UNIT] = 1
        grad_c = cell.backward(trace, nothing, seed).c
        assert grad_c is not None
        found[t] = grad_c[0, UNIT]
    return found


STORY = (
    "picks an apple",
    "picks a pear",
    "picks an apple",
    "sings",
    "eats an apple",
    "empties the basket",
    "picks a pear",
    "how many pears?",
)
"""What Mia does where one update after the other is looked at."""
PICKS, EATS, EMPTIES = 2, 4, 5
"""Sentences of it, from 0."""
PUSH = 0.9
"""What is written at every word in the question on how far c can go."""


def story() -> Basket:
    return read(STORY)


@cache
def pushed() -> float:
    """c after the story if nothing is forgotten and ``PUSH`` is written at every word."""
    basket = story()
    trace = basket.cell.run(basket.trace.x, clamp={"f": 1.0, "i": 1.0, "g": PUSH})
    return float(trace.c[-1, 0])


def half_life(belt: BeltRun) -> float:
    """Steps after which half is left, log ½ / log f; 0 or infinite at the ends."""
    f = float(belt.trace.f[1, UNIT])
    if f in (0.0, 1.0):
        return math.inf if f else 0.0
    return math.log(0.5) / math.log(f)


def unchanged(belt: BeltRun, t: int) -> bool:
    """Every bit of the cell state at step ``t`` (from 0) is as the first step left it."""
    return bool(np.array_equal(belt.trace.c[t], belt.trace.c[0]))


def plain(value: float) -> str:
    """A value as the sentences write it: two decimals, more where it would be 0, a true minus."""
    size = abs(value)
    if size == 0:
        return "0"
    if size < 0.005:
        power = math.floor(math.log10(size))
        digits = f"{size / 10.0**power:.1f}·10<sup>−{-power}</sup>"
        if size < 1e-300:
            digits = "less than 10<sup>−300</sup>"
    else:
        digits = number(size)
    return ("−" if value < 0 else "") + digits
