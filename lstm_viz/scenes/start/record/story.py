"""The story that is told at first, and one step of any story as a run of its own."""

from __future__ import annotations

from lstm_viz.lesson.word_row import WordRow
from lstm_viz.trace import Trace

STORY = (
    "picks an apple",
    "sings",
    "picks a pear",
    "sees an apple",
    "picks a pear",
    "how many pears?",
    "empties the basket",
    "picks an apple",
    "how many apples?",
)
MOST = 30
"""Sentences of a story."""


def step(row: WordRow, number: int) -> Trace:
    """The one step (1, H) in which the network reads the word of a sentence."""
    basket = row.basket
    t, trace = basket.at[number], basket.trace
    return basket.cell.run(trace.x[t : t + 1], trace.h_prev[t], trace.c_prev[t])
