"""The questions on the step have one right answer."""

import re

import numpy as np

from lstm_viz.player import questions_payload
from lstm_viz.scenes.start.questions import QUESTIONS
from lstm_viz.scenes.start.words import PARTS
from tests.unit.scenes.start.runs import RUN


def test_questions_have_one_right_answer_and_name_what_is_believed():
    assert len(QUESTIONS) >= 2
    assert len({question.id for question in QUESTIONS}) == len(QUESTIONS)
    for question, sent in zip(QUESTIONS, questions_payload(QUESTIONS, RUN), strict=True):
        assert question.t == 0 and 0 < question.stage < len(PARTS)
        right = sent["right"]
        assert question.options[right].believes is None
        assert any(option.believes for option in question.options)
        assert re.search(r"\d", sent["because"])


def test_a_gate_held_at_one_keeps_all():
    np.testing.assert_array_equal(RUN.held.kept, RUN.held.c_prev)
    np.testing.assert_array_equal(RUN.held.f, 1)
    text = QUESTIONS[0].because(RUN)
    assert f"keeps {RUN.step.c_prev[0, 0]:.2f} of {RUN.step.c_prev[0, 0]:.2f}" in text
    assert f"{RUN.step.kept[0, 0]:.2f} is left" in text


def test_an_output_gate_at_one_shows_all_of_the_squashed_cell_state():
    np.testing.assert_array_equal(RUN.released.o, 1)
    np.testing.assert_array_equal(RUN.released.c, RUN.step.c)
    np.testing.assert_allclose(RUN.released.h, np.tanh(RUN.step.c))
    question, step = QUESTIONS[1], RUN.step
    assert question.options[question.right(RUN)].text.startswith("In every unit nearer to 0")
    numbers = (step.c[0, 2], np.tanh(step.c[0, 2]), step.o[0, 2], step.h[0, 2])
    assert re.findall(r"−?\d\.\d\d", question.because(RUN)) == [
        f"{number:.2f}".replace("-", "−") for number in numbers
    ]


def test_no_answer_can_be_read_off_the_picture():
    """All signals of the step stand there before it is asked, so each asks "suppose"."""
    assert all(question.ask.startswith("Suppose") for question in QUESTIONS)
