"""Marks stay on the letters they were put on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.scenes.read_along.controls.marks import inside, pushed

TEXT = "the cat sat"
CAT = ((4, 7),)


def marked(text, marks):
    return [text[first:last] for first, last in marks]


def test_typing_before_a_mark_pushes_it():
    after = "now " + TEXT
    assert marked(after, pushed(CAT, TEXT, after)) == ["cat"]


def test_typing_after_a_mark_leaves_it():
    assert pushed(CAT, TEXT, TEXT + " down") == CAT


def test_typing_just_beside_a_mark_is_not_in_it():
    assert marked("the -cat sat", pushed(CAT, TEXT, "the -cat sat")) == ["cat"]
    assert marked("the cat- sat", pushed(CAT, TEXT, "the cat- sat")) == ["cat"]


def test_typing_within_a_mark_is_in_it():
    assert marked("the chat sat", pushed(CAT, TEXT, "the chat sat")) == ["chat"]


def test_a_mark_whose_letters_are_deleted_is_gone():
    assert pushed(CAT, TEXT, "the sat") == ()


def test_a_mark_that_was_replaced_in_part_keeps_what_took_its_place():
    assert marked("the cow sat", pushed(CAT, TEXT, "the cow sat")) == ["cow"]


def test_a_mark_whose_letters_were_all_replaced_is_gone():
    assert pushed(CAT, TEXT, "the dog sat") == ()


@pytest.mark.parametrize("after", ["When shall we three", "this is another text", "t"])
def test_no_mark_stays_where_the_whole_text_was_replaced(after):
    """Whatever letters the two happen to begin and end with."""
    assert pushed(((0, 7), (4, 7), (8, 10)), TEXT, after) == ()


def test_a_mark_keeps_what_is_left_of_it_if_that_is_most():
    assert marked("the caXX", pushed(CAT, TEXT, "the caXX")) == ["ca"]
    assert marked("XX cat sat", pushed(((2, 7),), TEXT, "XX cat sat")) == [" cat"]


def test_a_mark_behind_the_end_covers_nothing():
    assert inside(((0, 2), (3, 9), (5, 7), (80, 90)), 5) == ((0, 2), (3, 5))


@given(st.text("ab", max_size=9), st.text("ab", max_size=9), st.integers(0, 9), st.integers(1, 9))
def test_marks_stay_inside_the_text(before, after, first, length):
    marks = ((min(first, len(before)), min(first + length, len(before))),)
    for start, end in pushed(marks, before, after):
        assert 0 <= start < end <= len(after)


@given(st.text("ab ", max_size=9))
def test_an_unchanged_text_keeps_its_marks(text):
    marks = tuple((k, k + 1) for k in range(len(text)))
    assert pushed(marks, text, text) == marks
