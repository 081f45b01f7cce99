"""The six networks: what each reads and answers when, and that it is what its run says."""

import numpy as np
import pytest

from lstm_viz.lesson.glossary import TERMS
from lstm_viz.networks import stored, wave
from lstm_viz.scenes.uses.record import STEPS, uses
from lstm_viz.scenes.uses.record.next_character import TEXT
from lstm_viz.scenes.uses.record.use import moved_most
from lstm_viz.ui.navigation import page_of

BY_ID = {task.id: task for task in uses()}


def test_there_are_six_each_with_its_page():
    assert list(BY_ID) == ["next-character", "chatbot", "captions", "music", "speech", "forecast"]
    for task in uses():
        assert page_of(task.id).title == task.title
        assert len(task.moments) == len(task.gate.values) == STEPS
        assert all(0 <= value <= 1 for value in task.gate.values)
        for moment in task.moments:
            assert moment.reads
            assert all(0 <= height <= 1 for height in (*moment.reads_at, *moment.answers_at))


def test_an_own_answer_that_is_read_is_the_one_given_before():
    for task in uses():
        assert not task.moments[0].own
        for before, moment in zip(task.moments, task.moments[1:], strict=False):
            if moment.own:
                assert (moment.reads, moment.reads_at) == (before.answers, before.answers_at), (
                    task.id
                )


def test_patterns_follow_from_the_moments():
    assert {id: task.pattern for id, task in BY_ID.items()} == {
        "next-character": "many-to-many",
        "chatbot": "many-to-many",
        "captions": "one-to-many",
        "music": "many-to-many",
        "speech": "many-to-one",
        "forecast": "many-to-many",
    }
    assert {task.pattern for task in uses()} <= {entry.term for entry in TERMS}


def test_who_answers_when():
    every = tuple(range(STEPS))
    assert BY_ID["next-character"].answered == BY_ID["next-character"].given == every
    assert BY_ID["speech"].answered == (STEPS - 1,)
    assert BY_ID["captions"].given == (0,)
    chat, music = BY_ID["chatbot"], BY_ID["music"]
    assert chat.answered == tuple(range(chat.second, STEPS))
    assert music.answered == tuple(range(music.given[-1], STEPS))
    assert [task.id for task in uses() if task.second < STEPS] == ["chatbot"]


def test_the_gate_that_is_drawn_is_the_one_that_moves_most():
    network = stored.load("plays").model.astype(np.float64)
    gate = BY_ID["next-character"].gate
    x = np.eye(network.input_size)[[5, 7, 9]]
    trace = network.run(x).traces[0]
    found = moved_most((trace, range(3)))
    values = np.stack([trace.f, trace.i, trace.o])
    apart = values.max(axis=1) - values.min(axis=1)
    assert max(found.values) - min(found.values) == pytest.approx(apart.max())
    assert max(gate.values) - min(gate.values) > 0.5
    assert len(TEXT) == STEPS


def test_the_wave_is_forecast_better_than_by_its_last_value():
    x = wave.wave(21, np.random.default_rng(99), 200)
    said = wave.model().run(x[:-1]).outputs
    off, today = (np.abs(guess - x[1:]).mean() for guess in (said, x[:-1]))
    assert off < 0.4 * today
    read, answers = wave.free_run(x[:8, 0], 5)
    assert len(read) == len(answers) == 13 and (read[:8] == x[:8, 0]).all()
    np.testing.assert_allclose(read[8:], answers[7:-1])
