"""What squashing runs, recomputed over everything that can be set."""

import numpy as np
import pytest

from lstm_viz.cells import LSTM
from lstm_viz.notation import in_powers, number
from lstm_viz.scenes.squashing.questions.sigmoid import OPEN, SHUT, ZERO
from lstm_viz.scenes.squashing.record.sigmoid import OWN_Z, gate_values
from lstm_viz.scenes.squashing.record.tanh import OTHERS, STEPS
from lstm_viz.scenes.squashing.words.sigmoid import OWN, SHARE, sigmoid_caption
from lstm_viz.signals import LSTM_SIGNALS, rows
from tests.unit.scenes.squashing.runs import GATES, runs, text


@runs
def test_both_curves_are_of_the_numbers_that_are_shown(run):
    np.testing.assert_allclose(run.share, 1 / (1 + np.exp(-run.z)))
    np.testing.assert_allclose(run.value, np.tanh(run.z))
    assert tuple(run.z[1:]) == OTHERS and len(run.z) == 4


@runs
def test_both_lines_are_the_same_product_with_and_without_tanh(run):
    for t in range(1, STEPS + 1):
        assert run.plain[t] == pytest.approx(run.weight * run.plain[t - 1], rel=1e-12)
        assert run.bounded[t] == pytest.approx(np.tanh(run.weight * run.bounded[t - 1]))
    assert run.plain[0] == run.bounded[0] == run.start
    assert np.abs(run.bounded[1:]).max() < 1


@pytest.mark.parametrize("z", [-6.0, -0.3, 0.0, OWN_Z, 1.0, 6.0])
def test_the_gates_are_what_an_lstm_keeps_with_such_sums(z):
    """Of cells with one unit whose forget gate has this bias alone, and nothing else comes in."""
    for gate in gate_values(z):
        weights, bias = np.zeros((4, 1)), np.zeros(4)
        bias[rows(LSTM_SIGNALS, "f", 1)] = gate.z
        cell = LSTM(weights, weights, bias)
        trace = cell.run(np.zeros((1, 1)), np.zeros(1), np.array([gate.before]))
        assert gate.gate == pytest.approx(trace.f.item(), abs=1e-15)
        assert gate.kept == pytest.approx(trace.c.item(), abs=1e-15)
        assert gate.slope == pytest.approx(gate.gate * (1 - gate.gate))
    *shown, own = gate_values(z)
    assert tuple(shown) == GATES[:-1]
    assert own.own and own.z == z and not any(gate.own for gate in shown)
    told = text(sigmoid_caption(gate_values(z), OWN))
    assert f"{in_powers(z)} makes {in_powers(own.gate)}." in told


def test_the_slopes_of_a_gate_are_at_most_a_quarter():
    slopes = [gate_values(z)[-1].slope for z in np.linspace(-6, 6, 121)]
    assert max(slopes) == GATES[ZERO].slope == 0.25


def test_the_named_gates_are_what_they_are_called():
    assert (GATES[ZERO].z, GATES[ZERO].gate) == (0, 0.5)
    assert number(GATES[SHARE].gate) == "0.75", "of the bar a part is gone, and most of it left"
    assert GATES[SHUT].gate == min(g.gate for g in GATES) < 0.05
    assert GATES[OPEN].gate == max(g.gate for g in GATES) > 0.95
