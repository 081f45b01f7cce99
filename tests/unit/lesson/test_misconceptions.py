"""What people believe, and the statements to judge that are made of it."""

import re
from itertools import groupby

import pytest

from lstm_viz.lesson.contents import scene
from lstm_viz.lesson.misconceptions import MISCONCEPTIONS, misconception
from lstm_viz.scenes.glossary.questions import STATEMENTS
from tests.each import for_each

each = for_each("found", MISCONCEPTIONS, ids=lambda found: found.id)


@pytest.mark.parametrize("table", [MISCONCEPTIONS, STATEMENTS], ids=["beliefs", "statements"])
def test_ids_are_unique(table):
    ids = [row.id for row in table]
    assert len(set(ids)) == len(ids)


@each
def test_a_misconception_is_settled_in_a_scene(found):
    assert scene(found.scene).id == found.scene
    assert misconception(found.id) is found


@each
def test_it_is_said_in_whole_sentences(found):
    for text in (found.belief, found.so):
        assert not text[0].isspace() and text.endswith(".")
    assert not re.search(r"[.!?] ", found.so)
    assert found.so != found.belief


def test_one_that_is_not_there_is_refused():
    with pytest.raises(KeyError, match="no misconception is called 'x'"):
        misconception("x")


@for_each("found", STATEMENTS, ids=lambda found: found.id)
def test_a_statement_can_be_judged_and_looked_up(found):
    assert found.text.endswith(".") and found.because.endswith(".")
    assert not re.search(r"[.!?] ", found.because)
    assert scene(found.scene)
    beliefs = {one.id for one in MISCONCEPTIONS}
    assert found.so == (found.id not in beliefs)


def test_neither_answer_is_a_good_guess():
    so = [found.so for found in STATEMENTS]
    assert len(so) >= 2
    assert 0.35 < sum(so) / len(so) < 0.65
    assert max(len(list(run)) for _, run in groupby(so)) <= 2
