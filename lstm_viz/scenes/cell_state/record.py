"""The run of the scene: a pear is picked after an apple, and then Mia sings for a long time.

The RNN that has as many numbers as the LSTM, and was trained alike, reads the same story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

import numpy as np

from lstm_viz.cells import RNN
from lstm_viz.cells.cell import Cell
from lstm_viz.lesson.basket import Basket, read
from lstm_viz.networks import basket as networks
from lstm_viz.tasks.basket import PICKS, QUESTIONS, WORDS
from lstm_viz.trace import Array

Number = TypeVar("Number", int, float)

EVENTS = (PICKS[0], PICKS[1], PICKS[0])
PEAR = 1
"""The sentence (from 0) at which kept and written are looked at."""
SINGS = 30
"""How often Mia sings after that."""
STORY = (*EVENTS, *["sings"] * SINGS)
ASKED = 0
"""The fruit that is asked for: apples."""


@dataclass(frozen=True, eq=False)
class Carried:
    """What two networks hold after the events, and after each time that Mia sings: N = 31 places.

    ``answers`` has by network (``networks.LSTM``, ``networks.RNN``) what it would say to "how many
    apples?" there, rounded.
    """

    basket: Basket
    c: Array
    """(N, 2): the cell state of the LSTM."""
    h: Array
    """(N, 6): the hidden state of the RNN."""
    gates: Mapping[str, Array]
    """By gate ("f", "i"), (N, 2): how far it is open at the word of each sentence."""
    fruit: tuple[tuple[int, int], ...]
    """What c stands for, apples and pears."""
    answers: Mapping[str, tuple[int, ...]]
    back: Mapping[str, Array]
    """By network, (T + 1,): the share of the gradient after the last word that arrives back at each
    of the T words while she sings.  Of the LSTM along c, where it is the product of the forget
    gates, of the unit from which the most is lost; of the RNN ‖∂h_T/∂h_t‖, the largest share."""

    def __len__(self) -> int:
        return len(self.c)

    @property
    def so(self) -> int:
        """The apples that there are."""
        return EVENTS.count(PICKS[ASKED])

    def told(self, name: str) -> int:
        """How often Mia has sung when the network's answer is right for the last time in a row."""
        wrong = [n for n, answer in enumerate(self.answers[name]) if answer != self.so]
        return (wrong[0] if wrong else len(self)) - 1


@cache
def run() -> Carried:
    basket = read(STORY)
    rival = networks.read(basket.words, networks.RNN).traces[0]
    at, word = (list(places[len(EVENTS) - 1 :]) for places in (basket.until, basket.at))
    c, h = basket.trace.c[at], rival.h[at]
    answers = {
        networks.LSTM: _asked(networks.LSTM, basket.trace.h[at], c),
        networks.RNN: _asked(networks.RNN, h),
    }
    fruit = tuple((basket.fruit(t, 0), basket.fruit(t, 1)) for t in at)
    back = {
        networks.LSTM: _along_the_belt(basket.trace.f[at[0] + 1 :]),
        networks.RNN: _through(networks.model(networks.RNN).layers[0], rival.h[at[0] :]),
    }
    gates = {gate: getattr(basket.trace, gate)[word] for gate in ("f", "i")}
    return Carried(basket, c, h, gates, fruit, answers, back)


def _along_the_belt(f: Array) -> Array:
    """∂c_T/∂c_t along c for t = 0 … T: the product of all forget gates (T, 2) after t."""
    products = np.cumprod(f[::-1], axis=0)[::-1].min(axis=1)
    return np.append(products, 1.0)


def _through(cell: Cell, h: Array) -> Array:
    """‖∂h_T/∂h_t‖ for t = 0 … T, through an RNN with these hidden states (T + 1, 6)."""
    assert isinstance(cell, RNN)
    jacobian = np.eye(h.shape[1])
    norms = [1.0]
    for state in h[:0:-1]:
        jacobian = jacobian @ ((1 - state**2)[:, None] * cell.weight_hh)
        norms.append(float(np.linalg.norm(jacobian, 2)))
    return np.array(norms[::-1])


def _asked(name: str, *states: Array) -> tuple[int, ...]:
    """What a network says when it reads the question in each of these states, (N, H)."""
    question = np.eye(len(WORDS))[WORDS.index(QUESTIONS[ASKED])]
    x = np.tile(question, (1, len(states[0]), 1))
    said = networks.model(name).run(x, (states,)).outputs[0]
    return tuple(int(value) for value in np.rint(said[:, ASKED]))


@dataclass(frozen=True)
class Update:
    """What one word makes of the cell state: by signal, the values of both units.

    ``fruit`` are those that each of ``kept``, ``written`` and ``c`` stands for.
    """

    label: str
    signals: Mapping[str, tuple[float, float]]
    fruit: Mapping[str, tuple[int, int]]

    @property
    def largest(self) -> float:
        return max(abs(value) for name in ("c_prev", "g", "c") for value in self.signals[name])


FACTORS = {"kept": ("f", "c_prev"), "written": ("i", "g")}
"""Of what a gate lets through: the gate, and what it multiplies."""


def update(basket: Basket) -> Update:
    """At the pear that is picked."""
    t = basket.at[PEAR]
    names = ("c_prev", "f", "kept", "i", "g", "written", "c")
    before, after = (np.array([basket.fruit(at, unit) for unit in (0, 1)]) for at in (t - 1, t))
    fruit = {"kept": before, "written": after - before, "c": after}
    return Update(
        basket.label(PEAR),
        {name: _both(getattr(basket.trace, name)[t], float) for name in names},
        {name: _both(held, int) for name, held in fruit.items()},
    )


def _both(values: Iterable[Any], kind: Callable[[Any], Number]) -> tuple[Number, Number]:
    apples, pears = (kind(value) for value in values)
    return apples, pears


def numbers_of(name: str) -> int:
    """How many numbers a network has learned."""
    return sum(array.size for array in networks.model(name).parameters.values())
