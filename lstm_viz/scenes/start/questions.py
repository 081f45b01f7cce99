"""What is asked: how many there are, before the network says so; and what held the number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from zlib import crc32

import numpy as np

from lstm_viz.lesson.basket import read
from lstm_viz.lesson.column import Answer
from lstm_viz.lesson.question import Again, Choice, Option
from lstm_viz.lesson.untaught import since_emptied
from lstm_viz.lesson.word_row import WordRow, fruits
from lstm_viz.notation import number
from lstm_viz.scenes.start.record.story import STORY
from lstm_viz.tasks.basket import EATS, FRUITS, MOST, PICKS, QUESTIONS

HELD = 0.05
"""A number that is nearer to 0 holds no fruit: one fruit is more than twice as much."""


TWICE = (PICKS[0], QUESTIONS[0], PICKS[0], QUESTIONS[0])
"""Another story, in which the same is asked twice."""


def story_questions(row: WordRow) -> tuple[Choice, ...]:
    """One before each question of the story."""
    return tuple(
        _how_many(row, n, column.answer) for n, column in enumerate(row.columns) if column.answer
    )


def _how_many(row: WordRow, n: int, answer: Answer) -> Choice:
    unit = answer.fruit
    numbers = [*range(1, MOST + 1), *range(MOST + 1, answer.so + 1)[-1:], 0]
    return Choice(
        id=_id(row, n),
        t=n,
        stage=0,
        ask=f"Mia is asked: {QUESTIONS[unit]} Say it first.",
        options=tuple(
            Option(
                fruits(value, unit) if value else "none",
                _is(value, answer),
                "same-input-same-answer" if value in _said_before(row, n) else None,
            )
            for value in numbers
        ),
        because=lambda row: _counted(row, n, unit),
        again=_ASKED_TWICE,
    )


def _said_before(row: WordRow, n: int) -> set[int]:
    """What was right when the same question was asked earlier in the story."""
    told = row.basket.sentences
    return {
        column.answer.so
        for k, column in enumerate(row.columns[:n])
        if column.answer and told[k] == told[n]
    }


def _twice() -> tuple[int, int]:
    """What the network says in the story ``TWICE``."""
    basket = read(TWICE)
    first, second = (basket.answer(n) for n, told in enumerate(TWICE) if told in QUESTIONS)
    return first, second


_ASKED_TWICE = Again(
    concept="same-input-same-answer",
    ask=f"In another story Mia {PICKS[0]} and is asked “{QUESTIONS[0]}” She picks one more and is "
    "asked again. What does the network say?",
    options=(
        Option("the same: it read the same word", lambda row: _twice()[1] == _twice()[0],
               "same-input-same-answer"),
        Option("more than before", lambda row: _twice()[1] > _twice()[0]),
        Option("less than before", lambda row: _twice()[1] < _twice()[0]),
    ),
    because=lambda row: "It says {}, then {}: what h is depends on all the words before.".format(
        *_twice()
    ),
)  # fmt: skip


def _is(value: int, answer: Answer) -> Callable[[WordRow], bool]:
    return lambda row: answer.so == value


def _id(row: WordRow, n: int) -> str:
    """The same story up to there is the same question."""
    told = row.basket.sentences[: n + 1]
    if row.basket.sentences == STORY:
        return f"how-many-{n + 1}"
    return f"own-{crc32(' '.join(told).encode()):08x}"


def _counted(row: WordRow, n: int, unit: int) -> str:
    told = [row.basket.sentences[k] for k in since_emptied(row, n)]
    picked, eaten = told.count(PICKS[unit]), told.count(EATS[unit])
    when = "" if len(told) > n else "Since she emptied the basket, "
    words = f"Mia picked {fruits(picked, unit)}"
    return f"{when}{words}{f' and ate {eaten}' if eaten else ''}."


def cell_questions(row: WordRow) -> tuple[Choice, ...]:
    """What held the number, if something was held and not asked for."""
    return (_what_holds(row),) if _kept(row) else ()


def _kept(row: WordRow) -> Sequence[tuple[int, int]]:
    """(sentence, unit) where fruit is held and nobody asks."""
    return [
        (n, unit)
        for n, column in enumerate(row.columns)
        for unit in range(len(FRUITS))
        if column.answer is None and column.fruit[unit]
    ]


def _holds(row: WordRow, signal: str) -> bool:
    """Whether it stands for the fruit at the end of each of those sentences."""
    values = getattr(row.basket.trace, signal)
    return bool(np.all([abs(values[row.basket.until[n], unit]) > HELD for n, unit in _kept(row)]))


def _because(row: WordRow) -> str:
    n, unit = _kept(row)[-1]
    t, trace = row.basket.until[n], row.basket.trace
    return (
        f"One word later, at the full stop of “{row.columns[n].label}”, c is still "
        f"{number(trace.c[t, unit])}: {fruits(row.columns[n].fruit[unit], unit)}. i is "
        f"{number(trace.i[t, unit])} by then, and h, {number(trace.h[t, unit])}, has the number "
        "only when it is asked for."
    )


def _what_holds(row: WordRow) -> Choice:
    return Choice(
        id="what-holds",
        t=0,
        stage=2,
        ask="Between the questions the number has to be kept somewhere. What holds it?",
        options=(
            Option("the input gate i", lambda row: _holds(row, "i")),
            Option("the cell state c", lambda row: _holds(row, "c")),
            Option("the hidden state h", lambda row: _holds(row, "h"), "h-is-c"),
        ),
        because=_because,
        again=_near_zero(row),
    )


def _near_zero(row: WordRow) -> Again:
    n, unit = _kept(row)[-1]

    def is_near(row: WordRow, signal: str) -> bool:
        return bool(abs(getattr(row.basket.trace, signal)[row.basket.until[n], unit]) <= HELD)

    return Again(
        concept="h-is-c",
        ask=f"After “{row.columns[n].label}” Mia has {fruits(row.columns[n].fruit[unit], unit)}, "
        "and nobody asks. Which of c and h is near 0 there?",
        options=(
            Option("the hidden state h", lambda r: is_near(r, "h") and not is_near(r, "c")),
            Option("the cell state c", lambda r: is_near(r, "c") and not is_near(r, "h")),
            Option("they are the same", lambda r: is_near(r, "c") == is_near(r, "h"), "h-is-c"),
        ),
        because=_because,
    )  # fmt: skip
