"""The pages of the gates: what they hand to the player, and links to them."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.lesson.contents import scene
from lstm_viz.scenes.forget_gate.controls import ROOM as FORGET
from lstm_viz.scenes.input_gate.controls import ROOM as INPUT
from lstm_viz.scenes.output_gate.controls import ROOM as OUTPUT
from lstm_viz.ui.gate_page import story_payload
from tests.pages.helpers import handed, open_at, plain

FILMS: dict[str, Any] = {room.id: story_payload(room) for room in (FORGET, INPUT, OUTPUT)}
every_page = pytest.mark.parametrize("id", FILMS)


def notes(at: AppTest) -> str:
    return " ".join(plain(note.value) for note in at.warning)


@every_page
def test_it_opens_at_the_beginning_and_where_a_link_says(id: str) -> None:
    at = open_at(page=id)
    data = handed(at)
    assert data["film"] == FILMS[id] and data["query"] == ""
    assert data["at"] == {"id": 0, "t": 0, "stage": 0, "unit": 0}
    assert not at.warning and at.title[0].value == scene(id).title
    data = handed(open_at(page=id, t="3", stage="2"))
    assert (data["at"]["t"], data["at"]["stage"]) == (2, 1)


@every_page
def test_an_old_link_opens_the_scene_and_says_what_it_left_out(id: str) -> None:
    """Of a part with a cell of its own, four units, and a gate held by hand."""
    old = {"hold": "0.2", "of": "3", "tried": "4", "gate": "i", "t": "2", "stage": "9", "unit": "3"}
    at = open_at(page=id, part="cell", **old)
    data = handed(at)
    assert data["film"] == FILMS[id] and data["query"] == ""
    assert data["at"] == {"id": 0, "t": 1, "stage": 0, "unit": 0}
    for name in ("hold=0.2", "part=cell", "stage=9", "unit=3"):
        assert f"The link says {name}; expected " in notes(at)
    assert "gates are held by hand in Step through a cell, so it opens without" in notes(at)
