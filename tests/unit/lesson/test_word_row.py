"""The row of words says what both networks did at each sentence of a story."""

import numpy as np
import pytest

from lstm_viz.lesson.word_row import fruits, in_the_basket, word_row
from lstm_viz.networks import basket
from lstm_viz.tasks.basket import EATS, EMPTIES, PICKS, QUESTIONS

STORY = (PICKS[1], PICKS[0], PICKS[1], QUESTIONS[1], EMPTIES, EATS[0], QUESTIONS[0])


def test_columns_are_the_runs() -> None:
    row = word_row(STORY)
    rival = basket.read(row.basket.words, basket.RNN).outputs
    for n, column in enumerate(row.columns):
        at, trace = row.basket.at[n], row.basket.trace
        assert row.basket.words[at] == STORY[n] and STORY[n] in column.label
        assert column.state == tuple(trace.c[at])
        for gate, values in column.gates.items():
            assert values == tuple(getattr(trace, gate)[at])
        assert (column.answer is not None) == (STORY[n] in QUESTIONS)
        if column.answer:
            fruit = QUESTIONS.index(STORY[n])
            assert column.answer.fruit == fruit
            assert column.answer.lstm == np.rint(row.basket.outputs[at, fruit])
            assert column.answer.rnn == np.rint(rival[at, fruit])
            assert column.answer.so == row.there[n][fruit]
    assert [column.answer.lstm for column in row.columns if column.answer] == [2, -1]


def test_nobody_can_eat_what_is_not_there() -> None:
    assert in_the_basket((EATS[1], PICKS[1], EATS[1], EATS[1], PICKS[0])) == (
        (0, 0), (0, 1), (0, 0), (0, 0), (1, 0),
    )  # fmt: skip


@pytest.mark.parametrize(
    "number, unit, words",
    [(0, 0, "no apples"), (1, 1, "1 pear"), (3, 0, "3 apples"), (-1, 1, "−1 pears")],
)
def test_numbers_of_fruit_in_words(number: int, unit: int, words: str) -> None:
    assert fruits(number, unit) == words
