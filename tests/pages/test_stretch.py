"""A run of more steps than are shown at a time: all of it is computed, a stretch is shown."""

import numpy as np

from lstm_viz.scenes.step_through.record import MOST_SHOWN, perform
from tests.pages.helpers import (
    error,
    handed,
    open_at,
    plain,
    screen_of,
    set_on,
    sound,
    unpacked,
    visit,
)

LONG = " ".join(str(k % 7 - 3) for k in range(450))
QUERY = {"as": "numbers", "text": LONG}


def test_a_later_stretch_starts_from_the_state_that_the_steps_before_it_left() -> None:
    at = open_at(**QUERY, **{"from": "201"}, t="205")
    assert not at.warning
    film, whole = handed(at)["film"], perform(set_on(at)).trace
    assert len(whole) == 450
    assert (film["first"], film["steps"], film["of"]) == (200, MOST_SHOWN, 450)
    assert film["tokens"] == LONG.split()[200:400]
    for name in ("x", "f", "c", "h"):
        np.testing.assert_array_equal(
            unpacked(film["values"][name]), np.float32(getattr(whole, name)[200:400])
        )
    for state in ("c", "h"):
        before = np.float32(getattr(whole, state)[199])
        np.testing.assert_array_equal(unpacked(film["start"][state]), before)
        assert np.abs(before).max() > 0.01
        assert not unpacked(film["initial"][state]).any()
    assert film["scales"]["c"] == max(1, np.abs(whole.c).max())  # of the run, not of the stretch
    assert handed(at)["at"]["t"] == 204
    assert "from=201" in handed(at)["query"]


def test_the_stretch_is_moved_by_its_field_and_by_the_place() -> None:
    at = open_at(**QUERY)
    assert "from" not in handed(at)["query"]
    assert at.text_input(key="first_step").value == "1"
    at.text_input(key="first_step").set_value("301")  # none begins later: 250 + 200 = 450
    sound(at.run())
    assert error(at) == "Expected a whole number from 1 to 251, got ‘301’; it stays at 1."
    at.text_input(key="first_step").set_value("101")
    sound(at.run())
    assert handed(at)["film"]["first"] == 100
    assert handed(at)["at"]["t"] == 100
    assert "from=101" in handed(at)["query"]

    # Another text begins at its beginning; a short one is shown whole.
    at.text_input(key="text").set_value("1 2 3")
    sound(at.run())
    assert handed(at)["film"]["of"] == handed(at)["film"]["steps"] == 3
    assert "from" not in handed(at)["query"]
    assert not [field for field in at.text_input if field.key == "first_step"]


def test_a_link_that_says_a_stretch_alone_opens_at_its_first_step() -> None:
    at = open_at(**QUERY, **{"from": "201"})
    assert not at.warning
    assert (handed(at)["film"]["first"], handed(at)["at"]["t"]) == (200, 200)
    assert "from=201" in handed(at)["query"]
    visit(at, "glossary")
    visit(at, "step-through", **QUERY, **{"from": "401"})
    (warning,) = at.warning
    assert plain(warning.value) == (
        "The link says from=401; of 450 steps it opens those from 251 on."
    )
    assert (handed(at)["film"]["first"], handed(at)["at"]["t"]) == (250, 250)


def test_a_link_that_says_a_step_alone_opens_round_it_and_one_that_cannot_be_is_told() -> None:
    at = open_at(**QUERY, t="450")
    assert not at.warning
    assert handed(at)["film"]["first"] == 250
    at = open_at(**QUERY, **{"from": "401"}, t="430")
    (warning,) = at.warning
    assert "The link says from=401; of 450 steps it opens those from 251 on." in plain(
        warning.value
    )
    assert screen_of(at)["from"] == 250
