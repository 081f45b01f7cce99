"""The story of the page, one step of it, and stories that readers make."""

import numpy as np
import pytest

from lstm_viz.scenes.start.record.story import (
    MOST,
    SENTENCES,
    STORY,
    code,
    decoded,
    put_in,
    step,
    taken_out,
)
from lstm_viz.scenes.start.record.typed import LONGEST, UnknownSentenceError, sentences
from lstm_viz.tasks.basket import MIA, QUESTIONS, STOP, WORDS
from tests.unit.scenes.start.runs import ROW


def test_every_sentence_is_one_the_network_knows_and_has_a_code() -> None:
    assert {*SENTENCES, MIA, STOP} == set(WORDS)
    assert [decoded(code(one)) for one in SENTENCES] == list(SENTENCES)
    assert not any(set(code(one)) & set(".?& ") for one in SENTENCES)
    with pytest.raises(ValueError):
        decoded("picks")


def test_a_step_is_that_of_the_run() -> None:
    for n in range(len(ROW)):
        one, at = step(ROW, n), ROW.basket.at[n]
        assert one.x.shape[0] == 1
        for name in one.names:
            expected = getattr(ROW.basket.trace, name)[at]
            np.testing.assert_allclose(getattr(one, name)[0], expected, atol=1e-12)


def test_the_network_is_right_and_this_rnn_once_not() -> None:
    """What the story is there to show."""
    answers = [column.answer for column in ROW.columns if column.answer]
    assert [answer.lstm for answer in answers] == [answer.so for answer in answers] == [2, 1]
    assert any(answer.rnn != answer.so for answer in answers)


def test_sentences_are_put_in_behind_the_one_on_screen_and_taken_out() -> None:
    story, there = put_in(("a", "b"), 0, ("sings", "waits", QUESTIONS[0], "sings"))
    assert story == ("a", "sings", "waits", QUESTIONS[0], "sings", "b")
    assert there == 2, "a question is asked before it is seen"
    assert put_in(("a", "b"), 1, ("sings",)) == (("a", "b", "sings"), 2)
    assert put_in(("a", "b"), 1, (QUESTIONS[0],)) == (("a", "b", QUESTIONS[0]), 1)
    assert taken_out(("a", "b", "c"), 1) == ("a", "c")
    assert len(STORY) < MOST


@pytest.mark.parametrize(
    "text, read",
    [
        ("Mia eats an apple. How many apples?", ("eats an apple", "how many apples?")),
        ("  mia SINGS ,and sleeps;\nthen waits", ("sings", "sleeps", "waits")),
        ("how many pears", ("how many pears?",)),
        ("how many pears? how many apples?", ("how many pears?", "how many apples?")),
    ],
)
def test_what_is_typed_is_read(text: str, read: tuple[str, ...]) -> None:
    assert sentences(text) == read


@pytest.mark.parametrize(
    "text, said",
    [
        ("Mia buys an apple", "the word “buys”"),
        ("sings. Mia sees the basket", "the sentence “sees the basket”"),
        ("Mia", "the sentence “mia”"),
        (" . ", "got no words"),
        ("a" * (LONGEST + 1), "got 1,001"),
    ],
)
def test_what_it_does_not_know_is_said_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(UnknownSentenceError) as raised:
        sentences(text)
    assert said in str(raised.value)
    assert str(raised.value).count(".") == 1
