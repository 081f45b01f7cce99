"""The story that is told at first, and the steps of any story at which the cell is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lstm_viz.lesson.word_row import WordRow
from lstm_viz.tasks.basket import EMPTIES, PICKS, QUESTIONS
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


@dataclass(frozen=True)
class Look:
    """Sentences at whose words the cell is looked at, and what is looked at there: the ids of
    components (``words.cell.PARTS``)."""

    sentences: tuple[int, ...]
    parts: tuple[tuple[str, ...], ...]


IN, OUT = ("cell", "i", "c"), ("o", "named")
"""What is looked at where something is picked, and where it is asked for."""


def at_one(number: int) -> Look:
    """All of the cell at the word of one sentence."""
    return Look((number,), ((*IN, "f", *OUT),))


def where_each_acts(row: WordRow) -> Look:
    """Each component where it acts: a fruit is picked, the basket is emptied, fruit are asked for.

    What a story does not have is looked at with what comes before it.
    """
    told = row.basket.sentences
    asked = [n for n, one in enumerate(told) if one in QUESTIONS]
    fruit = QUESTIONS.index(told[asked[-1]]) if asked else 0
    picked = [n for n, one in enumerate(told) if one == PICKS[fruit]]
    picked = picked or [n for n, one in enumerate(told) if one in PICKS]
    first = picked[0] if picked else len(told) - 1
    looked: dict[int, tuple[str, ...]] = {first: IN}
    emptied = told.index(EMPTIES) if EMPTIES in told else first
    for n, parts in ((emptied, ("f",)), (asked[-1] if asked else emptied, OUT)):
        looked[n] = (*looked.get(n, ()), *parts)
    return Look(tuple(looked), tuple(looked.values()))


def steps(row: WordRow, sentences: Sequence[int]) -> Trace:
    """The steps (T, H) in which the network reads the words of these sentences, as it did in the
    run."""
    trace = row.basket.trace
    at = [row.basket.at[number] for number in sentences]
    return Trace(trace.table, {name: array[at] for name, array in trace.arrays.items()}, {})
