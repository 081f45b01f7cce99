"""All together: the runs, and how their numbers are written."""

import numpy as np
import pytest

from lstm_viz.lesson.glossary import linked
from lstm_viz.scenes.all_together import record as together
from lstm_viz.scenes.all_together.record import SENTENCES, fullest, gate_again, plain, shows
from lstm_viz.scenes.all_together.words import OPENING, title
from tests.unit.scenes.all_together.runs import RUNS, runs


@runs
def test_every_gate_of_every_step_comes_from_x_h_and_the_one_set_of_weights(told):
    for t in range(len(told.trace)):
        for gate in "ifgo":
            np.testing.assert_allclose(
                gate_again(told, gate, t), getattr(told.trace, gate)[t], atol=1e-12
            )
            assert together.from_x_and_h(told, gate, t)


@runs
def test_h_is_nearer_to_nought_than_c(told):
    c, o, h = shows(told)
    assert h == pytest.approx(o * np.tanh(c)) and abs(h) < abs(c)
    assert abs(c) == np.abs(told.trace.c[-1]).max()
    assert told.trace.c[-1, fullest(told)] == c


def test_all_sentences_fit_a_row():
    assert together.most_steps() == max(len(told.trace) for told in RUNS.values()) <= 12
    assert together.most_units() == max(told.trace.hidden_size for told in RUNS.values())
    assert "[[" not in linked(OPENING)
    assert len({title(id) for id in SENTENCES}) == len(SENTENCES)


def test_nothing_is_rounded_to_one_that_is_not_one():
    assert [plain(v) for v in (1.0, 0.9993, -0.9993, 0.994, -0.001, 0.0)] == [
        "1.00", "0.9993", "−0.9993", "0.99", "0.00", "0.00",
    ]  # fmt: skip
