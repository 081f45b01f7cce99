"""After a change the story is told from the run alone."""

import re

import numpy as np
import pytest

from lstm_viz.scenes.phone_call.picture import ON_YOUR_MIND
from lstm_viz.scenes.phone_call.picture.call import call_film
from lstm_viz.scenes.phone_call.record import run
from lstm_viz.scenes.phone_call.words.call import STORY
from lstm_viz.scenes.phone_call.words.retold import NOTICED, _listed, difference, retold, spoken_of
from tests.unit.frames import told

BEATS, UNITS = len(STORY.beats), len(STORY.units)
LISTED = (0, "kept", "f"), (1, "written", "written"), (1, "c", "c"), (2, "h", "h")
"""Stage, the signal of what is listed there, the one whose value is printed."""
SPOKEN = ("kept", "c", "h")
HELLO = STORY.words.index("hello")
moments = pytest.mark.parametrize("held", range(BEATS), ids=STORY.words)


@pytest.fixture(scope="module")
def as_told():
    return run().trace


def what_if(held):
    return run(held).trace


@moments
def test_up_to_the_change_the_story_is_as_written(held):
    told = retold(what_if(held), held)
    assert told[:held] == STORY.templates()[:held]
    assert len(told) == BEATS
    assert all(len(beat) == len(SPOKEN) for beat in told)
    assert not set(told[held]) & set(STORY.templates()[held])


@moments
def test_a_retold_sentence_names_exactly_what_is_not_small_with_its_value(held):
    trace = what_if(held)
    words = told(call_film(trace, held))
    for t in range(held, BEATS):
        for k, signal, printed in LISTED:
            values = getattr(trace, signal)[t]
            text = words[t, k][1]
            if k == 1:
                taken, now = text.split(". On your mind now: ")
                text = f"{taken}." if signal == "written" else now
            for unit, name in enumerate(map(STORY.name, range(UNITS))):
                found = re.search(rf"{name} \(([^)]+)\)", text)
                assert (found is not None) == (abs(values[unit]) > NOTICED), (t, k, name)
                if found:
                    share = {"over 99 %": 0.995}.get(found[1])
                    shown = share or float(found[1].removesuffix(" %")) / (
                        100 if found[1].endswith("%") else 1
                    )
                    assert shown == pytest.approx(getattr(trace, printed)[t, unit], abs=0.00501)
            assert text.endswith(".") and "{" not in text
            assert ("nothing" in text) == (not (np.abs(values) > NOTICED).any())


@moments
def test_a_retold_sentence_speaks_of_the_strongest_of_those_it_names(held):
    trace = what_if(held)
    speaks = spoken_of(trace, held)
    assert speaks[:held] == STORY.speaks[:held] and len(speaks) == BEATS
    for t in range(held, BEATS):
        for signal, unit in zip(SPOKEN, speaks[t], strict=True):
            sizes = np.abs(getattr(trace, signal)[t])
            assert (unit is None) == (not (sizes > NOTICED).any())
            assert unit is None or sizes[unit] == sizes.max()


def test_nothing_is_said_to_be_nothing():
    assert retold(what_if(0), 0)[0][1].startswith("Taken in: nothing.")


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


@pytest.mark.parametrize(
    ("parts", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_in_words(parts, text):
    assert _listed(parts) == text
