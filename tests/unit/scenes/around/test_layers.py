"""Layers, reading both ways, and dropout, each against cells that are run one by one."""

import numpy as np
import pytest

from lstm_viz.cells import LSTM
from lstm_viz.learn import Model
from lstm_viz.scenes.around.record.parity import numbers
from lstm_viz.scenes.around.record.stacked import (
    BITS,
    DROPPED,
    SEED,
    UNITS,
    both_ways,
    stacked,
)
from lstm_viz.scenes.around.words.stacked import told_of_layers


def test_the_upper_layer_reads_h_of_the_lower_one():
    run = stacked()
    model = Model.init(
        input_size=2, hidden_size=UNITS, output_size=1, layers=2,
        rng=np.random.default_rng(SEED), dtype=np.float64,
    )  # fmt: skip
    below, above = model.layers
    h = below.run(numbers(BITS)).h
    np.testing.assert_array_equal(run.above.x, h)
    np.testing.assert_allclose(run.above.h, above.run(h).h)
    assert np.abs(run.below.c - h).max() > 0.01, "c is something else"


def test_dropout_leaves_h_or_nothing_of_it():
    run = stacked()
    kept = run.dropped != 0
    np.testing.assert_allclose(run.dropped[kept], run.below.h[kept] / (1 - DROPPED))
    assert 0 < kept.sum() < kept.size
    assert f"{(~kept).sum()} of {kept.size} are 0" in told_of_layers(run)[-1].sentence


def test_each_way_is_a_run_of_its_own_and_h_n_is_where_it_ended():
    run = both_ways()
    rng = np.random.default_rng(SEED)
    forwards, backwards = (LSTM.init(input_size=2, hidden_size=UNITS, rng=rng) for _ in range(2))
    x = numbers(BITS)
    for t in range(len(BITS)):
        np.testing.assert_allclose(run.forwards[t], forwards.run(x[: t + 1]).h[-1])
        np.testing.assert_allclose(run.backwards[t], backwards.run(x[t:][::-1]).h[-1])
    assert run.output.shape == (len(BITS), 2 * UNITS)
    np.testing.assert_allclose(run.h_n[0], forwards.run(x).h[-1])
    np.testing.assert_allclose(run.h_n[1], backwards.run(x[::-1]).h[-1])
    last_bit = backwards.run(x[-1:]).h[-1]
    assert run.output[-1, UNITS:] == pytest.approx(last_bit)
    assert np.abs(last_bit - run.h_n[1]).max() > 0.1
