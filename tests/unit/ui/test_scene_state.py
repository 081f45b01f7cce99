"""A link opens a scene at its place with what was set; what is not usable falls back, noted."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from lstm_viz.player import settings
from lstm_viz.ui.packing import pack_text
from lstm_viz.ui.params import Number, Pick, Text
from lstm_viz.ui.scene_state import SceneScreen, from_query, query

OPEN = Number("open", 1, 7, None, whole=True, from_one=True)
GAIN = Number("gain", 0.5, 2.0, 1.2)
UNITS = Number("units", 1, 256, 16, whole=True)
PART = Pick("part", ("step", "belt"), "step")
PARAMS = (OPEN, GAIN, UNITS, PART)
SAID = Text("said", 700)
SIZE = {"steps": 7, "stages": 5, "units": 6}
DEFAULTS = {"open": None, "gain": 1.2, "units": 16, "part": "step"}
FIRST = SceneScreen(0, 0, 0, DEFAULTS)


def read(asked):
    return from_query(asked, PARAMS, **SIZE)


def test_without_a_link_a_scene_begins_at_its_beginning():
    assert read({}) == (FIRST, ())


def test_places_and_moments_count_from_one_in_a_link():
    screen, notes = read({"t": "3", "stage": "2", "unit": "6", "open": "3"})
    assert (screen.t, screen.stage, screen.unit, screen["open"]) == (2, 1, 5, 2)
    assert notes == ()


def test_a_scene_may_open_at_another_unit_than_the_first():
    assert from_query({}, **SIZE, unit=4)[0].unit == 4
    assert from_query({"unit": "1"}, **SIZE, unit=4)[0].unit == 0


@pytest.mark.parametrize(("name", "most"), {"t": 7, "stage": 5, "unit": 6}.items())
def test_every_place_there_is_can_be_linked(name, most):
    for value in range(1, most + 1):
        screen, notes = read({name: str(value)})
        assert getattr(screen, name) == value - 1
        assert not notes


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("gain", "0.5", 0.5),
        ("gain", "2", 2.0),
        ("gain", "1e0", 1.0),
        ("units", "256", 256),
        ("open", "7", 6),
        ("part", "belt", "belt"),
    ],
)
def test_what_is_set_is_read(name, text, value):
    screen, notes = read({name: text})
    assert screen[name] == value
    assert not notes
    assert {**screen.values, name: DEFAULTS[name]} == DEFAULTS


NONSENSE = ["0", "-1", "", " 1", "x", "٣", "²", "\uff11", "+1e9", "99999", "9" * 5000, "<", "nan",
            "inf", "1_0"]  # fmt: skip
EXPECTED = {
    "t": "a number from 1 to 7",
    "stage": "a number from 1 to 5",
    "unit": "a number from 1 to 6",
    "open": "a number from 1 to 7",
    "gain": "a number from 0.5 to 2",
    "units": "a whole number from 1 to 256",
    "part": "one of step, belt",
}


@pytest.mark.parametrize("value", NONSENSE, ids=range(len(NONSENSE)))
@pytest.mark.parametrize("name", EXPECTED)
def test_nonsense_falls_back_and_is_noted(name, value):
    if (name, value) == ("gain", " 1"):
        return  # Python reads it as the number it is
    screen, notes = read({name: value})
    assert screen == FIRST
    (note,) = notes
    assert note.startswith(f"The link says {name}={value[:40]};")
    assert f"expected {EXPECTED[name]}" in note
    assert len(note) < 150


@pytest.mark.parametrize(
    ("name", "value"), [("t", "1.0"), ("t", "+1"), ("units", "1.5"), ("units", "1e2")]
)
def test_a_whole_number_is_written_as_one(name, value):
    screen, notes = read({name: value})
    assert screen == FIRST and len(notes) == 1


def test_one_bad_value_does_not_spoil_the_others():
    screen, notes = read({"t": "4", "stage": "9", "unit": "x", "open": "2", "gain": "7"})
    assert screen == SceneScreen(3, 0, 0, {**DEFAULTS, "open": 1})
    assert [note.split("=")[0] for note in notes] == [
        "The link says stage", "The link says unit", "The link says gain",
    ]  # fmt: skip


def test_other_names_in_a_link_are_nobodys_business():
    assert read({"net": "call", "held": "3", "T": "2"}) == (FIRST, ())


@given(asked=st.dictionaries(st.sampled_from([*EXPECTED, "other"]), st.text(max_size=12)))
def test_any_link_opens(asked):
    screen, notes = read(asked)
    assert 0 <= screen.t < 7 and 0 <= screen.stage < 5 and 0 <= screen.unit < 6
    assert screen["open"] is None or 0 <= screen["open"] < 7
    assert 0.5 <= screen["gain"] <= 2 and 1 <= screen["units"] <= 256
    assert screen["part"] in PART.options
    assert len(notes) <= len(EXPECTED)


@given(
    held=st.none() | st.integers(0, 6),
    gain=st.integers(50, 200).map(lambda hundredths: hundredths / 100),
    units=st.integers(1, 256),
    part=st.sampled_from(PART.options),
)
def test_what_is_set_comes_back_from_its_link(held, gain, units, part):
    """The place is added by the player."""
    values = {"open": held, "gain": gain, "units": units, "part": part}
    link = query(SceneScreen(values=values), PARAMS)
    assert read(dict(parse_qsl(link, strict_parsing=bool(link)))) == (
        SceneScreen(values=values), (),
    )  # fmt: skip


@given(said=st.none() | st.text(st.characters(), max_size=700))
def test_a_text_comes_back_from_its_link_as_it_was_typed(said):
    """Empty, with line breaks, with half a surrogate pair, or long enough to be packed."""
    screen = SceneScreen(values={"said": said})
    link = query(screen, (SAID,))
    assert link.isascii()
    asked = dict(parse_qsl(link, keep_blank_values=True))
    assert from_query(asked, (SAID,), **SIZE) == (screen, ())


def test_an_empty_text_is_not_the_same_as_none():
    assert from_query({"said": ""}, (SAID,), **SIZE)[0]["said"] == ""
    assert from_query({}, (SAID,), **SIZE)[0]["said"] is None


@pytest.mark.parametrize(
    "asked", ["x" * 701, pack_text("x" * 701), "zip.not packed at all", pack_text("y" * 400)[:-9]]
)
def test_a_text_that_is_too_long_or_broken_is_noted(asked):
    screen, (note,) = from_query({"said": asked}, (SAID,), **SIZE)
    assert screen["said"] is None
    assert note == (
        f"The link says said={asked[:40]}; expected a text of at most 700 characters, "
        "so it opens without."
    )


def test_what_is_not_set_is_not_in_the_link():
    assert query(FIRST, PARAMS) == ""
    assert query(SceneScreen(values={**DEFAULTS, "gain": 0.5}), PARAMS) == "gain=0.5"


# ---- in a session ------------------------------------------------------------------------------


def _page() -> None:
    import streamlit as st

    from lstm_viz.ui import scene_state
    from lstm_viz.ui.params import Number
    from lstm_viz.ui.visits import arrived

    gain = Number("gain", 0.5, 2.0, 1.2)
    here = st.session_state.get("go", "one")
    if here == "elsewhere":
        arrived("elsewhere")
    else:
        screen = scene_state.open_screen(here, (gain,), steps=3, stages=2, units=4)
        st.session_state.seen = screen
        st.session_state.data = scene_state.player_data(here, screen, (gain,))
        st.session_state.notes = scene_state.notes(here)
        for name, act in {
            "set": lambda: scene_state.change(here, gain=2.0),
            "jump": lambda: scene_state.jump(here, t=1, stage=1),
            "move": lambda: scene_state.moved(here, {"t": 2, "stage": 1, "unit": 3}),
        }.items():
            st.button(name, key=name, on_click=act)


def opened(**asked: str) -> AppTest:
    at = AppTest.from_function(_page)
    return run_at(at, **asked)


def run_at(at: AppTest, page: str = "one", **asked: str) -> AppTest:
    at.query_params.clear()
    for name, value in asked.items():
        at.query_params[name] = value
    at.session_state["go"] = page
    at.run()
    assert not at.exception, at.exception
    return at


def click(at: AppTest, button: str) -> None:
    at.button(key=button).click()
    at.run()
    assert not at.exception, at.exception


def test_the_player_is_told_place_link_and_scene():
    data = opened(t="2", gain="0.5").session_state["data"]
    at = {"id": 0, "t": 1, "stage": 0, "unit": 0}
    assert data == settings(at, query="gain=0.5", scene="one") and not data["editable"]


def test_moving_and_setting_are_kept_and_take_the_note_away():
    at = opened(t="9")
    assert at.session_state["notes"]
    click(at, "move")
    click(at, "set")
    assert at.session_state["seen"] == SceneScreen(2, 1, 3, {"gain": 2.0})
    assert not at.session_state["notes"]
    assert at.session_state["data"]["at"]["id"] == 0, "the place is the player's: no jump"


def test_python_can_take_the_reader_elsewhere():
    at = opened(t="3", unit="4", gain="0.5")
    click(at, "jump")
    assert at.session_state["seen"] == SceneScreen(1, 1, 0, {"gain": 0.5})
    assert at.session_state["data"]["at"] == {"id": 1, "t": 1, "stage": 1, "unit": 0}


def test_the_address_that_the_player_wrote_is_no_link_to_follow():
    at = opened()
    click(at, "move")
    run_at(at, t="1", gain="0.5")
    assert at.session_state["seen"] == SceneScreen(2, 1, 3, {"gain": 1.2})


def test_a_scene_is_as_it_was_left_and_a_link_to_it_is_followed():
    at = opened(t="3", gain="0.5")
    run_at(at, "elsewhere")
    run_at(at)
    assert at.session_state["seen"] == SceneScreen(2, 0, 0, {"gain": 0.5})
    run_at(at, "elsewhere")
    run_at(at, t="2")
    assert at.session_state["seen"] == SceneScreen(1, 0, 0, {"gain": 1.2})
    assert at.session_state["data"]["at"]["id"] == 1, "the player is told to go there"


def test_scenes_do_not_share_their_screens():
    at = opened(t="3")
    run_at(at, "two")
    assert at.session_state["seen"] == SceneScreen(values={"gain": 1.2})
