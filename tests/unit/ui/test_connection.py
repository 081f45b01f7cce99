"""What the script of every page does when the connection goes and comes back, in Node.js."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lstm_viz.ui import every_page
from tests.unit.node import in_node

SCRIPT = Path(every_page.__file__).parent / "page" / "connection.js"
HARNESS = f"""
import {{ Connection }} from "{SCRIPT.as_uri()}";

// As much of a document as it asks for: Streamlit's state, a field beside the player.
const state = {{ connection: "CONNECTED", script: "notRunning" }};
const field = {{ inert: false, querySelector: () => null }};
const player = {{ inert: false, querySelector: () => ({{}}) }};
const nothing = () => {{}};
const element = () => (
  {{ style: {{}}, setAttribute: nothing, addEventListener: nothing, append: nothing }});
globalThis.MutationObserver = class {{ observe() {{}} disconnect() {{}} }};
globalThis.location = {{ search: "?t=3" }};
globalThis.document = {{
  body: {{ append() {{}} }},
  createElement: element,
  querySelectorAll: () => [field, player],
  querySelector: (asked) => asked.includes('="running"')
    ? (state.script === "running" ? {{}} : null)
    : {{ getAttribute: () => state.connection }},
}};

async function answer(steps) {{
  const told = [], connection = new Connection(), seen = [];
  for (const {{ answers, ...changed }} of steps) {{
    Object.assign(state, changed);
    if (answers) connection.learn(answers, "", (where) => told.push(where));
    else connection.look();
    seen.push({{ said: connection.note.hidden ? "" : connection.note.textContent,
      rests: field.inert, player: player.inert, told: [...told] }});
  }}
  connection.restNoMore();
  clearTimeout(connection.waits);
  return seen;
}}
"""
ONE = {"server": "a", "session": "one", "heard": 0}
GONE, BACK = {"connection": "CONNECTING"}, {"connection": "CONNECTED"}
Ask = Callable[[list[dict[str, Any]]], list[dict[str, Any]]]


@pytest.fixture
def seen(tmp_path: Path) -> Ask:
    """What can be seen after each step: a change of Streamlit's state, or a server that answers."""
    return in_node(tmp_path, HARNESS)  # type: ignore[no-any-return]


def answers(**changed: Any) -> dict[str, Any]:
    return {"answers": {**ONE, **changed}}


def test_who_was_away_for_long_is_told_what_is_gone(seen: Ask) -> None:
    *_, last = seen([answers(), GONE, BACK, answers(session="two", heard=1)])
    assert last["said"].startswith("You were away for long. You are where you were. What no link")
    assert "trainings" not in last["said"], "they go on in the server, which is the same"


def test_after_a_restart_it_is_said(seen: Ask) -> None:
    *_, last = seen([answers(), GONE, BACK, answers(server="b", session="two", heard=1)])
    assert last["said"].startswith("The server was restarted. You are where you were. What no link")
    assert "trainings" in last["said"]


def test_a_session_that_goes_on_says_nothing(seen: Ask) -> None:
    *_, last = seen([answers(), GONE, BACK, answers(heard=1)])
    assert last["said"] == ""


def test_what_would_be_thrown_away_rests_until_the_session_is_there(seen: Ask) -> None:
    new = {"server": "b", "session": "two"}
    steps = seen(
        [
            answers(),
            GONE,
            BACK,
            {"script": "running"},
            answers(**new),  # the run that Streamlit asks for by itself
            {"script": "notRunning"},
            {"script": "running"},
            answers(**new, heard=1),
            {"script": "notRunning"},
        ]
    )
    assert [one["rests"] for one in steps] == [*[False] * 2, *[True] * 6, False]
    assert not any(one["player"] for one in steps), "what is on screen can be played"
    assert steps[-1]["told"] == [{"session": "one", "search": "?t=3", "asked": 1}]


def test_a_connection_that_goes_again_lets_go(seen: Ask) -> None:
    steps = seen([answers(), GONE, BACK, GONE, BACK, answers(heard=1), answers(heard=2)])
    assert [one["rests"] for one in steps] == [False, False, True, False, True, True, False]
