"""The phone call's page: what it hands to the player, the "what if", links in and out."""

from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.lesson.glossary import linked
from lstm_viz.networks.phone_call import MOMENTS
from lstm_viz.player import questions_payload
from lstm_viz.scenes.phone_call.questions import QUESTIONS
from lstm_viz.scenes.phone_call.record import run
from lstm_viz.scenes.phone_call.words.call import STORY
from lstm_viz.scenes.phone_call.words.retold import difference, retold
from lstm_viz.ui.scene_state import SceneScreen
from tests.pages.helpers import (
    CELL,
    assert_shows,
    handed,
    open_at,
    plain,
    run_of,
    screen_of,
    sound,
    unpacked,
    visit,
)

CALL = "phone-call"
FULL_CELL = {"net": "call", "text": " ".join(MOMENTS), "h": "6"}


def open_call(**query: str) -> AppTest:
    """The app on the phone call's page as a link opens it."""
    return open_at(page=CALL, **query)


def story_of(at: AppTest) -> SceneScreen:
    screen = at.session_state["phone-call_screen"]
    assert isinstance(screen, SceneScreen)
    return screen


def screen(t: int = 0, stage: int = 0, unit: int = 0, held: int | None = None) -> SceneScreen:
    return SceneScreen(t, stage, unit, {"open": held})


def assert_tells(at: AppTest, held: int | None) -> None:
    """The player was handed exactly the values, weights and words of this run."""
    call = run(held)
    cell, trace = call.cell, call.trace
    film = handed(at)["film"]
    for name, sent in film["values"].items():
        np.testing.assert_array_equal(unpacked(sent), np.float32(getattr(trace, name)), name)
    for name, sent in film["weights"].items():
        np.testing.assert_array_equal(unpacked(sent), np.float32(getattr(cell, name)), name)
    assert film["told"] == as_lists(told_of(held))
    assert film["questions"] == questions_payload(QUESTIONS, trace)
    assert film["tokens"] == [beat.label for beat in STORY.beats]
    assert film["unitLabels"] == list(STORY.units)
    assert set(film["views"]) == {"wide", "tall"}


def told_of(held: int | None) -> tuple[tuple[str, ...], ...]:
    return STORY.templates() if held is None else retold(held)


def as_lists(nested: Any) -> Any:
    return [list(row) for row in nested]


def texts(at: AppTest) -> list[str]:
    return [plain(text.value) for text in at.markdown]


def test_it_opens_at_the_beginning_with_the_story_as_told() -> None:
    at = open_call()
    assert_tells(at, None)
    assert story_of(at) == screen()
    assert not at.warning and not at.error
    data = handed(at)
    assert data["at"] == {"id": 0, "t": 0, "stage": 0, "unit": 0}
    assert (data["query"], data["editable"]) == ("", False)
    assert [title.value for title in at.title] == ["The phone call"]
    assert linked(STORY.opening) in texts(at) and linked(STORY.ending) in texts(at)
    assert at.toggle(key="what_if").value is False


@pytest.mark.parametrize("held", range(len(STORY.beats)), ids=STORY.words)
def test_the_what_if_is_asked_of_the_moment_where_the_reader_is(held: int) -> None:
    at = open_call(t=str(held + 1), stage="2")
    toggle = at.toggle(key="what_if")
    assert STORY.beats[held].label.strip("“”?") in toggle.label
    toggle.set_value(True)
    sound(at.run())
    assert story_of(at)["open"] == held
    assert_tells(at, held)
    told, changed = run().trace, run(held).trace
    assert difference(told, changed, held) in texts(at)
    data = handed(at)
    assert data["query"] == f"open={held + 1}"
    assert (data["at"]["t"], data["at"]["stage"]) == (held, 1)
    assert data["at"]["id"] == 0, "the place is the player's: no jump"

    at.toggle(key="what_if").set_value(False)
    sound(at.run())
    assert story_of(at)["open"] is None
    assert_tells(at, None)
    assert handed(at)["query"] == ""


def test_a_link_brings_the_what_if_back_wherever_the_reader_is() -> None:
    at = open_call(t="5", stage="3", unit="4", open="2")
    assert story_of(at) == screen(4, 2, 3, 1)
    assert_tells(at, 1)
    toggle = at.toggle(key="what_if")
    assert toggle.value is True and "Hi, it’s Ana!" in toggle.label
    assert not at.warning


@pytest.mark.parametrize(
    "query", [{"t": "7"}, {"stage": "x"}, {"unit": "0"}, {"open": "-1"}, {"t": "<b>", "open": "9"}]
)
def test_nonsense_in_a_link_is_noted_and_left_out(query: dict[str, str]) -> None:
    at = open_call(**query)
    assert story_of(at) == screen()
    assert_tells(at, None)
    (note,) = at.warning
    notes = plain(note.value).split("The link says ")[1:]
    assert len(notes) == len(query)
    for text, (name, value) in zip(notes, query.items(), strict=True):
        assert text.startswith(f"{name}={value};")


def test_a_note_goes_when_something_else_is_done() -> None:
    at = open_call(t="99")
    assert at.warning
    at.toggle(key="what_if").set_value(True)
    sound(at.run())
    assert not at.warning


def test_the_session_holds_no_arrays() -> None:
    at = open_call(open="3")
    for name in ("phone-call_screen", "phone-call_notes", "phone-call_jumps", "page"):
        assert isinstance(at.session_state[name], SceneScreen | tuple | int | str), name
    assert all(value is None or isinstance(value, int) for value in story_of(at).values.values())


# ---- from page to page -------------------------------------------------------------------------


def test_the_link_opens_this_network_in_the_full_cell() -> None:
    at = open_call()
    (link,) = [link for link in at.get("page_link") if link.proto.query_string]
    assert link.proto.page == "step-through"
    for name, value in FULL_CELL.items():
        assert f"{name}=" in link.proto.query_string and value.split()[0] in link.proto.query_string
    visit(at, CELL, **FULL_CELL)
    assert_shows(at, run_of(**FULL_CELL))
    assert screen_of(at)["net"] == "call"
    assert not at.warning and not at.error
    np.testing.assert_array_equal(
        unpacked(handed(at)["film"]["values"]["c"]),
        np.float32(run().cell.run(run().inputs.x).c),
    )


def test_a_link_from_another_page_is_adopted_and_can_be_left() -> None:
    at = open_call()
    visit(at, CELL, net="latch")
    assert screen_of(at)["net"] == "latch"
    visit(at, CALL)
    visit(at, CELL, **FULL_CELL)
    assert screen_of(at)["net"] == "call"
    visit(at, CALL)
    visit(at, CELL)  # through the navigation, without a query: as it was left
    assert screen_of(at)["net"] == "call"


def test_the_address_that_the_player_wrote_is_no_link_to_follow() -> None:
    """Streamlit reads the address bar at every run; what can be undone must stay."""
    at = open_call()
    visit(at, CELL, preset="friend")
    at.text_input(key="seed").set_value("7")
    sound(at.run())
    jumps, history = at.session_state["step-through_jumps"], list(at.session_state["history"])
    assert history
    at.query_params["seed"] = "7"
    at.query_params["t"] = "3"
    sound(at.run())
    assert at.session_state["step-through_jumps"] == jumps
    assert list(at.session_state["history"]) == history


def test_the_story_is_as_it_was_left() -> None:
    at = open_call(t="4", open="2")
    visit(at, CELL)
    visit(at, CALL)
    assert story_of(at) == screen(t=3, held=1)
    visit(at, CELL)
    visit(at, CALL, t="2")
    assert story_of(at) == screen(t=1)
