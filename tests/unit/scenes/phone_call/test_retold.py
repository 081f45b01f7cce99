"""After a change the story is told in numbers of the run alone."""

import re

import numpy as np
import pytest

from lstm_viz.scenes.phone_call.picture import ON_YOUR_MIND
from lstm_viz.scenes.phone_call.picture.call import call_film
from lstm_viz.scenes.phone_call.record import run
from lstm_viz.scenes.phone_call.words.call import STORY
from lstm_viz.scenes.phone_call.words.retold import NOTICED, difference, retold
from tests.unit.frames import told

BEATS, UNITS = len(STORY.beats), len(STORY.units)
SIGNALS = ("f", "c_prev", "kept"), ("written", "c"), ("o", "h")
"""For each stage the signals whose values are printed, in their order."""
HELLO = STORY.words.index("hello")
moments = pytest.mark.parametrize("held", range(BEATS), ids=STORY.words)


@pytest.fixture(scope="module")
def as_told():
    return run().trace


def what_if(held):
    return run(held).trace


@moments
def test_up_to_the_change_the_story_is_as_written(held):
    told = retold(held)
    assert told[:held] == STORY.templates()[:held]
    assert len(told) == BEATS
    assert all(len(beat) == len(SIGNALS) for beat in told)
    assert not set(told[held]) & set(STORY.templates()[held])


@moments
def test_a_retold_sentence_is_of_the_thought_that_the_story_speaks_of_there(held):
    trace = what_if(held)
    film = call_film(trace, held)
    words = told(film)
    assert film.speaks == STORY.speaks
    for t in range(held, BEATS):
        for k, signals in enumerate(SIGNALS):
            unit, text = STORY.speaks[t][k], words[t, k][1]
            assert text.lower().startswith(f"{STORY.name(unit)}: ".lower())
            shown = re.findall(r"over 99 %|−?\d+\.\d+|\d+ %", text)
            assert len(shown) == len(signals), text
            for found, signal in zip(shown, signals, strict=True):
                share = found.endswith(" %")
                value = (
                    0.995 if found == "over 99 %" else float(found.strip(" %").replace("−", "-"))
                )
                exact = getattr(trace, signal)[t, unit]
                assert value / (100 if share and value > 1 else 1) == pytest.approx(
                    exact, abs=0.00501
                ), (text, signal)
            assert text.endswith(".") and "{" not in text


def test_the_words_and_the_bubbles_agree_on_what_is_on_your_mind():
    assert NOTICED == ON_YOUR_MIND


# ---- the difference ----------------------------------------------------------------------------


@moments
def test_the_difference_names_what_moved_by_more_than_a_tenth(held, as_told):
    after = what_if(held)
    text = difference(as_told, after, held)
    moved = np.abs(after.c[held] - as_told.c[held]) > NOTICED
    for unit, name in enumerate(map(STORY.name, range(UNITS))):
        assert (f"{name} " in text) == bool(moved[unit])
        if moved[unit]:
            after_c, before_c = after.c[held, unit], as_told.c[held, unit]
            assert f"{name} {after_c:.2f}, not {before_c:.2f}" in text
    if not moved.any():
        assert text.startswith("Then c is the same, to a tenth")


def test_where_thoughts_are_put_aside_an_open_gate_makes_a_difference(as_told):
    changed = [
        STORY.words[held]
        for held in range(BEATS)
        if "Then in c: " in difference(as_told, what_if(held), held)
    ]
    assert changed == ["ring", "hello", "onwards"]


@moments
def test_where_nothing_changes_nothing_was_put_aside(held, as_told):
    """As the sentence says: what was on your mind was kept."""
    if "nothing was put aside" in difference(as_told, what_if(held), held):
        lost = np.abs(as_told.c_prev[held] - as_told.kept[held])
        assert lost.max() <= NOTICED


def test_with_the_gate_open_at_hello_the_list_the_song_and_the_exam_stay(as_told):
    after = what_if(HELLO)
    text = difference(as_told, after, HELLO)
    for name in ("shopping list", "a song", "the exam"):
        assert name in text
    np.testing.assert_array_equal(after.c[:HELLO], as_told.c[:HELLO])


def test_the_same_run_is_no_difference(as_told):
    for t in range(BEATS):
        assert "is the same" in difference(as_told, as_told, t)
