"""What the first row says of a training: how far it is, how long it will take, what is heard."""

from itertools import pairwise

import pytest

from lstm_viz.scenes.train.controls import bar, state
from lstm_viz.scenes.train.controls.state import OngoingTraining
from lstm_viz.scenes.train.record.settings import Settings
from lstm_viz.scenes.train.record.training import Training

SETTINGS = Settings("parity", 20, hidden_size=1, steps=100)


def stepped(steps: int) -> Training:
    training = Training(SETTINGS)
    for _ in range(steps):
        training.go(0)
    return training


def stopped(steps: int) -> Training:
    training = stepped(steps)
    training.rest()
    return training


def test_the_time_left_is_at_the_pace_since_it_was_begun_this_time(monkeypatch):
    monkeypatch.setattr(state, "monotonic", lambda: 112.0)
    training = stepped(30)
    assert OngoingTraining("", step=0, since=100.0).seconds_left(training.record) == pytest.approx(
        12 / 30 * 70
    )
    # It was stopped at step 24 and went on a while ago: only the pace since then counts.
    assert OngoingTraining("", step=24, since=100.0).seconds_left(training.record) == pytest.approx(
        12 / 6 * 70
    )
    assert OngoingTraining("", step=30, since=100.0).seconds_left(training.record) is None


@pytest.mark.parametrize(("away", "left_out"), [(0.5, 0.0), (state.AWAY + 40, state.AWAY + 40)])
def test_the_time_that_the_reader_was_away_is_no_part_of_the_pace(monkeypatch, away, left_out):
    under = OngoingTraining("", step=0, since=100.0, had=112.0)
    monkeypatch.setattr(state, "monotonic", lambda: 112.0 + away)
    assert under.back().since == 100 + left_out
    seconds = 12 + away - left_out
    wanted = pytest.approx(seconds / 30 * 70)
    assert under.back().seconds_left(stepped(30).record) == wanted
    assert OngoingTraining("", step=0, since=5.0).back().since == 5, (
        "before the first slice nobody was away"
    )


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, ""),
        (0.01, " · at most 1 s left"),
        (7.6, " · at most 8 s left"),
        (89, " · at most 89 s left"),
        (200, " · at most 3 min left"),
    ],
)
def test_the_time_left_is_said_in_seconds_then_in_minutes(seconds, said):
    assert bar._left(seconds) == said


def test_what_is_heard_changes_at_every_quarter_and_at_the_end():
    training, under = Training(SETTINGS), OngoingTraining("", 0, 0.0)
    heard = [bar.announcement(training.record, under)]
    while not training.ended:
        training.go(0)
        heard.append(bar.announcement(training.record, under))
    changes = [after for before, after in pairwise(heard) if after != before]
    assert heard[0].startswith("It trains; the score is ")
    assert [one.split(" ")[0] for one in changes] == ["25", "50", "75", "All"]
    assert changes[-1] == training.record.ended == bar.announcement(training.record, None)


def test_before_it_trains_nothing_is_heard_and_a_stop_is():
    assert bar.announcement(Training(SETTINGS).record, None) == ""
    assert bar.announcement(stopped(7).record, None) == "Stopped after 7 steps."


def test_what_does_not_go_on_here_is_said_as_far_as_it_is_shown():
    watched = stepped(8).record
    newest = watched.checkpoints[-1].step
    assert 0 < newest < watched.step
    assert bar._progress_text(watched, None, None, False) == f"Step {newest} of 100, stopped."
    assert bar.announcement(watched, None) == f"Stopped after {newest} steps."
    assert (
        bar._progress_text(watched, None, None, True) == f"Step {newest} of 100; {bar.ELSEWHERE}."
    )
    assert bar.announcement(watched, None, elsewhere=True) == f"Step {newest}; {bar.ELSEWHERE}."
    assert bar._progress_text(watched, OngoingTraining("", 0, 0.0), None, False).startswith(
        "Step 8 of 100 · "
    )
