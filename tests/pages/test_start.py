"""Start here: the page the app opens on, what it hands to the player and to the map."""

import json
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.lesson.contents import SCENES
from lstm_viz.lesson.glossary import linked
from lstm_viz.player import questions_payload
from lstm_viz.scenes.start.questions import QUESTIONS
from lstm_viz.scenes.start.record import run
from lstm_viz.scenes.start.words import ENDING, OPENING, PARTS, gradient_claim
from lstm_viz.ui.scene_state import SceneScreen
from tests.browser.server import ROOT
from tests.pages.helpers import handed, plain, sound, unpacked

RUN = run()


def open_start(**query: str) -> AppTest:
    """The app as a link to its first page opens it."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    for name, value in query.items():
        at.query_params[name] = value
    return sound(at.run())


def given_to(at: AppTest, key: str) -> dict[str, Any]:
    """The data of the component with this in it."""
    sent = [json.loads(component.proto.json) for component in at.get("bidi_component")]
    (found,) = [data for data in sent if key in data]
    return found


def screen_of(at: AppTest) -> SceneScreen:
    screen = at.session_state["start_screen"]
    assert isinstance(screen, SceneScreen)
    return screen


def test_the_app_opens_on_it() -> None:
    at = open_start()
    assert [title.value for title in at.title] == [SCENES[0].title] == ["Start here"]
    assert not at.warning and not at.error
    data = handed(at)
    assert data["at"] == {"id": 0, "t": 0, "stage": 0, "unit": 0}
    assert (data["query"], data["editable"], data["scene"]) == ("", False, "start")


def test_the_player_is_handed_the_step_and_the_components() -> None:
    film = handed(open_start())["film"]
    for name, sent in film["values"].items():
        np.testing.assert_array_equal(unpacked(sent), np.float32(getattr(RUN.step, name)), name)
    for name, sent in film["weights"].items():
        np.testing.assert_array_equal(unpacked(sent), np.float32(RUN.cell.parameters[name]), name)
    np.testing.assert_array_equal(unpacked(film["start"]["c"]), np.float32(RUN.step.c_prev[0]))
    assert film["tokens"] == [RUN.token]
    assert [stage["title"] for stage in film["stages"]] == [part.name for part in PARTS]
    assert film["ribbon"] == "stages" and film["overview"] is None
    assert film["questions"] == questions_payload(QUESTIONS, RUN)


def test_what_is_said_stands_on_the_page_with_the_numbers_of_the_run() -> None:
    at = open_start()
    texts = [plain(text.value) for text in at.markdown]
    assert linked(OPENING) in texts and linked(ENDING) in texts
    for heading, text in gradient_claim(RUN).items():
        assert f"**{heading}.** {linked(text)}" in texts


def test_the_map_lists_every_scene_in_reading_order() -> None:
    data = given_to(open_start(), "scenes")
    assert [(one["id"], one["title"], one["about"]) for one in data["scenes"]] == [
        (scene.id, scene.title, scene.about) for scene in SCENES
    ]
    assert [one["page"] for one in data["scenes"]] == ["", *(scene.id for scene in SCENES[1:])]
    assert data["root"] == "/"


def test_the_way_on_and_the_belt() -> None:
    links = {link.proto.label: link.proto for link in open_start().get("page_link")}
    assert links["The phone call →"].page == "phone-call"
    assert links["The conveyor belt →"].page == "cell-state"
    assert links["The conveyor belt →"].query_string == "part=belt"


def test_a_link_brings_the_component_and_the_unit_back() -> None:
    at = open_start(stage="3", unit="4")
    assert screen_of(at) == SceneScreen(0, 2, 3)
    assert handed(at)["at"] == {"id": 0, "t": 0, "stage": 2, "unit": 3}
    assert not at.warning


@pytest.mark.parametrize("query", [{"t": "2"}, {"stage": "7"}, {"stage": "<b>", "unit": "0"}])
def test_nonsense_in_a_link_is_noted_and_left_out(query: dict[str, str]) -> None:
    at = open_start(**query)
    assert screen_of(at) == SceneScreen()
    (note,) = at.warning
    notes = plain(note.value).split("The link says ")[1:]
    assert len(notes) == len(query)
    for text, (name, value) in zip(notes, query.items(), strict=True):
        assert text.startswith(f"{name}={value};")
