"""The map of the lesson: what it counts, whatever the browser's storage holds, and where it leads.

Its script is run in the Node.js that Playwright brings along, so that no browser has to be opened.
"""

from importlib.resources import files
from types import SimpleNamespace

import pytest

from lstm_viz.lesson.contents import SCENES
from lstm_viz.ui import lesson_map, navigation
from lstm_viz.ui.navigation import PAGES, page_of
from tests.unit.node import in_node

SCRIPT = (files("lstm_viz.ui") / "lesson_map.js").read_text("utf-8")
HARNESS = """
const answer = (entries) => entries.map((entry) => [seenOf(entry), words(seenOf(entry))]);
"""


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    """Entries of the storage -> [(what the map counts, what it says)]."""
    node = in_node(tmp_path_factory.mktemp("map"), "\n".join((SCRIPT, HARNESS)))
    return lambda *entries: [tuple(pair) for pair in node(entries)]


def whole(seen, *parts):
    """A scene of these parts, some of them seen to the end."""
    kept = {part: {"of": 2, "places": [0, 1]} for part in seen}
    return {"parts": kept, "all": list(parts), "answered": {}, "open": {}}


def test_it_says_what_was_seen_and_predicted(counted):
    entries = {
        "not seen yet": {"seen": 0, "of": 35, "answered": {}},
        "seen": {"seen": 35, "of": 35, "answered": {}},
        "34 % seen": {"seen": 12, "of": 35, "answered": {}},
        "1 % seen": {"seen": 1, "of": 600},
        "99 % seen": {"seen": 599, "of": 600},
        "34 % seen · 1 of 2 predicted right": {
            "seen": 12, "of": 35, "answered": {"a": True, "b": False},
        },
        "50 % seen": whole(["row"], "row", "cell"),
        "75 % seen · 1 open": {
            **whole(["row"], "row", "cell"),
            "parts": {"row": {"of": 2, "places": [0, 1]}, "cell": {"of": 2, "places": [1]}},
            "open": {"h-is-c": {"asked": "Which?", "from": 3}},
        },
        "seen · 1 of 1 predicted right": {
            **whole(["row", "cell"], "row", "cell"), "answered": {"a": True},
        },
    }  # fmt: skip
    assert [words for _, words in counted(*entries.values())] == list(entries)


def test_it_says_that_things_are_kept_only_where_they_are(tmp_path):
    """Storage that works, that is full, and that is off."""
    node = in_node(
        tmp_path,
        SCRIPT
        + """
const full = { setItem() { throw new Error("full"); } };
const answer = () => [{ setItem() {}, removeItem() {} }, full, null]
  .map((storage) => {
    Object.defineProperty(globalThis, "localStorage", { configurable: true, get() {
      if (!storage) throw new Error("off");
      return storage;
    } });
    return keeps();
  });
""",
    )
    assert node(None) == [True, False, False]
    assert "done + (keeps() ? KEEPS : KEEPS_NOT)" in SCRIPT


def test_whatever_is_stored_can_be_drawn(counted):
    broken = [
        None, 3, "x", [], {}, {"seen": -1, "of": 4}, {"seen": "9", "of": "9"},
        {"seen": None, "of": None, "answered": None}, {"parts": 7, "all": 3, "open": 1},
        {"parts": {"": 5}, "all": [], "open": {"x": None, "y": {"asked": "?", "from": "0"}}},
    ]  # fmt: skip
    for found, words in counted(*broken):
        assert found["seen"] == 0 and words == "not seen yet"
    ((more, words),) = counted({"seen": 9, "of": 5, "answered": {"a": "yes", "b": 1}})
    assert more == {"seen": 1, "whole": True, "answers": 2, "right": 0, "open": 0}
    assert words == "seen · 0 of 2 predicted right"


def test_it_reads_what_the_player_keeps():
    """One key, written by the player and read here; one event tells of a change."""
    kept = (files("lstm_viz.player") / "js" / "player" / "progress.js").read_text("utf-8")
    assert '"lstm-viz-progress"' in kept and '"lstm-viz-progress"' in SCRIPT
    assert "dispatchEvent" in kept and "addEventListener(KEPT" in SCRIPT


def test_it_asks_nobody():
    """No request, nothing loaded: what was seen stays in the browser."""
    for word in ("fetch(", "XMLHttpRequest", "sendBeacon", "http", "import("):
        assert word not in SCRIPT
    assert 'setTriggerValue("go", id)' in SCRIPT and "setStateValue" not in SCRIPT


@pytest.mark.parametrize("base", ["", "/some/where/"])
def test_it_is_given_every_scene_and_its_address(base, monkeypatch):
    given = {}

    def mount(**what):
        given.update(what)
        return SimpleNamespace(go=None)

    monkeypatch.setattr(lesson_map, "_mount", mount)
    monkeypatch.setattr(navigation.st, "get_option", lambda name: base)
    lesson_map.show()
    data = given["data"]
    assert data["root"] == (base or "/")
    assert [one["id"] for one in data["scenes"]] == [scene.id for scene in SCENES]
    addresses = {page.id: page.address for page in PAGES}
    assert all(one["page"] == addresses[one["id"]] for one in data["scenes"])
    assert {one["id"] for one in data["others"]} == set(addresses) - {
        one["id"] for one in data["scenes"]
    }


@pytest.mark.parametrize(("chosen", "goes"), [("costs", True), (None, False), ("nowhere", False)])
def test_choosing_a_scene_goes_there_in_this_session(chosen, goes, monkeypatch):
    gone = []
    monkeypatch.setattr(lesson_map, "_mount", lambda **_: SimpleNamespace(go=chosen))
    monkeypatch.setattr(lesson_map.st, "switch_page", gone.append)
    lesson_map.show()
    assert gone == ([page_of(chosen).file] if goes else [])
