"""The page opens on gates that visibly learn, and links from before open what they did."""

from urllib.parse import parse_qsl

from lstm_viz.scenes.train.controls.params import (
    BARE,
    LONGEST,
    PARAMS,
    settings_of,
    values_of,
)
from lstm_viz.scenes.train.record.settings import MOST_UNITS, Settings
from lstm_viz.scenes.train.words.presets import OPEN, PRESETS
from lstm_viz.ui.scene_state import SceneScreen, from_query, link


def read(query: dict[str, str]) -> Settings:
    screen, notes = from_query(query, PARAMS, steps=LONGEST, stages=10, units=MOST_UNITS, bare=BARE)
    assert notes == ()
    return settings_of(screen)


def test_an_address_that_says_nothing_opens_the_first() -> None:
    assert read({}) == read({"embed": "true"}) == PRESETS[0].settings
    assert PRESETS[0].id == "parity"


def test_links_from_before_open_what_they_did() -> None:
    """They left out what was as in the first symbol, the task among it."""
    assert read({"task": "parity", "size": "9"}) == Settings(
        "parity", 9, hidden_size=OPEN.hidden_size, forget_bias=4.0, steps=OPEN.steps
    )
    assert read({"seed": "3"}).task == read({"view": "training"}).task == "first-symbol"
    assert read({"view": "training"}) == OPEN


def test_every_preset_comes_back_from_its_link() -> None:
    for preset in PRESETS:
        query, _ = link(SceneScreen(values=values_of(preset.settings)), PARAMS)
        assert query.startswith("task=") and read(dict(parse_qsl(query))) == preset.settings
