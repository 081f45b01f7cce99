"""The five tasks: what goes in, what comes out and when, all read off their moments."""

import re

import pytest

from lstm_viz.lesson.glossary import TERMS, linked, linked_html
from lstm_viz.lesson.misconceptions import misconception
from lstm_viz.player.questions import asked
from lstm_viz.scenes.uses.questions import QUESTIONS
from lstm_viz.scenes.uses.record import STEPS, USES, Moment, Use, use
from lstm_viz.scenes.uses.words import ENDING, OPENING, STAGES, sentence

tasks = pytest.mark.parametrize("task", USES, ids=lambda task: task.id)


def test_they_are_the_five_of_the_brief():
    assert [task.title for task in USES] == [
        "Next character", "Chatbot", "Image captioning", "Music composition", "Speech recognition",
    ]  # fmt: skip
    assert use("chatbot") is USES[1]
    with pytest.raises(KeyError, match="no use is called 'tea'"):
        use("tea")


@tasks
def test_an_own_answer_that_is_read_is_the_one_given_before(task):
    assert len(task.moments) == STEPS
    assert not task.moments[0].own
    for before, moment in zip(task.moments, task.moments[1:], strict=False):
        assert moment.reads
        if moment.own:
            assert moment.reads == before.answers


def test_patterns_follow_from_the_moments():
    patterns = {task.id: task.pattern for task in USES}
    assert patterns == {
        "next-character": "many-to-many",
        "chatbot": "many-to-many",
        "image-captioning": "one-to-many",
        "music-composition": "many-to-many",
        "speech-recognition": "many-to-one",
    }
    assert set(patterns.values()) <= {entry.term for entry in TERMS}


def test_answers_come_when_the_cards_say():
    every, last = tuple(range(STEPS)), (STEPS - 1,)
    answered = {task.when: task.answered for task in USES}
    assert answered["at every step"] == every
    assert answered["at the last step"] == last
    chat, music = use("chatbot"), use("music-composition")
    assert answered["once all has been read"] == tuple(range(chat.second, STEPS))
    assert chat.moments[chat.second].reads == "start"
    assert answered["once those are read"] == tuple(range(music.given[-1], STEPS))
    assert use("image-captioning").given == (0,)
    assert use("next-character").given == every  # in step with what it reads
    assert [task.id for task in USES if task.second < STEPS] == ["chatbot"]


def test_the_next_character_is_the_next_character():
    moments = use("next-character").moments
    assert [m.answers for m in moments[:-1]] == [m.reads for m in moments[1:]]


@tasks
def test_sentences_say_what_is_read_and_answered(task):
    for k in range(STAGES):
        text = sentence(task, k)
        assert text and "[[" not in linked_html(text)
        if 1 <= k <= STEPS:
            moment = task.moments[k - 1]
            quoted = re.findall("“(.*?)”", text)
            assert quoted == [moment.reads] + [moment.answers] * bool(moment.answers)
            assert ("its own last answer" in text) == moment.own
            assert ("answers nothing yet" in text) == (not moment.answers)
    assert f"[[{task.pattern}]]" in sentence(task, 0)
    assert sentence(task, STAGES - 1) == task.note


def test_what_is_typed_in_a_moment_is_shown_as_text():
    task = Use("a", "A", "b", "c", "d", (Moment("<b>", "&"), *USES[0].moments[1:]), "e")
    assert "“&lt;b&gt;”" in sentence(task, 1) and "“&amp;”" in sentence(task, 1)


def test_terms_are_in_the_glossary():
    assert "[[" not in linked(OPENING) + linked(ENDING)


def test_each_question_has_its_answer():
    right = {question.id: question.right(USES) for question in QUESTIONS}
    assert right == {"uses-same-input": 1, "uses-caption-input": 1, "uses-speech-answer": 1}
    for question in QUESTIONS:
        assert (question.t, question.stage) != (0, 0)
        for option in question.options:
            assert option.believes is None or misconception(option.believes)
    titles = {USES[question.t].id for question in QUESTIONS}
    assert titles == {"next-character", "image-captioning", "speech-recognition"}
    assert len(asked(QUESTIONS, USES)) == 3


def test_answers_are_computed_from_the_tasks():
    """Were the examples others, other options would be right."""
    first, *rest, caption, music, speech = USES
    same = Use(**vars(first) | {"moments": tuple(Moment("m", "m") for _ in range(STEPS))})
    again = Use(**vars(caption) | {"moments": tuple(Moment("image", "a") for _ in range(STEPS))})
    always = Use(**vars(speech) | {"moments": tuple(Moment("f", "s") for _ in range(STEPS))})
    others = (same, *rest, again, music, always)
    assert [question.right(others) for question in QUESTIONS] == [0, 0, 0]
