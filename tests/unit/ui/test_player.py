"""What the component is given changes when the picture does."""

import gzip
import json
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from lstm_viz.figures.film import film
from lstm_viz.player import payload, script
from lstm_viz.scenes.step_through.edits import Edit
from lstm_viz.scenes.step_through.record import Setup, perform
from lstm_viz.ui import player, served
from lstm_viz.ui.films import once

F, O = 0, 3  # noqa: E741

# ---- mounting ----------------------------------------------------------------------------------

SETUP = Setup("friend", "random", "sentence", "my friend calls", hidden_size=2, seed=7)
HELD_SHUT = tuple(Edit("clamp", (F, unit), 0.0) for unit in range(2))


@pytest.fixture
def mounted(monkeypatch):
    """setup -> the data that the component is given."""

    def show(setup):
        given = {}
        monkeypatch.setattr(player, "_mount", lambda **arguments: given.update(arguments))
        monkeypatch.setattr(player, "plotly_sources", lambda key: {})
        monkeypatch.setattr(player, "served_script", lambda script, place: f"/media/{place}")
        run = perform(setup)
        labels = run.network.unit_labels(run.inputs, run.trace.hidden_size)
        story = film(run.trace, tokens=run.inputs.tokens, columns=run.inputs.columns)
        data = payload(story, weights=run.cell.parameters, unit_labels=labels)
        actions = dict.fromkeys(("on_at", "on_edit", "on_action"), lambda: None)
        player.show(once(data), {"at": {"t": 0}}, key="cell", **actions)
        return given["data"]

    return show


def test_the_component_gets_the_film_compressed(mounted):
    data = mounted(SETUP)
    sent = json.loads(gzip.decompress(b64decode(data["film"])))
    assert sent["tokens"] == ["my", "friend", "calls"]
    assert data["at"] == {"t": 0} and data["plotly"] == {}
    assert data["script"] == "/media/lstm_viz_player"


@pytest.mark.parametrize("base, start", [("", "/media/"), ("lstm", "/lstm/media/")])
def test_the_players_script_is_fetched_from_where_streamlit_serves_it(monkeypatch, base, start):
    files = {}

    def add(data, mimetype, place):
        files[place] = (data, mimetype)
        return "/media/1.gz"

    server = SimpleNamespace(media_file_mgr=SimpleNamespace(add=add))
    monkeypatch.setattr(served.st, "get_option", {"server.baseUrlPath": base}.get)
    monkeypatch.setattr(served, "get_instance", lambda: server)
    monkeypatch.setattr(served.st, "session_state", {})
    given = {}
    monkeypatch.setattr(player, "_mount", lambda **arguments: given.update(arguments))
    actions = dict.fromkeys(("on_at", "on_edit", "on_action"), lambda: None)
    player.show(once({"kind": "board", "steps": 1, "frames": [[{}]]}), {}, key="cell", **actions)
    assert given["data"]["script"] == f"{start}1.gz"
    packed, mimetype = files["lstm_viz_player"]
    assert json.loads(gzip.decompress(packed)) == script()
    assert mimetype == "application/gzip", "Streamlit does not pack it once more"


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
    assert mounted(replace(SETUP, **change))["version"] != mounted(SETUP)["version"]


def test_the_version_changes_with_a_state_that_is_forgotten_at_once(mounted):
    """With the forget gates shut c0 moves nothing but itself, and it is on screen."""
    shut = replace(SETUP, edits=HELD_SHUT)
    started = replace(SETUP, edits=(*HELD_SHUT, Edit("c0", (0,), 3.0)))
    assert mounted(shut)["version"] != mounted(started)["version"]


@pytest.mark.parametrize(
    "change",
    [
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
    assert mounted(replace(SETUP, **change))["version"] == mounted(SETUP)["version"]


def test_the_seed_of_a_network_without_one_changes_nothing(mounted):
    latch = replace(SETUP, network="latch")
    assert mounted(latch)["version"] == mounted(replace(latch, seed=8))["version"]


# ---- Plotly ------------------------------------------------------------------------------------


@pytest.mark.parametrize("base, start", [("", "/"), ("lstm", "/lstm/"), ("/a/b/", "/a/b/")])
def test_streamlits_own_plotly_is_looked_for_where_streamlit_serves_it(monkeypatch, base, start):
    options = {"server.baseUrlPath": base}
    monkeypatch.setattr(served.st, "get_option", options.get)
    monkeypatch.setattr(served.st, "session_state", {})
    sources = served.plotly_sources("cell")
    assert sources["script"] == ""
    address = sources["module"]
    assert address.startswith(f"{start}static/js/PlotlyChart.") and address.endswith(".js")
    folder = Path(player.st.__file__).parent / "static"
    assert (folder / address.removeprefix(start)).is_file()


# ---- what is kept ------------------------------------------------------------------------------


def test_what_is_kept_is_there_when_no_page_has_it_until_another_takes_its_place(monkeypatch):
    files = MediaFileManager(MemoryMediaFileStorage("/media"))
    monkeypatch.setattr(served, "get_instance", lambda: SimpleNamespace(media_file_mgr=files))

    def there(data):
        files.remove_orphaned_files()
        return data in {file.content for file in files._storage._files_by_id.values()}

    files.add(b"a page's", "text/plain", "place")
    files.clear_session_refs()
    served.keep(b"kept", "text/plain", "place")
    assert there(b"kept") and not there(b"a page's")
    served.keep(b"another", "text/plain", "place")
    assert there(b"another") and not there(b"kept")
