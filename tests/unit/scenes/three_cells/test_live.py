"""The live race: it trains as the recorded one did, and its verdict follows its three runs."""

import re
from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.notation import percent
from lstm_viz.scenes.three_cells.picture import live_board
from lstm_viz.scenes.three_cells.record import race as recording
from lstm_viz.scenes.three_cells.record.live import LiveRace, LiveRecord, Start
from lstm_viz.scenes.three_cells.record.race import MARKS, STEPS, trained
from lstm_viz.scenes.three_cells.record.races import SIZES, race
from lstm_viz.scenes.three_cells.words.live import told, verdict
from tests.unit.scenes.boards import (
    can_be_sent,
    patch,
    sets_all_that_any_frame_changes,
    stays_inside,
)

START = Start("parity", "parameters", 7)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STEPS, "parity", MARKS)


def run(start: Start = START) -> LiveRace:
    live = LiveRace(start)
    while not live.ended:
        live.go(60)
    return live


def record_of(*ends: float) -> LiveRecord:
    """A race of parity that ended so; 1 was reached at the tenth mark, by the next at the 11th…"""
    recorded = race("parity", "units")
    runners = []
    for k, (one, end) in enumerate(zip(recorded.runners, ends, strict=True)):
        scores = np.full((1, len(recorded.marks)), min(end, 0.5))
        scores[0, 10 + k :] = end
        runners.append(replace(one, scores=scores))
    found = replace(recorded, seeds=(7,), runners=tuple(runners))
    return LiveRecord(found, len(recorded.marks) - 1, True)


def test_the_three_are_trained_as_the_recorded_ones_and_in_slices_the_same(short: None) -> None:
    whole, sliced = run(), LiveRace(START)
    while not sliced.ended:
        before = sliced.step
        sliced.go(0.0)
        assert sliced.step - before in (0, 1), "one step of one network"
    found = whole.record()
    for one, again in zip(found.race.runners, sliced.record().race.runners, strict=True):
        wanted, _ = trained(
            found.race.task, found.race.size, one.cell, one.units, START.seed, MARKS
        )
        assert one.scores.tolist() == [wanted] == again.scores.tolist()
    assert found.ended and found.reached == MARKS and whole.step == whole.steps == MARKS


def test_a_recorded_seed_has_the_steps_and_units_of_the_record() -> None:
    for task in SIZES:
        start = Start(task, "parameters", 0)
        live, recorded = LiveRace(start).record(), start.recorded
        assert live.race.marks == recorded.marks and live.reached == 0 and not live.ended
        for one, before in zip(live.race.runners, recorded.runners, strict=True):
            assert (one.cell, one.units) == (before.cell, before.units)
            assert one.scores[0, 0] == pytest.approx(before.scores[0, 0], abs=0.02)


def test_the_curves_grow_to_the_mark_that_all_have_reached(short: None) -> None:
    live = LiveRace(START)
    seen = []
    for _ in range(31):
        live.go(0.0)
        seen.append(live.record().reached)
    assert seen == [k // 3 for k in range(1, 32)]
    board = live_board(live.record(), START.recorded)
    can_be_sent(board)
    assert "after 10 of 60 steps" in board.frames[0][0].told.title
    for layout in ("wide", "tall"):
        sets_all_that_any_frame_changes(board, layout)
        stays_inside(board, layout)
        for cell in ("rnn", "gru", "lstm"):
            assert len(set(patch(board, layout, 0, f"{cell} mean")["x"])) == 11
            assert len(set(patch(board, layout, 0, f"{cell} band")["x"])) == MARKS + 1


def test_the_verdict_says_who_was_good_enough_and_when_or_where_they_ended() -> None:
    marks = race("parity", "units").marks
    some = verdict(record_of(0.56, 1, 1).race)
    assert f"the GRU after {marks[11]}, the LSTM after {marks[12]} steps." in some
    assert f"Not within {marks[-1]:,}: the RNN ended at {percent(0.56)}." in some
    every = verdict(record_of(1, 1, 1).race)
    assert f"the RNN after {marks[10]}" in every and "Not within" not in every
    none = verdict(record_of(0.5, 0.6, 0.7).race)
    assert none.startswith("None reached 99.9 %") and "after" not in none
    for score in (0.5, 0.6, 0.7):
        assert f"ended at {percent(score)}" in none
    said = told(record_of(0.5, 1, 1), race("parity", "units"))
    counts = [
        sum(k is not None for k in one.done(0.999)) for one in race("parity", "units").runners
    ]
    assert said.title == "Your race, seed 7: the end"
    assert re.findall(r"with (\d)", said.sentence) == [str(count) for count in counts]


def test_numbers_that_are_too_large_end_it_in_one_sentence(
    short: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "train", lambda *_, **__: iter(()))
    with pytest.raises(ValueError, match="too large to go on; another seed may not"):
        LiveRace(START).go(0.0)
