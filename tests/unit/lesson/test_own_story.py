"""Stories that readers make: what a link says of them, and what is put in where."""

import pytest

from lstm_viz.lesson.own_story import code, decoded, put_in, taken_out
from lstm_viz.networks.basket_text import SENTENCES
from lstm_viz.tasks.basket import QUESTIONS


def test_every_sentence_has_a_code() -> None:
    assert [decoded(code(one)) for one in SENTENCES] == list(SENTENCES)
    assert not any(set(code(one)) & set(".?& ") for one in SENTENCES)
    with pytest.raises(ValueError):
        decoded("picks")


def test_sentences_are_put_in_behind_the_one_on_screen_and_taken_out() -> None:
    story, there = put_in(("a", "b"), 0, ("sings", "waits", QUESTIONS[0], "sings"))
    assert story == ("a", "sings", "waits", QUESTIONS[0], "sings", "b")
    assert there == 2, "a question is asked before it is seen"
    assert put_in(("a", "b"), 1, ("sings",)) == (("a", "b", "sings"), 2)
    assert put_in(("a", "b"), 1, (QUESTIONS[0],)) == (("a", "b", QUESTIONS[0]), 1)
    assert taken_out(("a", "b", "c"), 1) == ("a", "c")
