"""What the component reports is checked, and what it is given changes when the picture does."""

import gzip
import json
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from lstm_viz.figures.film import film
from lstm_viz.player import payload, script
from lstm_viz.scenes.step_through.link import Screen
from lstm_viz.scenes.step_through.record import perform
from lstm_viz.ui import player
from lstm_viz.ui.edits import Edit
from lstm_viz.ui.player import read_edits

F, I, G, O = range(4)  # noqa: E741


def reported(target, index, value):
    return [{"target": target, "index": index, "value": value}]


# ---- edits -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "target, index, value",
    [
        ("weight_ih", [11, 0], -0.5),
        ("weight_hh", [0, 2], 1e6),
        ("bias", [3], -1e6),
        ("x", [199, 15], 0),
        ("h0", [0], 2),
        ("c0", [0], 1e-300),
        ("clamp", [F, 1], 0),
        ("clamp", [I, 0], 1),
        ("clamp", [G, 0], -1),
        ("clamp", [O, 5], 0.5),
        ("clamp", [O, 5], None),
    ],
)
def test_a_usable_value_is_an_edit(target, index, value):
    edits, problem = read_edits(reported(target, index, value))
    assert problem is None
    assert edits == (Edit(target, tuple(index), value),)
    assert edits[0].value is None or type(edits[0].value) is float
    hash(edits)


@pytest.mark.parametrize("nothing", [None, [], ()])
def test_no_report_is_no_edit(nothing):
    assert read_edits(nothing) == ((), None)


def test_several_edits_come_in_their_order():
    value = [*reported("bias", [1], 1), *reported("clamp", [F, 0], None), *reported("h0", [0], 2)]
    edits, problem = read_edits(value)
    assert [edit.target for edit in edits] == ["bias", "clamp", "h0"] and problem is None


@pytest.mark.parametrize(
    "target, index, value",
    [
        ("weight_ih", [0, 0], 1.1e6),
        ("bias", [0], -1.1e6),
        ("x", [0, 0], float("nan")),
        ("x", [0, 0], float("inf")),
        ("h0", [0], float("-inf")),
        ("clamp", [F, 0], -0.1),
        ("clamp", [F, 0], 1.01),
        ("clamp", [I, 0], -0.5),
        ("clamp", [O, 0], 2),
        ("clamp", [G, 0], -1.01),
        ("clamp", [G, 0], float("nan")),
        ("clamp", [G, 0], 1.5),
        ("weight_ih", [0, 0], None),
        ("x", [0, 0], None),
        ("bias", [0], "0.5"),
        ("bias", [0], ""),
        ("bias", [0], [1]),
        ("bias", [0], {"value": 1}),
        ("clamp", [F, 0], "free"),
    ],
    ids=str,
)
def test_an_unusable_value_changes_nothing_and_says_why(target, index, value):
    for others in ([], reported("bias", [1], 1)):
        edits, problem = read_edits([*others, *reported(target, index, value)])
        assert edits == ()
        assert problem.startswith("Expected a number from ") and problem.endswith(".")
        assert "nothing changed" in problem


def test_the_sentence_names_the_range_and_what_came():
    _, problem = read_edits(reported("clamp", [G, 0], 3))
    assert "from -1 to 1, got 3;" in problem.replace("−", "-")
    _, problem = read_edits(reported("clamp", [F, 0], 3))
    assert "from 0 to 1, got 3;" in problem


# ---- mounting ----------------------------------------------------------------------------------

SCREEN = Screen("friend", "random", "sentence", "my friend calls", hidden_size=2, seed=7)
HELD_SHUT = tuple(Edit("clamp", (F, unit), 0.0) for unit in range(2))


@pytest.fixture
def mounted(monkeypatch):
    """screen -> the data that the component is given."""

    def show(screen):
        given = {}
        monkeypatch.setattr(player, "_mount", lambda **arguments: given.update(arguments))
        monkeypatch.setattr(player, "plotly_sources", lambda key: {})
        monkeypatch.setattr(player, "served", lambda data, mimetype, place: f"/media/{place}")
        run = perform(screen)
        labels = run.network.unit_labels(run.inputs, run.trace.hidden_size)
        story = film(run.trace, tokens=run.inputs.tokens, columns=run.inputs.columns)
        data = payload(story, weights=run.cell.parameters, unit_labels=labels)
        actions = dict.fromkeys(("on_at", "on_edit", "on_action"), lambda: None)
        player.show(data, {"at": {"t": screen.t}}, key="cell", **actions)
        return given["data"]

    return show


def test_the_component_gets_the_film_compressed(mounted):
    data = mounted(SCREEN)
    sent = json.loads(gzip.decompress(b64decode(data["film"])))
    assert sent["tokens"] == ["my", "friend", "calls"]
    assert data["at"] == {"t": 0} and data["plotly"] == {}
    assert data["script"] == "/media/lstm_viz_player"


@pytest.mark.parametrize("base, start", [("", "/media/"), ("lstm", "/lstm/media/")])
def test_the_players_script_is_fetched_from_where_streamlit_serves_it(monkeypatch, base, start):
    served = {}

    def add(data, mimetype, place):
        served[place] = (data, mimetype)
        return "/media/1.js"

    files = SimpleNamespace(media_file_mgr=SimpleNamespace(add=add))
    monkeypatch.setattr(player.st, "get_option", {"server.baseUrlPath": base}.get)
    monkeypatch.setattr(player, "get_instance", lambda: files)
    monkeypatch.setattr(player.st, "session_state", {})
    given = {}
    monkeypatch.setattr(player, "_mount", lambda **arguments: given.update(arguments))
    actions = dict.fromkeys(("on_at", "on_edit", "on_action"), lambda: None)
    player.show({}, {}, key="cell", **actions)
    assert given["data"]["script"] == f"{start}1.js"
    assert served == {"lstm_viz_player": (script().encode(), "text/javascript")}


@pytest.mark.parametrize(
    "change",
    [
        {"text": "My friend calls"},
        {"text": "my friend"},
        {"text": "my friend calls calls"},
        {"seed": 8},
        {"hidden_size": 3},
        {"network": "latch"},
        {"edits": (Edit("weight_ih", (0, 0), 0.5),)},
        {"edits": (Edit("weight_hh", (0, 0), 0.5),)},
        {"edits": (Edit("bias", (0,), 0.5),)},
        {"edits": (Edit("x", (0, 0), 0.5),)},
        {"edits": (Edit("h0", (0,), 0.5),)},
        {"edits": (Edit("c0", (0,), 0.5),)},
        {"edits": (Edit("clamp", (O, 0), 0.5),)},
    ],
    ids=str,
)
def test_the_version_changes_with_what_is_on_screen(mounted, change):
    assert mounted(replace(SCREEN, **change))["version"] != mounted(SCREEN)["version"]


def test_the_version_changes_with_a_state_that_is_forgotten_at_once(mounted):
    """With the forget gates shut c0 moves nothing but itself, and it is on screen."""
    shut = replace(SCREEN, edits=HELD_SHUT)
    started = replace(SCREEN, edits=(*HELD_SHUT, Edit("c0", (0,), 3.0)))
    assert mounted(shut)["version"] != mounted(started)["version"]


@pytest.mark.parametrize(
    "change",
    [
        {"t": 1, "stage": 4, "unit": 1},
        {"preset": "again"},
        {"edits": (Edit("c0", (0,), 0.0),)},
        {"edits": (Edit("x", (0, 0), 1.0),)},
        {"edits": (Edit("bias", (99,), 1.0),)},
        {"edits": (Edit("clamp", (F, 0), None),)},
        {"text": "my  friend calls "},
    ],
    ids=str,
)
def test_the_version_stays_when_nothing_on_screen_changes(mounted, change):
    assert mounted(replace(SCREEN, **change))["version"] == mounted(SCREEN)["version"]


def test_the_seed_of_a_network_without_one_changes_nothing(mounted):
    latch = replace(SCREEN, network="latch")
    assert mounted(latch)["version"] == mounted(replace(latch, seed=8))["version"]


# ---- Plotly ------------------------------------------------------------------------------------


@pytest.mark.parametrize("base, start", [("", "/"), ("lstm", "/lstm/"), ("/a/b/", "/a/b/")])
def test_streamlits_own_plotly_is_looked_for_where_streamlit_serves_it(monkeypatch, base, start):
    options = {"server.baseUrlPath": base}
    monkeypatch.setattr(player.st, "get_option", options.get)
    monkeypatch.setattr(player.st, "session_state", {})
    sources = player.plotly_sources("cell")
    assert "script" not in sources
    address = sources["module"]
    assert address.startswith(f"{start}static/js/PlotlyChart.") and address.endswith(".js")
    folder = Path(player.st.__file__).parent / "static"
    assert (folder / address.removeprefix(start)).is_file()
