"""What the first row says of a training: how far it is, how long it will take, what is heard."""

from itertools import pairwise

import pytest

from lstm_viz.lesson.training.run import Training
from lstm_viz.lesson.training.settings import Settings
from lstm_viz.ui.training import bar, state
from lstm_viz.ui.training.state import Under

SETTINGS = Settings("parity", 20, hidden_size=1, steps=100)


def stepped(steps: int) -> Training:
    training = Training(SETTINGS)
    for _ in range(steps):
        training.go(0)
    return training


def test_the_time_left_is_at_the_pace_since_it_was_begun_this_time(monkeypatch):
    monkeypatch.setattr(state, "monotonic", lambda: 112.0)
    training = stepped(30)
    assert Under("", step=0, since=100.0).seconds_left(training) == pytest.approx(12 / 30 * 70)
    # It was stopped at step 24 and went on a while ago: only the pace since then counts.
    assert Under("", step=24, since=100.0).seconds_left(training) == pytest.approx(12 / 6 * 70)
    assert Under("", step=30, since=100.0).seconds_left(training) is None


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
    training, under = Training(SETTINGS), Under("", 0, 0.0)
    heard = [bar.said(training, under)]
    while not training.ended:
        training.go(0)
        heard.append(bar.said(training, under))
    changes = [after for before, after in pairwise(heard) if after != before]
    assert heard[0].startswith("It trains; the score is ")
    assert [one.split(" ")[0] for one in changes] == ["25", "50", "75", "All"]
    assert changes[-1] == training.watched.ended == bar.said(training, None)


def test_before_it_trains_nothing_is_heard_and_a_stop_is():
    assert bar.said(Training(SETTINGS), None) == ""
    assert bar.said(stepped(7), None) == "Stopped after 7 steps."
