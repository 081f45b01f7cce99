"""The way back of three cells: against one whole backward pass, and against finite differences."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.cells import LSTM, RNN
from lstm_viz.scenes.gradients.record.cells import (
    CELLS,
    INPUT_SCALE,
    random_cells,
    setup,
    wide_open,
)
from lstm_viz.scenes.gradients.record.chain import NOTHING, chain, lengths, norms
from lstm_viz.scenes.gradients.record.run import CLIP, RATE, SATURATED, run, split
from lstm_viz.scenes.gradients.record.settings import (
    BIASES,
    GAINS,
    PRESETS,
    SIZES,
    Settings,
    preset_of,
    with_preset,
)

SHORT = Settings(length=20, hidden_size=5)
STEP = 1e-6


def states(trace, t):
    """The initial state before step ``t`` (from 0), as arguments of ``run``."""
    return (trace.h_prev[t], trace.c_prev[t]) if "c" in trace.arrays else (trace.h_prev[t],)


@pytest.mark.parametrize("settings", [SHORT, replace(SHORT, network="trained")])
def test_in_stretches_it_is_the_gradient_of_one_backward_pass(settings):
    what, found = setup(settings), run(settings)
    for name, cell in what.cells.items():
        trace = cell.run(what.x)
        ask = np.zeros_like(trace.h)
        ask[-1] = what.asks[name]
        assert np.linalg.norm(ask[-1]) == pytest.approx(1)
        back, way = cell.backward(trace, ask), found.ways[name]
        np.testing.assert_allclose(10**way.h, np.linalg.norm(back.h, axis=1), rtol=1e-9)
        assert (way.c is None) == (back.c is None)
        if back.c is not None:
            np.testing.assert_allclose(10**way.c, np.linalg.norm(back.c, axis=1), rtol=1e-9)
        share = np.outer(back.x_from[0][what.first], what.x[what.first])
        assert 10**way.change == pytest.approx(RATE * np.abs(share).max())
        whole = np.sqrt(sum(np.sum(array**2) for array in back.parameters.values()))
        assert 10**way.whole == pytest.approx(whole)
        assert 10**way.clip == pytest.approx(min(1, CLIP / whole))


@pytest.mark.parametrize("name", CELLS)
@pytest.mark.parametrize("gain", [0.5, 1.0, 3.0])
def test_the_gradient_is_what_small_changes_of_h_do_to_the_loss(name, gain):
    what = setup(replace(SHORT, gain=gain))
    cell = what.cells[name]
    trace = cell.run(what.x)
    back = chain(cell, trace, what.asks[name])
    for t in (0, 7, 18):
        h, *c = states(trace, t + 1)
        losses = [
            [
                float(what.asks[name] @ cell.run(what.x[t + 1 :], h + sign * row, *c).h[-1])
                for row in STEP * np.eye(len(h))
            ]
            for sign in (1, -1)
        ]
        wanted = np.subtract(*losses) / (2 * STEP)
        got = back.h[t + 1] * 2.0 ** back.power[t + 1]
        np.testing.assert_allclose(got, wanted, rtol=1e-4, atol=1e-9)


@pytest.mark.parametrize("bias", [-2.0, 1.0, 6.0])
def test_both_roads_together_are_what_small_changes_of_c_do_to_the_last_one(bias):
    """h_t follows c_t, as it does in the cell: that is where the way round begins."""
    what = setup(replace(SHORT, bias=bias))
    cell = what.cells["LSTM"]
    trace = cell.run(what.x)
    direct, round_about, power, kept = split(cell, what.x)
    for t in (0, 7, 18):
        ends = [
            [
                cell.run(
                    what.x[t + 1 :], trace.o[t] * np.tanh(trace.c[t] + change), trace.c[t] + change
                ).c[-1]
                for change in sign * STEP * np.eye(cell.hidden_size)
            ]
            for sign in (1, -1)
        ]
        wanted = np.subtract(*ends).T / (2 * STEP)
        got = (direct[t + 1] + round_about[t + 1]) * 2.0 ** power[t + 1]
        np.testing.assert_allclose(got, wanted, rtol=1e-4, atol=1e-9)
        straight = direct[t + 1] * 2.0 ** power[t + 1]
        np.testing.assert_allclose(straight, np.diag(trace.f[t + 1 :].prod(axis=0)), rtol=1e-9)
    np.testing.assert_allclose(kept, norms(direct, power), atol=1e-9)
    found = run(replace(SHORT, bias=bias)).roads
    assert (found.direct[-1], found.round[-1], found.both[-1]) == (0, NOTHING, 0)


def test_saturated_gates_are_counted_and_open_gates_keep_the_product_that_is_said():
    for settings in (SHORT, replace(SHORT, gain=10.0)):
        found, what = run(settings), setup(settings)
        trace = what.cells["LSTM"].run(what.x)
        gates = np.concatenate([trace.i, trace.f, trace.o])
        near = (gates < SATURATED) | (gates > 1 - SATURATED)
        assert found.saturated == pytest.approx(near.mean())
        wide = wide_open(what.cells["LSTM"]).run(what.x)
        products = [wide.f[t + 1 :].prod(axis=0).max() for t in range(len(what.x))]
        np.testing.assert_allclose(10**found.opened_product, products)
    assert run(PRESETS["saturated"]).saturated > 0.4 > 0.05 > run(Settings()).saturated


def test_the_cells_match():
    settings = replace(SHORT, gain=2.0, bias=3.0)
    cells = random_cells(settings, 7)
    rnn, gru, lstm = (cells[name] for name in CELLS)
    assert isinstance(rnn, RNN) and isinstance(lstm, LSTM)
    for theirs in (gru.weight_hh[gru.rows("n")], lstm.weight_hh[lstm.rows("g")]):
        np.testing.assert_array_equal(theirs, rnn.weight_hh)
    for gate, other in (("z", "f"), ("r", "i")):
        np.testing.assert_array_equal(
            gru.weight_ih[gru.rows(gate)], lstm.weight_ih[lstm.rows(other)]
        )
    np.testing.assert_allclose(rnn.weight_hh @ rnn.weight_hh.T, 4 * np.eye(5), atol=1e-12)
    assert set(lstm.bias[lstm.rows("f")]) == set(gru.bias_ih[gru.rows("z")]) == {3.0}
    wide = random_cells(Settings(gain=1.0, hidden_size=32), 100)["LSTM"]
    assert np.std(wide.weight_ih) == pytest.approx(INPUT_SCALE, rel=0.05)


def test_sizes_far_beyond_floats_are_told_as_logarithms():
    cell, x = RNN(np.zeros((2, 1)), 1e-9 * np.eye(2), np.zeros(2)), np.zeros((200, 1))
    back = chain(cell, cell.run(x), np.array([1.0, 0]))
    np.testing.assert_allclose(lengths(back.h, back.power), -9.0 * np.arange(200, -1, -1))
    large = RNN(np.zeros((2, 1)), 1e9 * np.eye(2), np.zeros(2))
    back = chain(large, large.run(x), np.array([1.0, 0]))
    np.testing.assert_allclose(lengths(back.h, back.power), 9.0 * np.arange(200, -1, -1))
    assert lengths(np.zeros((1, 2)), np.zeros(1))[0] == NOTHING
    assert norms(np.zeros((1, 2, 2)), np.zeros(1))[0] == NOTHING


def test_at_all_ends_of_the_knobs_all_is_a_number():
    for size in SIZES:
        for gain, bias in itertools.product(GAINS, BIASES):
            found = run(Settings(length=100, hidden_size=size, gain=gain, bias=bias))
            told = [found.roads.direct, found.roads.round, found.roads.both]
            for way in (*found.ways.values(), *found.opened.values()):
                told += [way.h, np.array([way.change, way.whole, way.clip])]
                told += [] if way.c is None else [way.c]
                assert abs(way.h[-1]) < 1e-12, "it begins as 1"
            assert not any(np.isnan(array).any() or (array == np.inf).any() for array in told)
            assert (found.roads.direct <= 0).all(), "no forget gate makes anything larger"


def test_a_shorter_text_is_read_again_and_the_same_settings_run_once():
    settings = Settings(text="so it goes", length=7, hidden_size=3)
    assert run(settings).tokens == ("so", "it", "goes", "so", "it", "goes", "so")
    assert run(settings) is run(replace(settings))


def test_presets_are_found_again_whatever_is_read():
    for id in PRESETS:
        assert preset_of(with_preset(Settings(text="other words"), id)) == id
    assert preset_of(Settings(seed=7)) is None
