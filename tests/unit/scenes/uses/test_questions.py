"""The questions on the six networks are answered by what they did."""

from dataclasses import replace

from lstm_viz.lesson.misconceptions import misconception
from lstm_viz.player.questions import questions_payload
from lstm_viz.scenes.uses.questions import QUESTIONS
from lstm_viz.scenes.uses.record import STEPS, uses


def test_each_question_has_its_answer():
    right = {question.id: question.right(uses()) for question in QUESTIONS}
    assert right == {"uses-caption-input": 1, "uses-speech-answer": 1}
    for question in QUESTIONS:
        assert (question.t, question.stage) != (0, 0)
        for option in question.options:
            assert option.believes is None or misconception(option.believes)
    assert len(questions_payload(QUESTIONS, uses())) == 2


def test_answers_are_computed_from_the_runs():
    """Were the networks others, other options would be right."""

    def other(task):
        first = task.moments[0]
        if task.id == "captions":
            return replace(task, moments=(replace(first, own=False),) * STEPS)
        if task.id == "speech":
            return replace(task, moments=(replace(first, answers="s"),) * STEPS)
        return task

    others = tuple(map(other, uses()))
    assert [question.right(others) for question in QUESTIONS] == [0, 0]
