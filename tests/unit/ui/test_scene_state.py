"""A link opens a scene at its place with what was set; what is not usable falls back, noted."""

from random import Random
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from lstm_viz.player import settings
from lstm_viz.ui.keeping import name_of
from lstm_viz.ui.packing import pack_text
from lstm_viz.ui.params import Number, Pick, Several, Text
from lstm_viz.ui.scene_state import LONGEST_LINK, SceneScreen, from_query, link

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
    "t": "a step from 1 to 7, so it opens with t=1.",
    "stage": "a stage from 1 to 5, so it opens with stage=1.",
    "unit": "a unit from 1 to 6, so it opens with unit=1.",
    "open": "a whole number from 1 to 7, so it opens without.",
    "gain": "a number from 0.5 to 2, so it opens with gain=1.2.",
    "units": "a whole number from 1 to 256, so it opens with units=16.",
    "part": "one of step, belt, so it opens with part=step.",
}


@pytest.mark.parametrize("value", NONSENSE, ids=range(len(NONSENSE)))
@pytest.mark.parametrize("name", EXPECTED)
def test_nonsense_falls_back_and_is_noted(name, value):
    if (name, value) == ("gain", " 1"):
        return  # Python reads it as the number it is
    screen, notes = read({name: value})
    assert screen == FIRST
    (note,) = notes
    cut = "…" if len(value) > 40 else ""
    assert note == f"The link says {name}={value[:40]}{cut}; expected {EXPECTED[name]}"
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


def test_names_that_mean_nothing_here_are_noted():
    names = "expected names among t, stage, unit, open, gain, units, part, so it opens without."
    assert read({"stpe": "3"}) == (FIRST, (f"The link says stpe=3; {names}",))
    screen, notes = read({"net": "a\u202eb", "T": "2", "open": "3"})
    assert notes == (f"The link says net=a�b and 1 more; {names}",) and screen["open"] == 2
    elsewhere = {
        "embed": "true",
        "embed_options": "dark",
        "utm_source": "x",
        "fbclid": "y",
        "ask": "1",
    }
    assert read(elsewhere) == (FIRST, ()), "how the app is shown, and where a reader came from"


@given(asked=st.dictionaries(st.sampled_from([*EXPECTED, "other"]), st.text(max_size=12)))
def test_any_link_opens(asked):
    screen, notes = read(asked)
    assert 0 <= screen.t < 7 and 0 <= screen.stage < 5 and 0 <= screen.unit < 6
    assert screen["open"] is None or 0 <= screen["open"] < 7
    assert 0.5 <= screen["gain"] <= 2 and 1 <= screen["units"] <= 256
    assert screen["part"] in PART.options
    assert len(notes) <= len(EXPECTED) + 1


@given(
    held=st.none() | st.integers(0, 6),
    gain=st.integers(50, 200).map(lambda hundredths: hundredths / 100),
    units=st.integers(1, 256),
    part=st.sampled_from(PART.options),
)
def test_what_is_set_comes_back_from_its_link(held, gain, units, part):
    """The place is added by the player."""
    values = {"open": held, "gain": gain, "units": units, "part": part}
    query, _ = link(SceneScreen(values=values), PARAMS)
    assert read(dict(parse_qsl(query, strict_parsing=bool(query)))) == (
        SceneScreen(values=values), (),
    )  # fmt: skip


@given(said=st.none() | st.text(st.characters(), max_size=700))
def test_a_text_comes_back_from_its_link_as_it_was_typed(said):
    """Empty, with line breaks, with half a surrogate pair, or long enough to be packed."""
    screen = SceneScreen(values={"said": said})
    query, _ = link(screen, (SAID,))
    assert query.isascii()
    asked = dict(parse_qsl(query, keep_blank_values=True))
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
    cut = "…" if len(asked) > 40 else ""
    assert note == (
        f"The link says said={asked[:40]}{cut}; expected a whole text of at most 700 characters, "
        "so it opens without."
    )


def test_what_is_not_set_is_not_in_the_link():
    assert link(FIRST, PARAMS) == ("", "")
    assert link(SceneScreen(values={**DEFAULTS, "gain": 0.5}), PARAMS) == ("gain=0.5", "")


DIGITS = Several(
    "digits", 3, ".", lambda word: Number("", 0, 9, whole=True).read(word), str,
    "up to 3 digits", default=(1,), about=lambda digit: digit,
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "value", "note"),
    [
        ("4.2", (4, 2), None),
        ("", (), None),
        ("4.x.2", (4, 2), "digits=x; expected up to 3 digits, so it opens without."),
        ("4.x.y", (4,), "digits=x and 1 more; expected up to 3 digits, so it opens without."),
        ("4.2.7.8", (4, 2, 7), "digits=8; expected up to 3 digits, so it opens without."),
        ("x.y", (1,), "digits=x.y; expected up to 3 digits, so it opens with digits=1."),
        ("4.4", (1,), "digits=4.4; expected up to 3 digits, so it opens with digits=1."),
    ],
)
def test_of_several_the_bad_ones_are_left_out(said, value, note):
    screen, notes = from_query({"digits": said}, (DIGITS,), **SIZE)
    assert screen["digits"] == value
    assert notes == ((f"The link says {note}",) if note else ())


def test_a_param_may_depend_on_those_before_it():
    params = (PART, lambda values: Number("size", 0, 9, 3 if values["part"] == "belt" else 5))
    assert from_query({}, params, **SIZE)[0]["size"] == 5
    belt, _ = from_query({"part": "belt"}, params, **SIZE)
    assert belt["size"] == 3
    assert link(belt, params)[0] == "part=belt"
    assert link(SceneScreen(values={"part": "step", "size": 3}), params)[0] == "size=3"


def noise(length):
    return "".join(Random(7).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=length))


def test_a_link_that_is_too_long_leaves_out_its_long_texts_the_last_first_and_says_so():
    params = (PART, Text("first", 99_999), Text("second", 99_999))
    values = {"part": "belt", "first": noise(12_000), "second": noise(12_000)}
    query, why = link(SceneScreen(values=values), params)
    asked = dict(parse_qsl(query))
    assert len(query) <= LONGEST_LINK
    assert asked == {
        "part": "belt",
        "first": Text("first", 99_999).write(values["first"]),
        "second": name_of(Text("second", 99_999).write(values["second"])),
    }
    assert why.startswith("A link to this screen would have ")
    assert f"one longer than {LONGEST_LINK:,} may be cut off" in why
    assert why.endswith("so the link leaves out the second.")
    values["first"] = values["second"] = noise(40_000)
    query, why = link(SceneScreen(values=values), params)
    name = name_of(Text("first", 99_999).write(values["first"]))
    assert dict(parse_qsl(query)) == {"part": "belt", "first": name, "second": name}
    assert why.endswith("so the link leaves out the second and the first.")


# ---- in a session ------------------------------------------------------------------------------


def _page() -> None:
    import streamlit as st

    from lstm_viz.ui import scene_state
    from lstm_viz.ui.params import Number

    gain = Number("gain", 0.5, 2.0, 1.2)
    here = st.session_state.get("go", "one")
    if here == "elsewhere":
        scene_state.follow("elsewhere", steps=1, stages=1)
    else:
        st.session_state.opened = scene_state.follow(here, (gain,), steps=3, stages=2, units=4)
        screen = scene_state.current(here)
        st.session_state.seen = screen
        st.session_state.data = data = scene_state.player_data(here, screen, (gain,))
        reported = {"id": data["at"]["id"], "t": 2, "stage": 1, "unit": 3}
        st.session_state.notes = scene_state.notes(here)
        for name, act in {
            "set": lambda: scene_state.change(here, gain=2.0),
            "jump": lambda: scene_state.jump(here, t=1, stage=1),
            "move": lambda: scene_state.rests(here, reported),
            "shorten": lambda: scene_state.within(here, {"t": (2, "step"), "unit": (1, "unit")}),
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


def test_moving_and_setting_are_kept_and_setting_takes_the_note_away():
    at = opened(t="9")
    click(at, "move")
    assert at.session_state["notes"]
    click(at, "set")
    assert at.session_state["seen"] == SceneScreen(2, 1, 3, {"gain": 2.0})
    assert not at.session_state["notes"]
    assert at.session_state["data"]["at"]["id"] == 0, "the place is the player's: no jump"


def test_python_can_take_the_reader_elsewhere():
    at = opened(t="3", unit="4", gain="0.5")
    click(at, "jump")
    assert at.session_state["seen"] == SceneScreen(1, 1, 0, {"gain": 0.5})
    assert at.session_state["data"]["at"] == {"id": 1, "t": 1, "stage": 1, "unit": 0}


def test_a_report_that_comes_with_a_jump_does_not_undo_it():
    at = opened(t="3")
    at.button(key="move").click()
    click(at, "jump")
    assert at.session_state["data"]["at"] == {"id": 1, "t": 1, "stage": 1, "unit": 0}
    click(at, "move")
    assert at.session_state["data"]["at"] == {"id": 1, "t": 2, "stage": 1, "unit": 3}


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


def test_a_place_beyond_the_end_is_at_the_end_and_noted():
    at = opened(t="3", stage="2", unit="4")
    click(at, "shorten")
    assert at.session_state["seen"] == SceneScreen(1, 1, 0, {"gain": 1.2})
    assert at.session_state["notes"] == (
        "The link says t=3; there are 2 steps, so it opens at the last.",
        "The link says unit=4; there is 1 unit, so it opens at the last.",
    )


def test_whether_a_link_was_followed_is_said_once():
    at = opened(t="2")
    assert at.session_state["opened"]
    run_at(at, t="3")
    assert not at.session_state["opened"]


def test_scenes_do_not_share_their_screens():
    at = opened(t="3")
    run_at(at, "two")
    assert at.session_state["seen"] == SceneScreen(values={"gain": 1.2})
