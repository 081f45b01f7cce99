"""The page on squashing: its three parts, what is set in them, links in and out."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.player import board_payload, questions_payload
from lstm_viz.scenes.squashing.picture import sigmoid_board, tanh_board
from lstm_viz.scenes.squashing.questions.sigmoid import SIGMOID_QUESTIONS
from lstm_viz.scenes.squashing.questions.tanh import TANH_QUESTIONS
from lstm_viz.scenes.squashing.record.sigmoid import OWN_Z, SHOWN, gate_values
from lstm_viz.scenes.squashing.record.tanh import tanh_run
from tests.pages.helpers import handed, open_at, plain, sound

PAGE = "squashing"
START = (0.9, -0.4, 0.5)


def open_scene(**query: str) -> AppTest:
    return open_at(page=PAGE, **query)


def values(gain: float = 1.2, start: tuple[float, ...] = START) -> dict[str, Any]:
    run = tanh_run(gain, start)
    return board_payload(tanh_board(run), questions=questions_payload(TANH_QUESTIONS, run))


def gate(z: float = OWN_Z) -> dict[str, Any]:
    run = gate_values(z)
    return board_payload(sigmoid_board(run), questions=questions_payload(SIGMOID_QUESTIONS, run))


def assert_shows(at: AppTest, wanted: dict[str, Any]) -> None:
    film = handed(at)["film"]
    for name in ("tokens", "frames", "questions"):
        assert film[name] == wanted[name], name
    assert set(film["views"]) == {"wide", "tall"}


def sliders(at: AppTest) -> list[str]:
    return [slider.key for slider in at.slider]


def test_it_opens_with_a_share() -> None:
    at = open_scene()
    assert_shows(at, gate())
    assert sliders(at) == ["squashing_z"]
    data = handed(at)
    assert (data["query"], data["scene"], data["editable"]) == ("", "squashing", False)
    assert not at.warning and not at.error


def test_the_gain_and_the_vector_can_be_changed() -> None:
    at = open_scene(part="tanh", t="4")
    sound(at.slider(key="squashing_gain").set_value(1.5).run())
    assert_shows(at, values(1.5))
    sound(at.slider(key="squashing_v2").set_value(-2.0).run())
    assert_shows(at, values(1.5, (0.9, -2.0, 0.5)))
    data = handed(at)
    assert data["query"] == "part=tanh&gain=1.5&v2=-2"
    assert (data["at"]["t"], data["at"]["stage"], data["at"]["id"]) == (3, 0, 0), "no jump"


def test_another_part_begins_at_its_beginning_and_keeps_the_gain() -> None:
    at = open_scene(t="4", gain="0.8")
    for part, wanted, shown in (
        ("tanh", values(0.8), [f"squashing_{name}" for name in ("gain", "v1", "v2", "v3")]),
        ("sigmoid", gate(), ["squashing_z"]),
    ):
        at.button_group(key="squashing_part").set_value(part)
        sound(at.run())
        assert_shows(at, wanted)
        assert sliders(at) == shown
        place = handed(at)["at"]
        assert (place["t"], place["stage"]) == (0, 0)


def test_a_gate_of_ones_own_leads_to_where_it_is_shown() -> None:
    at = open_scene(t="2")
    sound(at.slider(key="squashing_z").set_value(-3.0).run())
    assert_shows(at, gate(-3.0))
    place = handed(at)["at"]
    assert (place["t"], place["stage"], place["id"]) == (len(SHOWN), 0, 1)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ({"t": "5", "z": "-2.5"}, gate(-2.5)),
        (
            {"part": "tanh", "v1": "-2", "v2": "0.25", "v3": "2", "gain": "0.5"},
            values(0.5, (-2.0, 0.25, 2.0)),
        ),
    ],
)
def test_a_link_brings_back_what_was_set(query: dict[str, str], wanted: dict[str, Any]) -> None:
    at = open_scene(**query)
    assert_shows(at, wanted)
    data = handed(at)
    assert data["at"]["t"] == int(query.get("t", 1)) - 1
    assert dict(pair.split("=") for pair in data["query"].split("&")) == {
        name: value for name, value in query.items() if name != "t"
    }
    assert not at.warning


def test_a_link_to_a_place_that_is_not_there_says_so_and_opens_the_part() -> None:
    """Also one from when the part was longer."""
    at = open_scene(part="tanh", t="5", stage="2", gain="1.5")
    assert_shows(at, values(1.5))
    (warning,) = at.warning
    assert "The link says t=5; there are 4 steps, so it opens at the last." in plain(warning.value)
    assert "The link says stage=2;" in plain(warning.value)
    assert handed(at)["at"]["t"] == 3


def test_after_a_part_comes_the_next_and_after_the_last_the_next_scene() -> None:
    for part, onward in (
        ("sigmoid", {"title": "tanh: values", "page": None}),
        ("tanh", {"title": "The forget gate", "page": "/forget-gate"}),
    ):
        assert handed(open_scene(part=part))["next"] == onward


@pytest.mark.parametrize(
    "query",
    [
        {"gain": "3"},
        {"gain": "nan"},
        {"part": "relu"},
        {"v1": "x", "v3": "-2.1"},
        {"t": "22"},
        {"z": "7"},
    ],
)
def test_nonsense_in_a_link_is_noted_and_left_out(query: dict[str, str]) -> None:
    at = open_scene(**query)
    assert_shows(at, gate())
    (warning,) = at.warning
    for name, value in query.items():
        assert f"The link says {name}={value};" in plain(warning.value)


def test_a_link_to_the_part_on_gradients_says_where_it_is() -> None:
    (warning,) = open_scene(part="gradient").warning
    assert "gradients are at the end of How it learns" in plain(warning.value)
