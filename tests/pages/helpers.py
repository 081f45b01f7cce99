"""What page tests do: open the app at a link, and read what it hands to the player."""

import base64
import gzip
import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lstm_viz.inputs import MAX_STEPS
from lstm_viz.scenes.step_through.controls.params import (
    KEY,
    MOST_UNITS,
    PARAMS,
    STAGES,
    bare,
    setup_of,
)
from lstm_viz.scenes.step_through.record import Experiment, Setup, perform
from lstm_viz.ui import player
from lstm_viz.ui.navigation import page_of
from lstm_viz.ui.scene_state import SceneScreen, from_query
from tests.browser.server import ROOT

CELL = "step-through"


def open_at(*, page: str = CELL, **query: str) -> AppTest:
    """The app on the page of a scene, as a link opens it."""
    at = AppTest.from_file(str(ROOT / "lstm_viz" / "app" / "main.py"), default_timeout=30)
    sound(at.run())  # a test can go to a page once the app has named them
    return visit(at, page, **query)


def visit(at: AppTest, page: str, **query: str) -> AppTest:
    """Go to a page of the app with the link's query, without an exception."""
    at.query_params.clear()
    for name, value in query.items():
        at.query_params[name] = value
    return sound(at.switch_page(page_of(page).file).run())


def sound(at: AppTest) -> AppTest:
    assert not at.exception, at.exception
    return at


def player_tells(monkeypatch: pytest.MonkeyPatch, at: AppTest, scene: str, action: str) -> AppTest:
    """The player of a scene tells what was done in it, in a run of the page."""
    shown = player.show

    def tell(*args: Any, on_action: Callable[[], None], **settings: Any) -> None:
        def told() -> None:
            st.session_state[scene] = SimpleNamespace(action=action)
            on_action()
            del st.session_state[scene]

        st.button("told", key="fake_action", on_click=told)
        shown(*args, on_action=on_action, **settings)

    with monkeypatch.context() as patch:
        patch.setattr(player, "show", tell)
        sound(at.run())
        at.button(key="fake_action").click()
        return sound(at.run())


def handed(at: AppTest) -> dict[str, Any]:
    """The data of the one player on the page, its film unpacked."""
    sent = [json.loads(component.proto.json) for component in at.get("bidi_component")]
    (data,) = [found for found in sent if "film" in found]
    data["film"] = json.loads(gzip.decompress(base64.b64decode(data["film"].removeprefix("/"))))
    return data


def screen_of(at: AppTest) -> SceneScreen:
    """The screen of Step through."""
    screen = at.session_state[f"{KEY}_screen"]
    assert isinstance(screen, SceneScreen)
    return screen


def set_on(at: AppTest) -> Setup:
    """What is set on Step through."""
    return setup_of(screen_of(at))


def run_of(**query: str) -> Experiment:
    """The run that a link stands for, made here."""
    screen, _ = from_query(
        query, PARAMS, steps=MAX_STEPS, stages=STAGES, units=MOST_UNITS, bare=bare()
    )
    return perform(setup_of(screen))


def unpacked(packed: dict[str, Any]) -> np.ndarray:
    """What `payload.packed` was given, as float32."""
    shape = tuple(packed["shape"])
    if packed["type"] == "oneHot":
        return np.eye(shape[1], dtype=np.float32)[packed["columns"]]
    return np.frombuffer(base64.b64decode(packed["data"]), "<f4").reshape(shape)


def assert_shows(at: AppTest, wanted: Experiment) -> None:
    """The player was handed exactly the values of this run, rounded to float32, and its words."""
    film = handed(at)["film"]
    trace = wanted.trace
    assert film["tokens"] == list(wanted.inputs.tokens)
    assert film["columns"] == list(wanted.inputs.columns)
    assert (film["steps"], film["units"]) == (len(trace), trace.hidden_size)
    assert set(film["values"]) == set(trace.names) - {"h_prev", "c_prev"}
    arrays = {name: getattr(trace, name) for name in film["values"]}
    _same_floats(film["values"], arrays)
    _same_floats(film["weights"], wanted.cell.parameters)
    _same_floats(film["start"], {name: getattr(trace, f"{name}0") for name in film["carried"]})
    assert set(film["clamped"]) == set(trace.clamped)
    for gate, held in trace.clamped.items():
        sent = [np.nan if value is None else value for value in film["clamped"][gate]]
        np.testing.assert_array_equal(sent, held)


def _same_floats(sent: dict[str, Any], wanted: dict[str, Any]) -> None:
    assert set(sent) == set(wanted)
    for name, array in wanted.items():
        np.testing.assert_array_equal(unpacked(sent[name]), np.float32(array), err_msg=name)


def error(at: AppTest) -> str:
    """The one sentence of the one error on the page."""
    (message,) = at.error
    return plain(message.value)


def plain(markdown: str) -> str:
    """Markdown that was escaped to be shown as it is, as it is."""
    return markdown.replace("\\", "").replace("\u2060", "")
