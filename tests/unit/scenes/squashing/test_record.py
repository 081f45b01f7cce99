"""What squashing runs, recomputed over everything that can be set."""

import numpy as np
import pytest

from lstm_viz.cells import LSTM
from lstm_viz.lesson.turning import TURN
from lstm_viz.notation import in_powers, number
from lstm_viz.scenes.squashing.questions.sigmoid import OPEN, SHUT, ZERO
from lstm_viz.scenes.squashing.record.sigmoid import OWN_Z, gate_values
from lstm_viz.scenes.squashing.record.tanh import STEPS, tanh_run
from lstm_viz.scenes.squashing.words.sigmoid import OWN, SHARE, sigmoid_caption
from lstm_viz.signals import LSTM_SIGNALS, rows
from tests.unit.scenes.squashing.runs import GATES, runs, text


def test_the_matrix_only_turns_by_60_degrees_about_its_axis():
    np.testing.assert_allclose(TURN @ TURN.T, np.eye(3), atol=1e-15)
    assert np.linalg.det(TURN) == pytest.approx(1)
    assert np.degrees(np.arccos((np.trace(TURN) - 1) / 2)) == pytest.approx(60)
    np.testing.assert_allclose(TURN @ np.ones(3), np.ones(3), atol=1e-15)


@runs
def test_both_sides_are_the_same_product_with_and_without_tanh(run):
    weight = run.gain * TURN
    for t in range(1, STEPS + 1):
        np.testing.assert_allclose(run.plain[t], weight @ run.plain[t - 1], rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(run.z[t], weight @ run.squashed[t - 1], rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(run.squashed[t], np.tanh(run.z[t]))
    np.testing.assert_array_equal(run.plain[0], run.squashed[0])


@runs
def test_the_length_grows_with_the_gain_without_tanh_and_stays_bounded_with(run):
    lengths = np.linalg.norm(run.plain, axis=1)
    np.testing.assert_allclose(lengths, lengths[0] * run.gain ** np.arange(STEPS + 1), atol=1e-12)
    assert np.abs(run.squashed[1:]).max() < 1


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


def test_the_slopes_are_at_most_one_and_a_quarter():
    assert tanh_run(1.0, (0.0, 0.0, 0.0)).slopes.max() == 1
    assert (
        max(gate_values(z)[-1].slope for z in np.linspace(-6, 6, 121)) == GATES[ZERO].slope == 0.25
    )


def test_the_named_gates_are_what_they_are_called():
    assert (GATES[ZERO].z, GATES[ZERO].gate) == (0, 0.5)
    assert number(GATES[SHARE].gate) == "0.75", "of the bar a part is gone, and most of it left"
    assert GATES[SHUT].gate == min(g.gate for g in GATES) < 0.05
    assert GATES[OPEN].gate == max(g.gate for g in GATES) > 0.95
