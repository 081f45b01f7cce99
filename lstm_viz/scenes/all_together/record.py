"""A story, read once; a step of it; and a gate made again from its weights."""

from __future__ import annotations

import numpy as np

from lstm_viz.cells.activations import squashed
from lstm_viz.lesson.basket import Basket, read
from lstm_viz.networks import basket as networks
from lstm_viz.signals import LSTM_SIGNALS, signal
from lstm_viz.trace import Array, Trace

STORY = (
    "picks an apple",
    "sings",
    "picks a pear",
    "sees an apple",
    "empties the basket",
    "picks an apple",
    "picks an apple",
    "how many apples?",
)
"""Asked last, so that there is something to see in the cell into which the row leads."""
MOST = 12
"""Sentences of a story: all of them stand in the picture."""


def run(story: tuple[str, ...] = STORY) -> Basket:
    return read(story)


def step(basket: Basket, sentence: int) -> Trace:
    """The one step (1, H) in which the word of a sentence is read."""
    t, trace = basket.at[sentence], basket.trace
    return basket.cell.run(trace.x[t : t + 1], trace.h_prev[t], trace.c_prev[t])


def values(basket: Basket, name: str, sentence: int) -> tuple[float, float]:
    """A signal of both units at the word of a sentence."""
    apples, pears = getattr(basket.trace, name)[basket.at[sentence]]
    return float(apples), float(pears)


def gate_again(basket: Basket, gate: str, sentence: int) -> Array:
    """A gate, (H,), from x_t, h_{t−1} and the one set of weights alone."""
    cell, trace, t = basket.cell, basket.trace, basket.at[sentence]
    rows = cell.rows(gate)
    z = cell.weight_ih[rows] @ trace.x[t] + cell.weight_hh[rows] @ trace.h_prev[t] + cell.bias[rows]
    return squashed(signal(LSTM_SIGNALS, gate).activation, z)


def from_x_and_h(basket: Basket, gate: str, sentence: int) -> bool:
    """The gate of the run is what x_t, h_{t−1} and the weights of all words make of it."""
    t = basket.at[sentence]
    made = gate_again(basket, gate, sentence)
    return bool(np.allclose(made, getattr(basket.trace, gate)[t], atol=1e-9))


def cell_numbers(basket: Basket) -> int:
    """The numbers of the cell, whatever the length of the story: 4H(I + H + 1)."""
    return sum(array.size for array in basket.cell.parameters.values())


def read_out_numbers() -> int:
    """Those that make the answer of h."""
    head = networks.model().head
    return int(head.weight.size + head.bias.size)
