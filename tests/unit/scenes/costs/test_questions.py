"""The questions on the costs have an answer, whatever the sizes."""

import pytest

from lstm_viz.figures.board import Board
from lstm_viz.lesson.question import Choice
from lstm_viz.player.questions import questions_payload
from lstm_viz.scenes.costs.picture import costs_board
from lstm_viz.scenes.costs.questions import HIGH, QUESTIONS
from lstm_viz.scenes.costs.words.captions import SAME
from tests.unit.scenes.costs.runs import SECONDS, costs_of, grid

RIGHT = {"costs-parameters": 1, "costs-longer": 1, "costs-units": 0, "costs-biases": 0}


@grid
def test_each_question_has_its_answer_whatever_the_sizes(H, I):  # noqa: E741
    costs = costs_of(H, I)
    for question in QUESTIONS:
        assert question.because(costs)
        if isinstance(question, Choice):
            assert question.right(costs) == RIGHT[question.id]
    assert len(questions_payload(QUESTIONS, costs)) == len(QUESTIONS)


def test_questions_stand_before_a_frame_of_the_board():
    shown: Board = costs_board(costs_of(8, 4))
    places = [(question.t, question.stage) for question in QUESTIONS]
    assert len(set(places)) == len(places) and (0, 0) not in places
    for t, stage in places:
        assert shown.frames[t][stage]
    assert shown.steps == SAME


@pytest.mark.parametrize("lstm, value", [(1e-5, 10 / 3), (9e-5, HIGH)])
def test_the_time_to_guess_stays_on_its_scale(lstm, value):
    (question,) = [q for q in QUESTIONS if not isinstance(q, Choice)]
    costs = costs_of(64, 32, SECONDS | {"LSTM": lstm})
    assert question.value(costs) == pytest.approx(value)
    assert question.low <= question.value(costs) <= question.high
    assert f"{lstm / 3e-6:.2f} times" in question.because(costs)
    assert [guess.value(costs) for guess in question.guesses] == [3, 4]
