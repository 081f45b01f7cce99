"""The questions of the phone call have one right answer, in the story and in every "what if"."""

from itertools import pairwise

import pytest

from lstm_viz.lesson.question import Choice, Marker
from lstm_viz.player import questions_payload
from lstm_viz.scenes.phone_call.picture.film import STAGES
from lstm_viz.scenes.phone_call.questions import HELLO, ONWARDS, QUESTIONS, SPEAK, THINK
from lstm_viz.scenes.phone_call.record import run
from lstm_viz.scenes.phone_call.words.call import ANSWER, BIRTHDAY, STORY

RUNS = {held: run(held).trace for held in (None, *range(len(STORY.beats)))}
runs = pytest.mark.parametrize("held", RUNS)
BY_ID = {question.id: question for question in QUESTIONS}


def right(id, held):
    question = BY_ID[id]
    return question.options[question.right(RUNS[held])].text


def test_they_stand_at_frames_of_the_story_in_order():
    places = [(question.t, question.stage) for question in QUESTIONS]
    assert places == sorted(set(places)) and places[0] > (0, 0)
    assert all(t < len(STORY.beats) and stage < len(STAGES) for t, stage in places)
    assert len(BY_ID) == len(QUESTIONS) >= 2
    moments = [STORY.words[t] for t in (HELLO, THINK, SPEAK, ONWARDS)]
    assert moments == ["hello", "think", "speak", "onwards"]


def test_a_question_about_one_thought_points_at_it():
    sent = {one["id"]: one["unit"] for one in questions_payload(QUESTIONS, RUNS[None])}
    assert sent == {
        "put-aside": None,
        "birthday-lands": BIRTHDAY,
        "said-yet": ANSWER,
        "left-after-speaking": ANSWER,
    }


@runs
def test_exactly_one_answer_is_right(held):
    for sent in questions_payload(QUESTIONS, RUNS[held]):
        if sent["kind"] == "choice":
            assert 0 <= sent["right"] < len(sent["options"])
        else:
            assert sent["low"] < sent["value"] < sent["high"]


def test_as_told_a_wrong_answer_has_a_reason():
    for question in QUESTIONS:
        if isinstance(question, Choice):
            number = question.right(RUNS[None])
            assert question.options[number].believes is None
            assert any(option.believes for option in question.options)


def test_the_what_if_changes_the_answer_for_a_reason():
    assert right("put-aside", None) == "The song, not her birthday"
    assert right("put-aside", HELLO) == "Neither"


@runs
def test_what_was_said_is_not_gone(held):
    assert right("left-after-speaking", held) == "As much as before you spoke"
    assert right("said-yet", held) == "Hardly anything"


@runs
def test_the_birthday_lands_beyond_one_and_wrong_guesses_are_told_apart(held):
    question, trace = BY_ID["birthday-lands"], RUNS[held]
    assert isinstance(question, Marker)
    value = question.value(trace)
    assert value == trace.c[HELLO, BIRTHDAY] > 1
    guesses = sorted(guess.value(trace) for guess in question.guesses)
    assert all(abs(guess - value) > 2 * question.near for guess in guesses)
    assert all(b - a > question.near for a, b in pairwise(guesses))


@runs
def test_the_reasons_give_the_numbers_of_this_run(held):
    trace = RUNS[held]
    reasons = {question.id: question.because(trace) for question in QUESTIONS}
    c = trace.c[HELLO, BIRTHDAY]
    kept, written = trace.kept[HELLO, BIRTHDAY], trace.written[HELLO, BIRTHDAY]
    assert f"{kept:.2f} kept plus {written:.2f} written is {c:.2f}" in reasons["birthday-lands"]
    assert f"c is {trace.c[THINK, 5]:.2f}" in reasons["said-yet"]
    assert f"h is {trace.h[THINK, 5]:.2f}." in reasons["said-yet"]
    assert f"h, {trace.h[SPEAK, 5]:.2f}, is a share of squashed c" in reasons["left-after-speaking"]
    assert f"begins with it at {trace.c[SPEAK, 5]:.2f}" in reasons["left-after-speaking"]
    assert ("over 99 %" in reasons["put-aside"]) == (held == HELLO)
