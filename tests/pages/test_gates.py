"""The pages of the gates and the cell state: the run they show, and a gate in the reader's hand."""

from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.lesson.contents import scene
from lstm_viz.lesson.gates import GateRun, Hold, run
from lstm_viz.lesson.gates.record import STEPS, UNITS
from lstm_viz.lesson.gates.words import change_sentence, prediction_request
from lstm_viz.player.questions import questions_payload
from lstm_viz.signals import LSTM_SIGNALS, stacked
from lstm_viz.ui.navigation import page_of
from tests.browser.server import ROOT
from tests.gate_scenes import GATE_SCENES, GATE_STAGES
from tests.pages.helpers import handed, plain, sound, unpacked

IDS = tuple(GATE_SCENES)
every_page = pytest.mark.parametrize("id", IDS)


def linked(rest: str) -> str:
    return "&".join(filter(None, ("part=cell", rest)))


def open_page(id: str, **query: str) -> AppTest:
    """The app on the page of a gate scene, in the cell, as a link opens it."""
    query = {"part": "cell", **query}
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    sound(at.run())
    for name, value in query.items():
        at.query_params[name] = value
    return sound(at.switch_page(page_of(id).file).run())


def texts(at: AppTest) -> list[str]:
    return [plain(text.value) for text in at.markdown]


def assert_shows(at: AppTest, id: str, now: GateRun, tried: int = 0) -> dict[str, Any]:
    """The player has exactly the values, weights, stages and questions of this run."""
    data = handed(at)
    film = data["film"]
    for name, sent in film["values"].items():
        np.testing.assert_array_equal(unpacked(sent), np.float32(getattr(now.trace, name)), name)
    for name, sent in film["weights"].items():
        np.testing.assert_array_equal(unpacked(sent), np.float32(now.cell.parameters[name]), name)
    assert film["tokens"] == list(now.tokens)
    assert [stage["work"] for stage in film["stages"]] == [s.work for s in GATE_STAGES[id]]
    assert film["questions"] == questions_payload(GATE_SCENES[id].questions.of(now, tried), now)
    return data


@every_page
def test_it_opens_at_the_beginning_with_nothing_held(id: str) -> None:
    at = open_page(id)
    data = assert_shows(at, id, run())
    assert data["at"] == {"id": 0, "t": 0, "stage": 0, "unit": 0}
    assert data["query"] == "part=cell" and data["film"]["overview"] is None
    assert not at.warning and not at.error
    assert at.title[0].value == scene(id).title
    assert at.toggle(key=f"{id}_held").value is False
    assert not at.slider


@every_page
def test_a_gate_is_taken_in_hand_where_the_reader_is(id: str) -> None:
    at = open_page(id, t="4", stage="2", unit="3")
    at.toggle(key=f"{id}_held").set_value(True)
    sound(at.run())
    gate, landing = GATE_SCENES[id].gates[0], GATE_SCENES[id].questions.landing
    now = run(Hold(gate, 0.2, 2))
    data = assert_shows(at, id, now, tried=3)
    # Just before the effect, to be predicted.
    assert data["at"] == {"id": 1, "t": 3, "stage": landing.stage - 1, "unit": 2}
    assert data["query"] == linked("hold=0.2&of=3&tried=4")
    assert prediction_request(now) in texts(at)

    at.slider(key=f"{id}_hold").set_value(0.6)
    sound(at.run())
    assert handed(at)["query"] == linked("hold=0.6&of=3&tried=4")
    assert handed(at)["at"]["id"] == 2
    assert_shows(at, id, run(Hold(gate, 0.6, 2)), tried=3)

    at.button_group(key=f"{id}_of").set_value("all")
    sound(at.run())
    assert_shows(at, id, run(Hold(gate, 0.6)), tried=3)
    assert handed(at)["query"] == linked("hold=0.6&of=all&tried=4")

    at.toggle(key=f"{id}_held").set_value(False)
    sound(at.run())
    assert_shows(at, id, run())
    assert handed(at)["at"]["id"] == 3, "no jump: the picture moves back where the reader is"


@every_page
def test_the_difference_is_told_once_its_effect_was_seen(id: str) -> None:
    scene = GATE_SCENES[id]
    now = run(Hold(scene.gates[-1], 0.9, 1))
    hold = {"hold": "0.9", "of": "2", "tried": "3", "unit": "2"}
    if len(scene.gates) > 1:
        hold["gate"] = scene.gates[-1]
    effect = str(scene.questions.landing.stage + 1)
    for place in ({"t": "2"}, {"t": "3", "stage": str(scene.questions.landing.stage)}):
        assert prediction_request(now) in texts(open_page(id, **hold, **place))
    at = open_page(id, **hold, t="3", stage=effect)
    assert change_sentence(now, scene.changes, 2, 1, others=len(scene.gates) == 1) in texts(at)
    assert_shows(at, id, now, tried=2)
    assert not at.warning


@every_page
@pytest.mark.parametrize(
    "query",
    [
        {"t": str(STEPS + 15), "hold": "1.2", "of": "<b>"},
        {"stage": "99", "unit": str(UNITS + 1), "tried": "0", "hold": "nan"},
    ],
    ids=["beyond", "below"],
)
def test_nonsense_in_a_link_is_noted_and_left_out(id: str, query: dict[str, str]) -> None:
    at = open_page(id, **query)
    assert at.warning
    for name, value in query.items():
        assert any(f"{name}={value}" in plain(note.value) for note in at.warning)
    assert_shows(at, id, run())
    assert handed(at)["at"] == {"id": 0, "t": 0, "stage": 0, "unit": 0}


def test_the_weights_are_stacked_in_the_order_that_the_page_says() -> None:
    assert stacked(LSTM_SIGNALS) == ("i", "f", "g", "o")
