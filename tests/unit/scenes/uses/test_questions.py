"""The questions on the five tasks are answered by them."""

from lstm_viz.lesson.misconceptions import misconception
from lstm_viz.player.questions import questions_payload
from lstm_viz.scenes.uses.questions import QUESTIONS
from lstm_viz.scenes.uses.record import STEPS, USES, Moment, Use


def test_each_question_has_its_answer():
    right = {question.id: question.right(USES) for question in QUESTIONS}
    assert right == {"uses-caption-input": 1, "uses-speech-answer": 1}
    for question in QUESTIONS:
        assert (question.t, question.stage) != (0, 0)
        for option in question.options:
            assert option.believes is None or misconception(option.believes)
    titles = {USES[question.t].id for question in QUESTIONS}
    assert titles == {"image-captioning", "speech-recognition"}
    assert len(questions_payload(QUESTIONS, USES)) == 2


def test_answers_are_computed_from_the_tasks():
    """Were the examples others, other options would be right."""
    first, *rest, caption, music, speech = USES
    again = Use(**vars(caption) | {"moments": tuple(Moment("image", "a") for _ in range(STEPS))})
    always = Use(**vars(speech) | {"moments": tuple(Moment("f", "s") for _ in range(STEPS))})
    others = (first, *rest, again, music, always)
    assert [question.right(others) for question in QUESTIONS] == [0, 0]
