"""A story of Mia's basket as a row of columns, one a sentence: gates, basket, and what is said.

It is read by the LSTM and, beside it, by the RNN that has as many numbers and was trained alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lstm_viz.lesson.basket import Basket, read
from lstm_viz.lesson.column import Answer, Column
from lstm_viz.lesson.gating import UNITS
from lstm_viz.networks import basket as networks
from lstm_viz.signals import LSTM_SIGNALS, shares
from lstm_viz.tasks.basket import FRUITS, QUESTIONS, after

GATES = shares(LSTM_SIGNALS)
"""f, i and o, in the order of the paper."""


@dataclass(frozen=True, eq=False)
class WordRow:
    basket: Basket
    columns: tuple[Column, ...]
    there: tuple[tuple[int, int], ...]
    """What is in the basket after each sentence; nobody can eat what is not there."""

    def __len__(self) -> int:
        return len(self.columns)


@lru_cache(maxsize=64)
def word_row(sentences: Sequence[str]) -> WordRow:
    """The row of a story; ``sentences`` is a tuple of what Mia does and what is asked."""
    basket = read(sentences)
    rival = networks.read(basket.words, networks.RNN).outputs
    there = in_the_basket(sentences)
    columns = []
    for n, told in enumerate(sentences):
        at = basket.at[n]
        answer = None
        if told in QUESTIONS:
            fruit = QUESTIONS.index(told)
            lstm = basket.said(n)[fruit]
            answer = Answer(fruit, lstm, int(np.rint(rival[at, fruit])), there[n][fruit])
        columns.append(
            Column(
                basket.label(n),
                {gate: _pair(getattr(basket.trace, gate)[at]) for gate in GATES},
                _pair(basket.trace.c[at]),
                (basket.fruit(at, 0), basket.fruit(at, 1)),
                answer,
            )
        )
    return WordRow(basket, tuple(columns), there)


def in_the_basket(sentences: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The apples and pears that are there after each sentence, never fewer than none."""
    counts, found = (0, 0), []
    for told in sentences:
        apples, pears = after(told, counts)
        counts = (max(apples, 0), max(pears, 0))
        found.append(counts)
    return tuple(found)


def fruits(number: int, unit: int) -> str:
    """A number of fruit in words: ``1 apple``, ``2 pears``, ``no apples``, ``−1 pears``."""
    name = FRUITS[unit] + "s" * (number != 1)
    return f"{str(number).replace('-', '−') if number else 'no'} {name}"


def _pair(values: Sequence[float]) -> tuple[float, float]:
    first, second = (float(values[unit]) for unit in UNITS)
    return first, second
