"""A sentence of a story as a column of the row of words, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """What is said to a question on the fruit of unit ``fruit``, rounded, and what is so."""

    fruit: int
    lstm: int
    rnn: int
    so: int


@dataclass(frozen=True)
class Column:
    """A sentence: both networks have read its word."""

    label: str
    gates: Mapping[str, tuple[float, float]]
    """By gate, how far it is open for each unit."""
    state: tuple[float, float]
    """The cell state c after the word."""
    fruit: tuple[int, int]
    """The fruit that it stands for, as the network would say it."""
    answer: Answer | None = None
