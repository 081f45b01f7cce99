"""The page "Three cells": its presets, own texts, the way into each cell, the race, its links."""

from dataclasses import replace
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.scenes.three_cells.controls import live
from lstm_viz.scenes.three_cells.controls.params import KEY
from lstm_viz.scenes.three_cells.record import race as recording
from lstm_viz.scenes.three_cells.record.in_step import CELLS, Setup, in_step
from lstm_viz.scenes.three_cells.record.live import LiveRace, Start
from lstm_viz.scenes.three_cells.record.presets import PRESETS
from lstm_viz.scenes.three_cells.record.races import MATCHES, SIZES, race
from lstm_viz.scenes.three_cells.words.live import verdict as live_verdict
from lstm_viz.scenes.three_cells.words.races import verdict
from lstm_viz.ui import trainings
from lstm_viz.ui.trainings import asks_in
from tests.pages.helpers import error, handed, open_at, plain, player_tells, sound, visit
from tests.pages.training import press, progress, ticker, to_the_end

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
    sound(at.text_input(key=FIELD).set_value("no " * 1500).run())
    assert "got 1,500." in error(at)
    sound(at.selectbox(key=f"{KEY}_preset").select("parity").run())
    assert not at.error and "text=" not in handed(at)["query"]
    sound(at.text_input(key=FIELD).set_value("1\u200b0").run())
    assert "got a character that is not seen" in error(at)


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
    assert "Our own runs on chorales" in text


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Races of a few steps, on a server where nobody has run one; a slice is one step."""
    monkeypatch.setattr(live, "RUNS", live.Trainings())
    monkeypatch.setattr(trainings, "SLICE", 0.0)
    monkeypatch.setattr(recording, "MARKS", 3)
    monkeypatch.setattr("lstm_viz.scenes.three_cells.record.live.MARKS", 3)
    monkeypatch.setitem(recording.STEPS, "first-symbol", 3)
    monkeypatch.setitem(recording.STEPS, "parity", 3)


def film_title(at: AppTest) -> str:
    ((frame,),) = handed(at)["film"]["frames"]
    return str(frame["title"])


def test_a_race_is_run_now_stopped_gone_on_with_and_ends_in_its_verdict(short: None) -> None:
    at = open_at(page=PAGE, part="race", t="6")
    assert not at.get("progress") and live.GOING not in at.session_state
    at = press(at, "race_start")
    assert handed(at)["query"] == "part=race&race=live" and ticker(at)["going"]
    assert progress(at) == "Step 0 of 3" and film_title(at).endswith("after 0 of 3 steps")
    assert handed(at)["next"] is None and handed(at)["at"]["t"] == 0 and not at.warning
    at = press(at, "race_stop")
    assert not ticker(at)["going"] and progress(at) == "Step 0 of 3, stopped"
    sound(at.run())
    assert not ticker(at)["going"], "it stays stopped"
    at = press(at, "race_start")
    assert ticker(at)["going"]
    at = press(press(at, "race_stop"), "three_cells_recorded")
    at = press(at, "race_start")
    assert ticker(at)["going"], "who asks for it again wants it to go on"
    at = to_the_end(at)
    wanted = LiveRace(Start("first-symbol", "units", 5))
    wanted.go(60)
    ((frame,),) = handed(at)["film"]["frames"]
    assert frame["title"] == "Your race, seed 5: the end"
    assert plain(frame["sentence"]).startswith(plain(live_verdict(wanted.record().race)))
    assert progress(at) == "Done after 3 steps" and handed(at)["next"] is not None
    assert ticker(at)["said"] == progress(at)
    at = press(at, "three_cells_recorded")
    assert handed(at)["query"] == "part=race" and handed(at)["film"]["steps"] == 6


def test_all_who_ask_for_the_same_race_share_it_and_a_link_runs_it_again(
    short: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = open_at(page=PAGE, part="race", task="parity", match="parameters", race="live", seed="8")
    start = Start("parity", "parameters", 8)
    assert ticker(at)["going"] and film_title(at).startswith("Your race, seed 8")
    shared = live.race_of(start)
    other = to_the_end(open_at(page=PAGE, **dict(parse_qsl(handed(at)["query"]))))
    assert live.race_of(start) is shared and shared.ended
    assert handed(sound(at.run()))["film"] == handed(other)["film"] and not ticker(at)["going"]

    monkeypatch.setattr(live, "RUNS", live.Trainings())
    again = to_the_end(open_at(page=PAGE, **dict(parse_qsl(handed(at)["query"]))))
    assert live.race_of(start) is not shared and handed(again)["film"] == handed(at)["film"]

    at = press(at, "race_start")
    assert "seed=9" in handed(at)["query"] and ticker(at)["going"]
    sound(at.text_input(key="three_cells_race_seed").set_value("12").run())
    assert at.session_state[live.GOING] == live.ticket_of(replace(start, seed=12))
    sound(at.text_input(key="three_cells_race_seed").set_value("tea").run())
    assert "whole number from 0 to 9,999" in error(at) and "seed=12" in handed(at)["query"]
    sound(at.segmented_control(key=f"{KEY}_part").set_value("step").run())
    assert at.session_state[live.GOING] is None, "nobody asks for it any more"


def test_numbers_that_are_too_large_are_said_and_who_waits_knows_it(
    short: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trainings, "MOST_AT_ONCE", 0)
    at = open_at(page=PAGE, part="race", race="live")
    assert "You are number 1 in line" in progress(at) and ticker(at)["later"] == asks_in(1)
    monkeypatch.setattr(trainings, "MOST_AT_ONCE", 6)
    monkeypatch.setattr(recording, "train", lambda *_, **__: iter(()))
    at = open_at(page=PAGE, part="race", race="live", seed="3")
    (warning,) = at.warning
    assert plain(warning.value) == recording.DIVERGED and not ticker(at)["going"]


def test_nonsense_in_a_link_is_noted() -> None:
    at = open_at(page=PAGE)
    for query, said in [
        ({"preset": "tea"}, "preset=tea"),
        ({"units": "9"}, "units=9"),
        ({"text": "AXB"}, "Expected only A, B, C and D, got ‘X’"),
        ({"t": "30"}, "t=30; there are 10 steps"),
        ({"part": "race", "t": "9"}, "t=9; there are 6 pictures"),
        ({"part": "race", "race": "tea"}, "race=tea"),
        ({"view": "cell", "cell": "rnn", "stage": "6"}, "stage=6; there are 4 stages"),
    ]:
        visit(at, "uses")
        visit(at, PAGE, **query)
        (note,) = at.warning
        assert said in plain(note.value), note.value
