"""Mia's basket as the scenes on the gates tell it: one story, read once by the trained network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lstm_viz.cells import LSTM
from lstm_viz.lesson.gating import Card, Product, Sum
from lstm_viz.networks import basket
from lstm_viz.tasks.basket import MIA, QUESTIONS, counts_of, sentence
from lstm_viz.trace import Array, Trace

STORY = (
    "picks an apple",
    "sings",
    "picks a pear",
    "sees an apple",
    "picks an apple",
    "how many apples?",
    "empties the basket",
    "how many apples?",
)
"""What Mia does, sentence by sentence, and what is asked."""
FRUIT = ("apples", "pears")
"""What each unit keeps; tests hold it against the run."""


@dataclass(frozen=True, eq=False)
class Basket:
    """A story read by the network: T words, H = 2 units.

    ``sentences`` are what Mia does or what is asked; ``at`` has for each the step (from 0) of the
    word that says so, ``until`` that of its last word.  ``outputs`` (T, 2) is what the network
    says at each word, ``counts`` (T, 2) what is in the basket.
    """

    sentences: tuple[str, ...]
    words: tuple[str, ...]
    at: tuple[int, ...]
    until: tuple[int, ...]
    cell: LSTM
    trace: Trace
    outputs: Array
    counts: NDArray[np.int64]
    read_out: Array
    """(2, 2): the weights from h to what is said."""

    @property
    def held(self) -> Array:
        """(T, 2): what each unit would say of its fruit if its output gate were wide open."""
        held: Array = np.diag(self.read_out) * self.trace.tanh_c
        return held

    def fruit(self, t: int, unit: int) -> int:
        """The fruit that the network holds after word ``t``, as it would say it: rounded."""
        return round(float(self.held[t, unit]))

    def said(self, number: int) -> tuple[int, int]:
        """What it says at the word of a sentence, rounded: apples, pears."""
        apples, pears = np.rint(self.outputs[self.at[number]]).astype(int)
        return int(apples), int(pears)

    def label(self, number: int) -> str:
        """The sentence as a person would write it."""
        told = self.sentences[number]
        return told if told in QUESTIONS else f"{MIA} {told}"


def word_by_word(sentences: Sequence[str]) -> tuple[list[str], list[int], list[int]]:
    """The words, and for each sentence the steps of the word that says so and of its last word."""
    words: list[str] = []
    at, until = [], []
    for told in sentences:
        words += (told,) if told in QUESTIONS else sentence(told)
        until.append(len(words) - 1)
        at.append(words.index(told, until[-2] + 1 if len(until) > 1 else 0))
    return words, at, until


@lru_cache(maxsize=64)
def read(sentences: Sequence[str] = STORY) -> Basket:
    """The run of the network on these sentences; ``sentences`` is a tuple."""
    words, at, until = word_by_word(sentences)
    model = basket.model()
    forward = basket.read(words)
    (cell,) = model.layers
    assert isinstance(cell, LSTM)
    return Basket(
        sentences=tuple(sentences),
        words=tuple(words),
        at=tuple(at),
        until=tuple(until),
        cell=cell,
        trace=forward.traces[0],
        outputs=forward.outputs,
        counts=counts_of([words])[:, 0],
        read_out=model.head.weight,
    )


UNITS = (0, 1)


def cards(basket: Basket, gate: str) -> list[Card]:
    """A card a sentence: the gate at its word, the fruit held after it."""
    values = getattr(basket.trace, gate)
    return [
        Card(
            basket.label(n),
            gates=(float(values[at, 0]), float(values[at, 1])),
            fruit=(basket.fruit(until, 0), basket.fruit(until, 1)),
        )
        for n, (at, until) in enumerate(zip(basket.at, basket.until, strict=True))
    ]


def products(
    basket: Basket, number: int, before: str, gate: str, after: str, *, fruit: bool = True
) -> tuple[Product, Product]:
    """``before`` × ``gate`` = ``after`` (names of signals) at the word of sentence ``number``.

    With ``fruit`` what was held before the word lies in the first bar.
    """
    t, trace = basket.at[number], basket.trace
    first, second = (
        Product(
            float(getattr(trace, before)[t, unit]),
            float(getattr(trace, gate)[t, unit]),
            float(getattr(trace, after)[t, unit]),
            basket.fruit(t - 1, unit) if fruit and t else 0,
        )
        for unit in UNITS
    )
    return first, second


def sums(basket: Basket, number: int, gate: str) -> tuple[Sum, Sum]:
    """Where the gate comes from at the word of sentence ``number``."""
    t, trace, cell = basket.at[number], basket.trace, basket.cell
    rows = cell.rows(gate)
    word = cell.weight_ih[rows] @ trace.x[t]
    hidden = cell.weight_hh[rows] @ trace.h_prev[t]
    z = getattr(trace, f"z_{gate}")[t]
    bias, value = np.asarray(cell.bias[rows]), getattr(trace, gate)[t]
    first, second = (
        Sum(*(float(part[unit]) for part in (word, hidden, bias, z, value))) for unit in UNITS
    )
    return first, second
