"""The conveyor belt on the page of the cell state: what it hands to the player, links in."""

from typing import Any

import pytest

from lstm_viz.player import questions_payload
from lstm_viz.scenes.cell_state import record as belt
from lstm_viz.scenes.cell_state.questions.belt import questions
from lstm_viz.scenes.cell_state.words.belt import sentence
from tests.pages.helpers import handed, open_at, plain, sound

PAGE = "cell-state"


def sentences(data: dict[str, Any]) -> list[str]:
    return [frame["sentence"] for (frame,) in data["film"]["frames"]]


@pytest.mark.parametrize(
    ("query", "keep", "gate"),
    [
        ({}, 0.9, "shut"),
        ({"keep": "1"}, 1.0, "shut"),
        ({"keep": "0", "input": "free"}, 0, "free"),
    ],
)
def test_a_link_opens_the_belt(query: dict[str, str], keep: float, gate: str) -> None:
    at = open_at(page=PAGE, part="belt", t="12", **query)
    data, run = handed(at), belt.run(keep, gate)
    assert sentences(data) == [sentence(run, t) for t in range(belt.STEPS)]
    assert data["film"]["questions"] == questions_payload(questions(run), run)
    assert data["at"]["t"] == 11
    assert "part=belt" in data["query"]
    assert all(f"{name}={value}" in data["query"] for name, value in query.items())
    assert ("keep" in data["query"]) == ("keep" in query), "the default is left out"
    assert not at.warning


def test_the_forget_gate_can_be_set() -> None:
    at = open_at(page=PAGE, part="belt")
    sound(at.slider(key="cell-state_keep").set_value(0.5).run())
    run = belt.run(0.5)
    assert sentences(handed(at)) == [sentence(run, t) for t in range(belt.STEPS)]
    assert "keep=0.5" in handed(at)["query"]


@pytest.mark.parametrize(("name", "value"), [("keep", "2"), ("keep", "nan"), ("input", "ajar")])
def test_a_bad_link_gives_a_note(name: str, value: str) -> None:
    at = open_at(page=PAGE, part="belt", **{name: value})
    (note,) = at.warning
    assert plain(note.value).startswith(f"The link says {name}={value}; expected ")
