"""“Train one yourself”: slices until it is over, the cell it made, and links to trainings."""

import re
from dataclasses import replace

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.figures.board import Board
from lstm_viz.scenes.train.controls import kept, stage, state
from lstm_viz.scenes.train.controls.bar import AGAIN, ELSEWHERE
from lstm_viz.scenes.train.controls.cell import CHOSEN, MOST_STRIPS
from lstm_viz.scenes.train.picture import training_board
from lstm_viz.scenes.train.record.training import Training
from lstm_viz.scenes.train.record.training_record import EarlierTraining, TrainingRecord
from lstm_viz.ui import trainings
from tests.pages.helpers import handed, player_tells, sound, unpacked, visit
from tests.pages.training import (
    QUICK,
    QUICK_SETTINGS,
    TRAIN,
    look_inside,
    note,
    open_train,
    press,
    progress,
    screen_of,
    settings,
    ticker,
    to_the_end,
    trained,
)

pytestmark = pytest.mark.usefixtures("own_server")


def test_it_trains_slice_by_slice_until_it_is_over() -> None:
    at = open_train(**QUICK)
    press(at, "train_start")
    data = ticker(at)
    assert data["going"] and data["said"].startswith("It trains; the score is ")
    assert re.match(r"Step 1 of 50 · [\d,]+ sequences a second · at most \d+ s left$", progress(at))
    assert handed(at)["film"]["steps"] == 1, "while it trains there is one frame, the newest"
    assert handed(at)["film"]["tokens"] == ["1"]
    sound(at.run())
    assert ticker(at)["count"] != data["count"], "each run asks for another"
    assert "run=" in handed(at)["query"]
    heard = [ticker(at)["said"]]
    while ticker(at)["going"]:
        sound(at.run())
        heard.append(ticker(at)["said"])
    wanted = Training(QUICK_SETTINGS)
    wanted.go(1e9)
    assert progress(at) == f"{wanted.record.ended} {AGAIN}"
    assert heard[-1] == wanted.record.ended
    assert len(set(heard)) <= 5, "a screen reader is told a few times, not at every slice"
    film = handed(at)["film"]
    assert film["tokens"] == [f"{c.step:,}" for c in wanted.record.checkpoints]
    assert handed(at)["at"]["t"] == film["steps"] - 1, "it stands at the last checkpoint"
    assert at.button(key="train_start").disabled


def test_what_was_typed_as_train_was_pressed_is_what_is_trained() -> None:
    """The browser tells both at once, the button first."""
    at = open_train(**QUICK)
    at.text_input(key="train_units").set_value("3")
    press(at, "train_start")
    assert ticker(at)["going"]
    assert at.text_input(key="train_units").value == "3"
    assert "units=3" in handed(at)["query"] and "run=" in handed(at)["query"]


def test_it_is_stopped_looked_at_and_goes_on_to_the_same_end() -> None:
    at = open_train(**QUICK)
    press(at, "train_start")
    for _ in range(8):
        sound(at.run())
    press(at, "train_stop")
    assert not ticker(at)["going"]
    assert progress(at) == "Step 9 of 50, stopped."
    assert handed(at)["film"]["tokens"][-1] == "9", "the network as it is can be looked at"
    assert ticker(at)["said"] == "Stopped after 9 steps."
    for _ in range(3):
        sound(at.run())
    assert progress(at) == "Step 9 of 50, stopped."
    assert at.button(key="train_start").label == "Go on"
    to_the_end(press(at, "train_start"))
    alone = Training(QUICK_SETTINGS)
    alone.go(1e9)
    assert progress(at) == f"{alone.record.ended} {AGAIN}"
    network = trained(at)
    for name, array in alone.model.parameters.items():
        np.testing.assert_array_equal(array, network.model.parameters[name])


@pytest.mark.parametrize("units", [2, 6, 7, 32])
@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
def test_what_was_trained_is_stepped_through_with_its_own_numbers(cell, units) -> None:
    at = open_train(**{**QUICK, "units": str(units), "cell": cell})
    press(at, "train_start")
    for _ in range(3):
        sound(at.run())
    press(at, "train_stop")
    look_inside(at)
    film, now = handed(at)["film"], trained(at)
    assert film["tokens"] == list(now.record.tokens)
    trace = now.record.checkpoints[-1].trace
    shown = list(range(units) if units <= MOST_STRIPS else range(CHOSEN))
    for name in {"lstm": "fioch", "gru": "rzh", "rnn": "h"}[cell]:
        sent = unpacked(film["values"][name])
        np.testing.assert_array_equal(sent, np.float32(getattr(trace, name)[:, shown]))
    weights = now.model.astype(np.float64).layers[0].weight_hh
    rows = [gate * units + k for gate in range(len(weights) // units) for k in shown]
    np.testing.assert_array_equal(unpacked(film["weights"]["weight_hh"]), np.float32(weights[rows]))
    said = [answer.partition(" (wanted: ")[0] for answer in film["answers"]]
    assert said == list(now.record.checkpoints[-1].says) and any(said)
    assert "view=cell" in handed(at)["query"]


def move(at: AppTest, t: int) -> None:
    """Rest at another checkpoint, as the player tells it."""
    scene = at.session_state["train_screen"]
    values = {**scene.values, "checkpoint": 0 if t == 0 else None}
    at.session_state["train_screen"] = replace(scene, t=t, values=values)
    sound(at.run())


def test_the_cell_is_that_of_the_checkpoint_on_screen_and_the_way_back_leads_there() -> None:
    at = open_train(**QUICK)
    to_the_end(press(at, "train_start"))
    assert handed(at)["tells"], "the session hears which checkpoint is on screen"
    move(at, 5)
    look_inside(at)
    now = trained(at)
    checkpoint = now.record.checkpoints[5]
    assert (
        progress(at)
        == f"The network after {checkpoint.step} steps of training, at the same example."
    )
    film = handed(at)["film"]
    sent = unpacked(film["values"]["f"])
    np.testing.assert_array_equal(sent, np.float32(checkpoint.trace.f))
    weights = now.models[5].astype(np.float64).layers[0].weight_hh
    np.testing.assert_array_equal(unpacked(film["weights"]["weight_hh"]), np.float32(weights))
    assert (weights != now.model.layers[0].weight_hh).any()
    assert handed(at)["at"]["t"] == 0
    query = dict(pair.split("=") for pair in handed(at)["query"].split("&"))
    assert query["checkpoint"] == "6"
    there = open_train(**query)
    assert handed(there)["film"] == film and not there.warning
    at.get("button_group")[0].set_value("training")
    sound(at.run())
    assert handed(at)["film"]["kind"] == "board" and handed(at)["at"]["t"] == 5
    assert "checkpoint" not in handed(at)["query"]


def test_the_cell_before_any_training_is_said_to_be_that() -> None:
    at = look_inside(open_train(**QUICK))
    assert progress(at) == "The network before training, at the same example."


def test_a_link_to_a_checkpoint_that_there_is_not_shows_the_newest() -> None:
    at = open_train(**QUICK, view="cell", checkpoint="77")
    assert progress(at).startswith("The network before training")
    assert note(at).startswith("The link says checkpoint=77; ")


def test_while_it_trains_the_picture_does_not_lag_behind_the_words() -> None:
    at = open_train(**QUICK)
    assert handed(at)["film"]["glide"] > 0
    press(at, "train_start")
    assert handed(at)["film"]["glide"] == 0


def words_of(at: AppTest) -> list[str]:
    """All words of the wide picture that never change."""
    data = handed(at)["film"]["views"]["wide"]["data"]
    return [text for trace in data for text in trace.get("text", ())]


def test_what_rests_is_drawn_once_and_anew_when_it_is_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[int] = []

    def board(record: TrainingRecord, earlier: EarlierTraining | None) -> Board:
        drawn.append(record.step)
        return training_board(record, earlier)

    monkeypatch.setattr(stage, "training_board", board)
    at = to_the_end(press(open_train(**QUICK), "train_start"))
    film = handed(at)["film"]
    for t in (1, 0):
        move(at, t)
        assert handed(at)["film"] == film
    assert drawn == [0, 50], "before the training, and at its end"
    visit(at, "step-through")
    visit(at, TRAIN, **QUICK | {"seed": "4"})
    assert drawn == [0, 50, 0]


def test_the_score_of_the_training_before_stays_to_be_compared_with() -> None:
    at = open_train(**QUICK)
    to_the_end(press(at, "train_start"))
    first = trained(at).record
    assert not any("before:" in word for word in words_of(at))
    at.text_input(key="train_forget").set_value("-1.5")
    sound(at.run())
    assert "— before: LSTM, forget bias 4" in words_of(at)
    to_the_end(press(at, "train_start"))
    assert "— before: LSTM, forget bias 4" in words_of(at)
    (drawn,) = (
        trace for trace in handed(at)["film"]["views"]["wide"]["data"] if trace["name"] == "before"
    )
    steps = [c for c in first.checkpoints if c.step <= trained(at).record.step]
    assert len(drawn["x"]) == len(steps)
    at.selectbox(key="train_cell").set_value("rnn")
    sound(at.run())
    assert "— before: LSTM, forget bias −1.5" in words_of(at)
    at.text_input(key="train_size").set_value("9")
    sound(at.run())
    assert not any("before:" in word for word in words_of(at)), "another size is another task"


def test_two_people_train_in_turn_and_neither_changes_the_other() -> None:
    one, other = open_train(**QUICK), open_train(**{**QUICK, "seed": "4"})
    press(one, "train_start")
    press(other, "train_start")
    for _ in range(5):
        for at in (one, other):
            sound(at.run())
    for at, seed in ((one, 3), (other, 4)):
        to_the_end(at)
        alone = Training(replace(QUICK_SETTINGS, seed=seed))
        alone.go(1e9)
        assert progress(at) == f"{alone.record.ended} {AGAIN}"
        for name, array in alone.model.parameters.items():
            np.testing.assert_array_equal(array, trained(at).model.parameters[name])


def test_one_too_many_is_told_their_place_and_begins_by_itself() -> None:
    tickets = [kept.TRAININGS.keep(Training(QUICK_SETTINGS)) for _ in range(trainings.MOST_AT_ONCE)]
    try:
        for ticket in tickets:
            kept.TRAININGS.go_on(ticket)
        at = press(open_train(**QUICK), "train_start")
        told = f"You are number 1 in line: {trainings.MOST_AT_ONCE} people train here now"
        assert progress(at).startswith(told) and ticker(at)["said"].startswith(told)
        assert ticker(at)["going"] and ticker(at)["later"] == trainings.asks_in(1), (
            "the page asks again"
        )
        kept.TRAININGS.rest(tickets[0])
        sound(at.run())
        assert progress(at).startswith("Step 1 of 50") and ticker(at)["later"] is None
        assert not at.warning
        press(at, "train_stop")
    finally:
        for ticket in tickets:
            kept.TRAININGS.rest(ticket)


def test_turning_a_setting_while_it_trains_leaves_the_training_to_itself() -> None:
    at = open_train(**QUICK)
    press(at, "train_start")
    ticket = screen_of(at)["run"]
    at.text_input(key="train_seed").set_value("9")
    sound(at.run())
    assert not ticker(at)["going"] and screen_of(at)["run"] is None
    assert progress(at).startswith("Not trained yet")
    assert kept.TRAININGS.find(ticket).record.step >= 1


# ---- links to trainings ------------------------------------------------------------------------


def test_a_link_finds_the_training_as_long_as_it_is_kept() -> None:
    at = open_train(**QUICK)
    press(at, "train_start")
    sound(at.run())
    press(at, "train_stop")
    query = dict(pair.split("=") for pair in handed(at)["query"].split("&"))
    other = open_train(**query)
    assert not other.warning
    assert handed(other)["film"] == handed(at)["film"]
    assert progress(other) == progress(at)
    assert not ticker(other)["going"], "nobody trains who has not asked for it"


def query_of(at: AppTest) -> dict[str, str]:
    """The link as the player completes it: a place that is not the first."""
    data = handed(at)
    query = dict(pair.split("=") for pair in data["query"].split("&"))
    return query | ({"t": str(data["at"]["t"] + 1)} if data["at"]["t"] else {})


def test_a_link_without_a_place_shows_the_newest_checkpoint_also_while_it_trains() -> None:
    at = open_train(**QUICK)
    press(at, "train_start")
    for _ in range(4):
        sound(at.run())
    assert ticker(at)["going"]
    query = query_of(at)
    assert "t" not in query and "checkpoint" not in query
    reloaded = open_train(**query)
    now = trained(reloaded)
    assert len(now.record.checkpoints) > 2
    assert handed(reloaded)["at"]["t"] == len(now.record.checkpoints) - 1
    assert handed(reloaded)["film"]["tokens"][-1] == f"{now.record.checkpoints[-1].step:,}"
    assert not reloaded.warning
    press(at, "train_stop")


def test_after_a_reload_the_words_are_as_far_as_the_picture(monkeypatch) -> None:
    at = press(open_train(**QUICK), "train_start")
    now = trained(at)
    while now.record.step == now.record.checkpoints[-1].step:
        sound(at.run())
    shown = now.record.checkpoints[-1].step
    reloaded = open_train(**query_of(at))
    assert progress(reloaded) == f"Step {shown} of 50; {ELSEWHERE}."
    (bar,) = reloaded.get("progress")
    assert bar.proto.value == 100 * shown // 50
    assert handed(reloaded)["film"]["tokens"][-1] == str(shown)
    assert ticker(reloaded)["later"] == trainings.GONE_AFTER, "it looks again whether that is so"
    asked = trainings.monotonic()
    monkeypatch.setattr(kept.TRAININGS, "_clock", lambda: asked + trainings.GONE_AFTER)
    sound(reloaded.run())
    assert progress(reloaded) == f"Step {shown} of 50, stopped."
    assert ticker(reloaded)["said"] == f"Stopped after {shown} steps."
    assert not ticker(reloaded)["going"] and ticker(reloaded)["later"] is None


def test_the_time_on_another_page_is_no_part_of_the_time_left(monkeypatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr(state, "monotonic", lambda: clock[0])
    at = press(open_train(**QUICK), "train_start")
    clock[0] += 1
    sound(at.run())
    visit(at, "step-through")
    clock[0] += 500
    visit(at, TRAIN)
    assert ticker(at)["going"]
    # Three steps in the second that the reader was here; 47 are left.
    assert progress(at).endswith("at most 16 s left")


@pytest.mark.parametrize("t", [0, 1, 3])
def test_a_link_reproduces_the_checkpoint_on_screen_the_first_one_too(t) -> None:
    at = open_train(**QUICK)
    to_the_end(press(at, "train_start"))
    newest = handed(at)["at"]["t"]
    assert newest > 3
    move(at, t)
    query = query_of(at)
    assert ("t" in query) == (t > 0) and ("checkpoint" in query) == (t == 0)
    there = open_train(**query)
    assert handed(there)["at"]["t"] == handed(at)["at"]["t"] == t
    assert query_of(there) == query and not there.warning
    move(there, newest)
    assert query_of(there)["t"] == str(newest + 1) and "checkpoint" not in query_of(there)


def test_a_link_to_a_checkpoint_or_place_beyond_the_newest_shows_the_newest() -> None:
    at = open_train(**QUICK)
    to_the_end(press(at, "train_start"))
    newest = handed(at)["at"]["t"]
    query = {name: text for name, text in query_of(at).items() if name != "t"}
    for beyond in ({"t": "250"}, {"checkpoint": "250"}, {"t": "250", "checkpoint": "1"}):
        there = open_train(**{**query, **beyond})
        assert handed(there)["at"]["t"] == newest
        if "t" in beyond:
            assert note(there).startswith("The link says t=250; there are ")
        assert query_of(there) == {**query, "t": str(newest + 1)}


def test_back_from_the_cell_of_the_first_checkpoint_it_stands_at_the_first() -> None:
    at = open_train(**QUICK)
    to_the_end(press(at, "train_start"))
    move(at, 0)
    look_inside(at)
    assert progress(at).startswith("The network before training")
    at.get("button_group")[0].set_value("training")
    sound(at.run())
    assert handed(at)["at"]["t"] == 0 and query_of(at)["checkpoint"] == "1"


def test_a_training_that_is_no_longer_kept_is_noted_and_can_be_made_again() -> None:
    at = open_train(**QUICK, run="nobodys")
    assert "no longer kept here" in note(at)
    assert settings(at) == QUICK_SETTINGS
    assert "run=" not in handed(at)["query"]
    to_the_end(press(at, "train_start"))
    assert not at.warning


def test_a_training_that_is_forgotten_while_it_goes_on_is_said() -> None:
    at = press(open_train(**QUICK), "train_start")
    kept.TRAININGS._kept.pop(screen_of(at)["run"])
    sound(at.run())
    assert note(at).startswith("This training is no longer kept here")
    assert not ticker(at)["going"]
    assert ticker(press(at, "train_start"))["going"]


def test_the_page_is_as_it_was_left() -> None:
    at = open_train(**QUICK)
    to_the_end(press(at, "train_start"))
    film = handed(at)["film"]
    visit(at, "step-through")
    visit(at, TRAIN)
    assert handed(at)["film"] == film


@pytest.mark.parametrize(("units", "unit", "place"), [(2, 1, 1), (8, 5, CHOSEN - 1), (8, 1, 1)])
def test_a_click_on_a_value_goes_into_the_cell_at_its_checkpoint_step_and_unit(
    monkeypatch: pytest.MonkeyPatch, units: int, unit: int, place: int
) -> None:
    at = open_train(**{**QUICK, "units": str(units)})
    to_the_end(press(at, "train_start"))
    (cells,) = [one for one in handed(at)["film"]["views"]["wide"]["data"]
                if one["name"] == "units f"]  # fmt: skip
    where, record = ["run", 4, unit], trained(at).record
    assert cells["customdata"].index(where) == unit * len(record.tokens) + 4
    player_tells(monkeypatch, at, TRAIN, f"run:3:4:{unit}")
    data = handed(at)
    assert (data["at"]["t"], data["at"]["stage"], data["at"]["unit"]) == (4, 0, unit)
    sent, wanted = unpacked(data["film"]["values"]["f"]), record.checkpoints[3].trace.f
    np.testing.assert_array_equal(sent[:, place], np.float32(wanted[:, unit]))
    assert "view=cell" in data["query"] and "checkpoint=4" in data["query"]
    sound(at.run())
    at.get("button_group")[0].set_value("training")
    sound(at.run())
    assert handed(at)["at"]["t"] == 3, "the way back leads to the checkpoint"


@pytest.mark.parametrize("action", ["run:1:2", "run:1:2:x", "run:99:99:99"])
def test_a_click_that_is_out_of_date_leads_to_what_is_there(
    monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    data = handed(player_tells(monkeypatch, open_train(**QUICK), TRAIN, action))
    if action.endswith("99"):
        assert (data["at"]["t"], data["at"]["unit"], "view=cell" in data["query"]) == (5, 1, True)
    else:
        assert data["film"]["kind"] == "board"


def test_while_it_trains_a_click_on_a_value_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    at = press(open_train(**QUICK), "train_start")
    player_tells(monkeypatch, at, TRAIN, "run:0:1:1")
    assert ticker(at)["going"] and handed(at)["film"]["kind"] == "board"
    press(at, "train_stop")
    assert handed(at)["film"]["kind"] == "board", "nor afterwards"
