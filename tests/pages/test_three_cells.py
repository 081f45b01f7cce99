"""The page "Three cells": its presets, own texts, the way into each cell, the race, its links."""

import pytest

from lstm_viz.scenes.three_cells.controls.params import KEY
from lstm_viz.scenes.three_cells.record.in_step import CELLS, Setup, in_step
from lstm_viz.scenes.three_cells.record.presets import PRESETS
from lstm_viz.scenes.three_cells.record.races import MATCHES, SIZES, race
from lstm_viz.scenes.three_cells.words.races import verdict
from tests.pages.helpers import error, handed, open_at, plain, player_tells, sound, visit

PAGE = KEY
FIELD = "three_cells_text"


def test_every_preset_opens_and_its_link_says_no_more_than_that() -> None:
    at = open_at(page=PAGE)
    for id, preset in PRESETS.items():
        sound(at.selectbox(key=f"{KEY}_preset").select(id).run())
        data = handed(at)
        run = in_step(Setup(id, preset.text, 4, preset.seed))
        assert data["film"]["kind"] == "board"
        assert data["film"]["tokens"] == list(run.inputs.tokens)
        assert data["into"] == "Into the cell" and data["next"] is None
        assert data["query"] == ("" if id == next(iter(PRESETS)) else f"preset={id}")
        has_knobs = any(field.label == "Units" for field in at.text_input)
        assert has_knobs is not bool(preset.task)
        assert not at.warning and not at.error


def test_an_own_text_knobs_and_what_cannot_be_read() -> None:
    at = open_at(page=PAGE, preset="sentence")
    sound(at.text_input(key=FIELD).set_value("no yes no").run())
    assert handed(at)["film"]["tokens"] == ["no", "yes", "no"]
    assert "text=no+yes+no" in handed(at)["query"]
    sound(at.text_input(key="three_cells_units").set_value("2").run())
    sound(at.text_input(key="three_cells_seed").set_value("5").run())
    assert "units=2" in handed(at)["query"] and "seed=5" in handed(at)["query"]
    film = handed(at)["film"]
    sound(at.text_input(key=FIELD).set_value("word " * 41).run())
    assert "Expected 2 to 40 words" in error(at) and "still there" in error(at)
    assert handed(at)["film"] == film, "nothing is lost"
    assert at.text_input(key=FIELD).value == "word " * 41
    sound(at.selectbox(key=f"{KEY}_preset").select("parity").run())
    assert not at.error and "text=" not in handed(at)["query"]


def test_into_each_cell_at_that_step_and_back(monkeypatch: pytest.MonkeyPatch) -> None:
    at = open_at(page=PAGE)
    at = player_tells(monkeypatch, at, PAGE, "into:3")
    for cell in reversed(CELLS):
        sound(at.segmented_control(key=f"{KEY}_cell").set_value(cell).run())
        data = handed(at)
        assert data["film"]["kind"] == "network" and data["at"]["t"] == 3
        assert ("c" in data["film"]["values"]) is (cell == "lstm")
        assert data["back"] == "Back to all three" and "view=cell" in data["query"]
    at = player_tells(monkeypatch, at, PAGE, "back")
    assert handed(at)["film"]["kind"] == "board" and handed(at)["at"]["t"] == 3
    at = open_at(page=PAGE, view="cell", cell="rnn", preset="parity", t="4", stage="2")
    assert handed(at)["at"]["t"] == 3 and not at.warning


def test_one_race_leads_to_the_next_and_all_end_in_their_verdict(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at = open_at(page=PAGE)
    sound(at.segmented_control(key=f"{KEY}_part").set_value("race").run())
    assert handed(at)["query"] == "part=race" and handed(at)["into"] is None
    at = player_tells(monkeypatch, at, PAGE, "next")
    assert handed(at)["query"] == "part=race&match=parameters"
    at = player_tells(monkeypatch, at, PAGE, "next")
    assert handed(at)["query"] == "part=race&task=parity"
    for task in SIZES:
        for match in MATCHES:
            visit(at, "uses")
            visit(at, PAGE, part="race", task=task, match=match)
            frames = handed(at)["film"]["frames"]
            assert plain(frames[-1][0]["sentence"]) == plain(verdict(race(task, match)))
            assert not at.warning
    assert handed(at)["next"] is None, "the last race"
    text = " ".join(one.value for one in at.markdown)
    assert "Not the same set-up" in text and "JSB Chorales" in text


def test_nonsense_in_a_link_is_noted() -> None:
    at = open_at(page=PAGE)
    for query, said in [
        ({"preset": "tea"}, "preset=tea"),
        ({"units": "9"}, "units=9"),
        ({"text": "AXB"}, "Expected only A, B, C and D, got ‘X’"),
        ({"t": "30"}, "t=30; there are 10 steps"),
        ({"part": "race", "t": "9"}, "t=9; there are 6 pictures"),
        ({"view": "cell", "cell": "rnn", "stage": "6"}, "stage=6; there are 4 stages"),
    ]:
        visit(at, "uses")
        visit(at, PAGE, **query)
        (note,) = at.warning
        assert said in plain(note.value), note.value
