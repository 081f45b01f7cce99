"""The component of "Read along" is given the reading, and fetches its script once."""

import json

import pytest

from lstm_viz.player.reading import reading_payload
from lstm_viz.scenes.read_along.controls import component
from tests.unit.player.readings import TEXT, reading

EVENTS = ("text", "enter", "unit", "marks", "action")


@pytest.fixture
def mounted(monkeypatch):
    """(payload, data) -> what the component is mounted with."""

    def show(payload, **data):
        given = {}
        monkeypatch.setattr(component, "_mount", lambda **arguments: given.update(arguments))
        monkeypatch.setattr(component, "plotly_sources", lambda key: {"module": key})
        monkeypatch.setattr(component, "served_script", lambda script, place: f"/media/{place}")
        component.show(payload, data, key="k", **{f"on_{event}": str for event in EVENTS})
        return given

    return show


def test_the_browser_gets_the_reading_and_the_sessions_data(mounted):
    data = mounted(reading_payload(reading(), units=(0,)), at={"id": 3, "t": 5})["data"]
    sent = json.loads(data["reading"])
    assert "".join(sent["characters"]) == TEXT
    assert data["at"] == {"id": 3, "t": 5} and data["plotly"] == {"module": "k"}
    assert data["script"] == "/media/lstm_viz_reading"  # another file than the player's


def test_every_event_has_its_callback(mounted):
    given = mounted(reading_payload(reading(), units=(0,)))
    assert all(given[f"on_{event}_change"] is str for event in EVENTS)


def test_the_version_changes_with_the_picture_and_with_nothing_else(mounted):
    record = reading()

    def version(units=(0, 1), paint="surprise", **data):
        return mounted(reading_payload(record, units=units, paint=paint), **data)["data"]["version"]

    assert version() == version(at={"id": 1, "t": 2}, marks=[[0, 3]], answered=9, problem="no")
    assert len({version(), version(units=(1, 0)), version(paint=("f", 0))}) == 3
