"""The questions on the belt have one right answer."""

import pytest

from lstm_viz.lesson.question import Choice, Marker
from lstm_viz.player.questions import questions_payload
from lstm_viz.scenes.cell_state import record as belt
from lstm_viz.scenes.cell_state.questions.belt import AHEAD, FIRST, SECOND, questions
from lstm_viz.scenes.cell_state.record import NUMBERED_FROM, UNIT
from lstm_viz.scenes.cell_state.words.belt import equation, numbers, sentence
from tests.unit.scenes.cell_state.runs import EVERY, KEEPS, every, words


def test_what_arrives_is_asked_before_it_is_printed():
    for keep, gate in EVERY:
        run = belt.run(keep, gate)
        assert sorted(question.t for question in questions(run)) == [FIRST, SECOND]
        assert SECOND <= NUMBERED_FROM
        for t in range(SECOND):
            said = words(sentence(run, t) + equation(t) + numbers(run, t))
            assert "paths" not in said and "∂" not in said and "influence" not in said


@every
def test_each_setting_asks_two_questions_with_one_right_answer(keep, gate):
    run = belt.run(keep, gate)
    found = questions(run)
    assert len(found) == 2 and len({question.id for question in found}) == 2
    for question, sent in zip(found, questions_payload(found, run), strict=True):
        assert question.id.startswith("belt-") and (question.t, question.stage) > (0, 0)
        assert sent["because"]
        if isinstance(question, Marker):
            value = question.value(run)
            assert value == run.trace.c[AHEAD, UNIT]
            assert question.low <= value <= question.high
            # A wrong guess is never so near that being right would be called wrong.
            assert all(abs(guess.value(run) - value) > question.near for guess in question.guesses)


def test_at_nine_tenths_the_guesses_are_the_usual_ones():
    run = belt.run(0.9)
    (place,) = (q for q in questions(run) if isinstance(q, Marker))
    assert place.t == FIRST
    assert [guess.value(run) for guess in place.guesses] == pytest.approx([1.0, 0.0, 0.0])
    assert place.value(run) == pytest.approx(0.9**10)
    assert "0.90<sup>10</sup> × 1.00 = 0.35" in place.because(run)


@pytest.mark.parametrize(("keep", "right"), [(1.0, 0), (0.9, 1), (0.0, 2)])
def test_what_arrives_of_a_gradient(keep, right):
    run = belt.run(keep)
    (choice,) = (q for q in questions(run) if isinstance(q, Choice))
    assert choice.right(run) == right


@pytest.mark.parametrize("keep", KEEPS)
def test_left_free_the_derivative_is_not_the_product(keep):
    run = belt.run(keep, "free")
    (choice,) = (q for q in questions(run) if q.id.startswith("belt-free"))
    assert choice.right(run) == 1
