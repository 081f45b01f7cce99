"""What tests of “Train one yourself” do with its page."""

import json
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.scenes.train.controls import kept
from lstm_viz.scenes.train.controls.params import settings_of
from lstm_viz.scenes.train.record.settings import Settings
from lstm_viz.scenes.train.words.presets import OPEN
from lstm_viz.ui import trainings
from lstm_viz.ui.scene_state import SceneScreen
from tests.pages.helpers import open_at, plain, sound

TRAIN = "train"
QUICK = {"task": "parity", "size": "6", "units": "2", "steps": "50", "seed": "3"}
QUICK_SETTINGS = replace(OPEN, task="parity", size=6, hidden_size=2, steps=50, seed=3)


def open_train(**query: str) -> AppTest:
    return open_at(page=TRAIN, **query)


def screen_of(at: AppTest) -> SceneScreen:
    screen = at.session_state["train_screen"]
    assert isinstance(screen, SceneScreen)
    return screen


def settings(at: AppTest) -> Settings:
    return settings_of(screen_of(at))


def ticker(at: AppTest) -> dict[str, Any]:
    sent = [json.loads(component.proto.json) for component in at.get("bidi_component")]
    (data,) = [found for found in sent if "going" in found]
    return data


def progress(at: AppTest) -> str:
    (bar,) = at.get("progress")
    return plain(bar.proto.text)


def press(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click()
    return sound(at.run())


def to_the_end(at: AppTest) -> AppTest:
    """Ask for a slice as the page in the browser does, one that is long enough for all the rest."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trainings, "SLICE", 1e9)
        for _ in range(3):
            if not ticker(at)["going"]:
                return at
            sound(at.run())
    pytest.fail("it goes on and on")


def note(at: AppTest) -> str:
    (warning,) = at.warning
    return plain(warning.value)


def texts(at: AppTest) -> list[str]:
    return [plain(text.value) for text in at.markdown]


def trained(at: AppTest) -> Any:
    return kept.TRAININGS.find(screen_of(at)["run"])


def look_inside(at: AppTest) -> AppTest:
    at.get("button_group")[0].set_value("cell")
    return sound(at.run())
