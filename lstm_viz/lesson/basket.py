"""Mia's basket as the scenes on the gates tell it: one story, read once by the trained network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lstm_viz.cells import LSTM
from lstm_viz.cells.activations import squashed
from lstm_viz.lesson.gating import UNITS, Card, Gated, Product, Sum, decimals
from lstm_viz.networks import basket
from lstm_viz.notation import number as write
from lstm_viz.signals import LSTM_SIGNALS, signal
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

    def fruit(self, t: int, unit: int) -> int:
        """What a unit would say of its fruit after word ``t`` with a wide open output gate."""
        return round(float(self.read_out[unit, unit] * self.trace.tanh_c[t, unit]))

    def said(self, number: int) -> tuple[int, int]:
        """What it says at the word of a sentence, rounded: apples, pears."""
        apples, pears = np.rint(self.outputs[self.at[number]]).astype(int)
        return int(apples), int(pears)

    def numbers(self, signal: str, number: int) -> tuple[str, str]:
        """A signal of both units at the word of a sentence, as it is written: apples, pears."""
        apples, pears = map(write, getattr(self.trace, signal)[self.at[number]])
        return apples, pears

    def answer(self, number: int) -> int:
        """What it says of the fruit that sentence ``number`` asks for."""
        return self.said(number)[QUESTIONS.index(self.sentences[number])]

    def told(self, number: int) -> str:
        """What it says at sentence ``number``: the answer; both fruit if it talks unasked."""
        said = self.said(number)
        if self.sentences[number] in QUESTIONS and sum(said) == self.answer(number):
            return str(self.answer(number))
        return ", ".join(map(str, said)) if any(said) else ""

    def label(self, number: int) -> str:
        """The sentence as a person would write it."""
        told = self.sentences[number]
        return told if told in QUESTIONS else f"{MIA} {told}"

    def cards(self, gate: str) -> tuple[Card, ...]:
        """A card a sentence: the gate at its word, the fruit held after it."""
        values = getattr(self.trace, gate)
        return tuple(
            Card(
                self.label(n),
                gates=(float(values[at, 0]), float(values[at, 1])),
                fruit=(self.fruit(until, 0), self.fruit(until, 1)),
                says=self.told(n),
            )
            for n, (at, until) in enumerate(zip(self.at, self.until, strict=True))
        )

    def products(self, number: int, gated: Gated) -> tuple[Product, Product]:
        """What the gates of both units do at the word of sentence ``number``."""
        t = self.at[number]
        before, gate, after = (
            getattr(self.trace, name)[t] for name in (gated.before, gated.gate, gated.after)
        )
        first, second = (
            Product(
                float(before[unit]),
                float(gate[unit]),
                float(after[unit]),
                self.fruit(t - 1, unit) if gated.held and t else 0,
                float(self.trace.c[t, unit]) if gated.before == "tanh_c" else None,
            )
            for unit in UNITS
        )
        return first, second

    def sums(self, number: int, gate: str) -> tuple[Sum, Sum]:
        """Where the gate comes from at the word of sentence ``number``."""
        return sums(self.cell, self.trace, self.at[number], gate)


def sums(cell: LSTM, trace: Trace, t: int, gate: str) -> tuple[Sum, Sum]:
    """Where a gate of both units comes from at step ``t`` (from 0) of a run of the cell."""
    rows = cell.rows(gate)
    word = cell.weight_ih[rows] @ trace.x[t]
    hidden = cell.weight_hh[rows] @ trace.h_prev[t]
    bias = np.asarray(cell.bias[rows])
    z, value = (getattr(trace, name)[t] for name in (f"z_{gate}", gate))
    row = signal(LSTM_SIGNALS, gate)
    assert row.activation is not None
    of_written = squashed(row.activation, np.array([round(float(one), decimals(one)) for one in z]))
    parts = (word, hidden, bias, z, value, squashed(row.activation, z), of_written)
    first, second = (Sum(*(float(part[unit]) for part in parts)) for unit in UNITS)
    return first, second


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
def read(sentences: tuple[str, ...] = STORY) -> Basket:
    """The run of the network on these sentences."""
    words, at, until = word_by_word(sentences)
    model = basket.model()
    forward = basket.read(words)
    (cell,) = model.layers
    assert isinstance(cell, LSTM)
    return Basket(
        sentences=sentences,
        words=tuple(words),
        at=tuple(at),
        until=tuple(until),
        cell=cell,
        trace=forward.traces[0],
        outputs=forward.outputs,
        counts=counts_of([words])[:, 0],
        read_out=model.head.weight,
    )


@lru_cache(maxsize=64)
def held_open(gate: str, sentences: tuple[str, ...] = STORY) -> Basket:
    """The same story with a gate of both units held at 1 throughout."""
    free = read(sentences)
    trace = free.cell.run(free.trace.x, clamp={gate: 1.0})
    return replace(free, trace=trace, outputs=basket.model().head.run(trace.h))
