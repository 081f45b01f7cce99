"""A link opens a story at its moment; what is not usable falls back, with a note."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.lesson.phone_call import PHONE_CALL as STORY
from lstm_viz.networks import NETWORKS
from lstm_viz.ui.story_run import film_of, run, told
from lstm_viz.ui.story_state import StoryScreen, from_query, player_data

MOST = {"t": 7, "stage": 5, "unit": 6, "open": 7}


def read(query):
    return from_query(query, steps=7, stages=5, units=6)


def test_without_a_link_the_story_begins_at_its_beginning():
    assert read({}) == (StoryScreen(t=0, stage=0, unit=0, held=None), ())


def test_a_link_counts_from_one():
    screen, notes = read({"t": "3", "stage": "2", "unit": "6", "open": "3"})
    assert screen == StoryScreen(t=2, stage=1, unit=5, held=2)
    assert notes == ()


@pytest.mark.parametrize(("name", "most"), MOST.items())
def test_every_place_there_is_can_be_linked(name, most):
    field = {"open": "held"}.get(name, name)
    for value in range(1, most + 1):
        screen, notes = read({name: str(value)})
        assert getattr(screen, field) == value - 1
        assert not notes


NONSENSE = ["0", "-1", "", " 1", "1.0", "x", "٣", "²", "\uff11", "1e0", "+1", "99", "9" * 5000, "<"]


@pytest.mark.parametrize("value", [*NONSENSE, "8"], ids=range(len(NONSENSE) + 1))
@pytest.mark.parametrize(("name", "most"), MOST.items())
def test_nonsense_falls_back_and_is_noted(name, most, value):
    screen, notes = read({name: value})
    assert screen == StoryScreen()
    (note,) = notes
    assert note.startswith(f"The link says {name}={value[:40]};")
    assert f"from 1 to {most}" in note
    assert len(note) < 150


def test_one_bad_value_does_not_spoil_the_others():
    screen, notes = read({"t": "4", "stage": "9", "unit": "x", "open": "2"})
    assert screen == StoryScreen(t=3, held=1)
    assert [note.split("=")[0] for note in notes] == ["The link says stage", "The link says unit"]


def test_other_names_in_a_link_are_nobodys_business():
    assert read({"net": "call", "held": "3", "T": "2"}) == (StoryScreen(), ())


@given(query=st.dictionaries(st.sampled_from([*MOST, "other"]), st.text(max_size=12)))
def test_any_link_opens(query):
    screen, notes = read(query)
    assert 0 <= screen.t < 7 and 0 <= screen.stage < 5 and 0 <= screen.unit < 6
    assert screen.held is None or 0 <= screen.held < 7
    assert len(notes) <= len(MOST)


@given(
    t=st.integers(0, 6), stage=st.integers(0, 4), unit=st.integers(0, 5),
    held=st.none() | st.integers(0, 6),
)  # fmt: skip
def test_a_screen_comes_back_from_its_link(t, stage, unit, held):
    """The player adds the place to the query, from 1 and where it is not the first."""
    screen = StoryScreen(t, stage, unit, held)
    data = player_data(screen)
    place = {key: value for key, value in data["at"].items() if key != "id"}
    query = {name: str(value + 1) for name, value in place.items() if value}
    query |= dict(part.split("=") for part in data["query"].split("&") if part)
    assert read(query) == (screen, ())
    assert data["editable"] is False


# ---- the run -----------------------------------------------------------------------------------


@pytest.mark.parametrize("held", range(7))
def test_an_open_forget_gate_is_open_at_its_moment_only(held):
    as_told, what_if = run(STORY, NETWORKS["call"])[2], run(STORY, NETWORKS["call"], held)[2]
    assert (what_if.f[held] > 0.99).all()
    others = [t for t in range(7) if t != held]
    np.testing.assert_array_equal(what_if.f[others], as_told.f[others])
    for name in ("c", "h", "i", "o"):
        before = getattr(what_if, name)[:held], getattr(as_told, name)[:held]
        np.testing.assert_array_equal(*before)
    # Only the forget gate is touched: the others of this moment are as they were.
    for name in ("i", "g", "o"):
        np.testing.assert_array_equal(getattr(what_if, name)[held], getattr(as_told, name)[held])


def test_holding_a_gate_leaves_the_network_as_it_was():
    before = run(STORY, NETWORKS["call"])[0].weight_ih.copy()
    run(STORY, NETWORKS["call"], 2)
    np.testing.assert_array_equal(run(STORY, NETWORKS["call"])[0].weight_ih, before)


@pytest.mark.parametrize("held", [None, 2])
def test_the_player_is_handed_the_story_and_its_weights(held):
    film, trace = told(STORY, NETWORKS["call"], held)
    cell, _, wanted = run(STORY, NETWORKS["call"], held)
    np.testing.assert_array_equal(trace.c, wanted.c)
    assert film["told"] == film_of(STORY, wanted, held).told
    assert film["unitLabels"] == list(STORY.units)
    assert film["tokens"] == [beat.label for beat in STORY.beats]
    assert set(film["weights"]) == {"weight_ih", "weight_hh", "bias"}
    assert film["weights"]["weight_ih"]["shape"] == list(cell.weight_ih.shape)
