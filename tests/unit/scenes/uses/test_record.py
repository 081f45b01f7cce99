"""The five tasks: what goes in and comes out, and when."""

import pytest

from lstm_viz.lesson.glossary import TERMS
from lstm_viz.scenes.uses.record import STEPS, USES, use
from tests.unit.scenes.uses.runs import tasks


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
    assert answered["once all is read"] == tuple(range(chat.second, STEPS))
    assert chat.moments[chat.second].reads == "start"
    assert answered["once those are read"] == tuple(range(music.given[-1], STEPS))
    assert use("image-captioning").given == (0,)
    assert use("next-character").given == every  # in step with what it reads
    assert [task.id for task in USES if task.second < STEPS] == ["chatbot"]


def test_the_next_character_is_the_next_character():
    moments = use("next-character").moments
    assert [m.answers for m in moments[:-1]] == [m.reads for m in moments[1:]]
