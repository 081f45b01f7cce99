"""The story that is told at first, and one step of any story as a run of its own."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.lesson.word_row import WordRow
from lstm_viz.tasks.basket import EATS, EMPTIES, IDLE, PICKS, QUESTIONS
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
SENTENCES = (*PICKS, *EATS, EMPTIES, *IDLE, *QUESTIONS)
"""All that the network has learned to read."""
MOST = 30
"""Sentences of a story."""


def step(row: WordRow, number: int) -> Trace:
    """The one step (1, H) in which the network reads the word of a sentence."""
    basket = row.basket
    t, trace = basket.at[number], basket.trace
    return basket.cell.run(trace.x[t : t + 1], trace.h_prev[t], trace.c_prev[t])


def code(sentence: str) -> str:
    """A sentence as a link says it: ``picks-an-apple``, ``how-many-pears``."""
    return sentence.rstrip("?").replace(" ", "-")


def decoded(text: str) -> str:
    """The sentence that a link means; ``ValueError`` if there is none."""
    for sentence in SENTENCES:
        if code(sentence) == text:
            return sentence
    raise ValueError(text)


def put_in(
    story: Sequence[str], number: int, sentences: Sequence[str]
) -> tuple[tuple[str, ...], int]:
    """The story with ``sentences`` after its sentence ``number``, and where to look then.

    That is the last of them before the first question: questions are asked before they are seen.
    """
    there = number + next((n for n, one in enumerate(sentences) if one in QUESTIONS),
                          len(sentences))  # fmt: skip
    return (*story[: number + 1], *sentences, *story[number + 1 :]), there


def taken_out(story: Sequence[str], number: int) -> tuple[str, ...]:
    """The story without its sentence ``number``."""
    return (*story[:number], *story[number + 1 :])
