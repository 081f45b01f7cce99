"""What squashing asks has one right answer, whatever is set."""

import numpy as np
import pytest

from lstm_viz.lesson.question import Choice
from lstm_viz.notation import in_powers
from lstm_viz.player import questions_payload
from lstm_viz.scenes.squashing.questions.sigmoid import SIGMOID_QUESTIONS
from lstm_viz.scenes.squashing.questions.tanh import TANH_QUESTIONS
from lstm_viz.scenes.squashing.record.tanh import tanh_run
from lstm_viz.scenes.squashing.words.tanh import STOPS
from tests.unit.scenes.squashing.runs import GATES, START, runs


def test_every_part_asks_twice_or_more_and_each_question_has_a_name_of_its_own():
    parts = [
        (TANH_QUESTIONS, STOPS),
        (SIGMOID_QUESTIONS, len(GATES)),
    ]
    for questions, steps in parts:
        assert len(questions) >= 2
        places = [(q.t, q.stage) for q in questions]
        assert places == sorted(set(places)) and places[0] > (0, 0)
        assert all(t < steps and stage == 0 for t, stage in places)
    ids = [question.id for questions, *_ in parts for question in questions]
    assert len(set(ids)) == len(ids)


@runs
def test_one_answer_on_tanh_is_right(run):
    place, squashed = questions_payload(TANH_QUESTIONS, run)
    z = run.z[1][np.abs(run.z[1]).argmax()]
    assert place["value"] == pytest.approx(np.tanh(z), abs=1e-3)
    assert place["low"] < place["value"] < place["high"]
    with_tanh = np.abs(run.squashed[-1]).max()
    assert squashed["right"] == (2 if with_tanh < 0.1 else 1)
    assert in_powers(with_tanh) in squashed["because"]


def test_as_it_opens_who_believes_that_tanh_clips_is_told_so():
    place = questions_payload(TANH_QUESTIONS, tanh_run(1.2, START))[0]
    (guess,) = place["guesses"]
    assert guess["value"] == 1 and abs(guess["value"] - place["value"]) > place["near"]


def test_one_answer_on_gates_is_right():
    zero, shut = questions_payload(SIGMOID_QUESTIONS, GATES)
    right = [question["options"][question["right"]] for question in (zero, shut)]
    assert [option["text"] for option in right] == ["½", "Almost nothing"]


def test_a_wrong_answer_has_a_reason():
    for question in SIGMOID_QUESTIONS:
        if isinstance(question, Choice):
            assert any(option.believes for option in question.options)
