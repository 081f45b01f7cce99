"""The conveyor belt: its runs, against formulas and differences."""

import math

import numpy as np
import pytest

from lstm_viz.scenes.cell_state import record as belt
from lstm_viz.scenes.cell_state.record import (
    AGAIN,
    AGAIN_AT,
    INPUTS,
    LOAD,
    STEPS,
    UNIT,
    half_life,
    unchanged,
)
from tests.unit.scenes.cell_state.runs import every


def test_open_forget_gate_carries_every_bit():
    run = belt.run(1.0)
    assert all(unchanged(run, t) for t in range(STEPS))
    np.testing.assert_array_equal(run.trace.c, np.tile(run.trace.c[0], (STEPS, 1)))
    assert np.all(run.trace.written[1:] == 0)
    np.testing.assert_allclose(run.trace.c[0], LOAD, atol=1e-15)


@pytest.mark.parametrize("keep", [0.05, 0.5, 0.9])
def test_a_forget_gate_below_one_lets_it_fade(keep):
    run = belt.run(keep)
    for t in range(STEPS):
        np.testing.assert_allclose(run.trace.c[t], run.trace.c[0] * keep**t, rtol=1e-12)
    halves = half_life(run)
    assert halves == pytest.approx(math.log(0.5) / math.log(keep))
    assert keep**halves == pytest.approx(0.5)


def test_shut_forget_gate_empties_it_at_once():
    run = belt.run(0.0)
    assert np.all(run.trace.c[1:] == 0)
    assert half_life(run) == 0 and half_life(belt.run(1.0)) == math.inf


def test_a_second_load_is_added():
    run = belt.run(0.9, "again")
    np.testing.assert_allclose(run.trace.written[AGAIN_AT], AGAIN, atol=1e-15)
    np.testing.assert_allclose(run.trace.c[AGAIN_AT], run.trace.kept[AGAIN_AT] + np.array(AGAIN))
    assert np.all(run.trace.written[[*range(1, AGAIN_AT), *range(AGAIN_AT + 1, STEPS)]] == 0)


@every
def test_the_gradients_are_those_of_the_run(keep, gate):
    run = belt.run(keep, gate)
    np.testing.assert_allclose(run.left, keep ** np.arange(STEPS), rtol=1e-12)
    if gate != "free":  # nothing but the belt leads from c_1 to c_t
        np.testing.assert_array_equal(run.whole, run.left)
    assert run.whole[0] == 1


def nudged(keep, gate, by):
    """∂c_t/∂c_1 by running on from a c_1 that is a little larger and a little smaller."""
    cell, first = belt._cell(free=gate == "free"), belt.run(keep, gate).trace
    found = []
    for sign in (1, -1):
        c = first.c[0].copy()
        c[UNIT] += sign * by
        h = first.o[0] * np.tanh(c)
        found.append(cell.run(first.x[1:], h, c, clamp={"f": keep}).c[:, UNIT])
    return (found[0] - found[1]) / (2 * by)


@pytest.mark.parametrize("gate", INPUTS)
@pytest.mark.parametrize("keep", [0.5, 0.9, 1.0])
def test_the_whole_derivative_is_what_a_nudge_does(keep, gate):
    np.testing.assert_allclose(nudged(keep, gate, 1e-5), belt.run(keep, gate).whole[1:], atol=1e-8)


def test_left_free_the_gates_make_it_smaller_or_larger():
    assert belt.run(1.0, "free").whole[-1] < 0.9 < belt.run(1.0, "free").left[-1]
    assert belt.run(0.9, "free").whole[-1] > 1.2 * belt.run(0.9, "free").left[-1]


def test_numbers_are_written_short():
    written = {0: "0", 1: "1.00", -0.6: "−0.60", 0.004: "4.0·10<sup>−3</sup>", 1e-320: "less than"}
    for value, text in written.items():
        assert belt.plain(value).startswith(text)
