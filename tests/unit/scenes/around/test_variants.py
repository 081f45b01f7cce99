"""The variants' own loops: the cells themselves where they are to agree, and formulas elsewhere."""

import math

import numpy as np
import pytest

from lstm_viz.cells import GRU, LSTM
from lstm_viz.scenes.around.record import variants
from lstm_viz.scenes.around.record.parity import network, numbers
from lstm_viz.scenes.around.record.variants import BITS, PEEPHOLE, variant
from lstm_viz.scenes.around.words.variants import VARIANTS, told

RNG = np.random.default_rng(5)
CELL = LSTM.init(input_size=2, hidden_size=3, rng=RNG)
X = RNG.normal(size=(7, 2))


def test_without_a_change_it_is_the_lstm():
    trace, own = CELL.run(X), variants.lstm(CELL, X, peephole=0)
    for name, values in own.items():
        np.testing.assert_allclose(values, getattr(trace, name), atol=1e-14)
    for id in ("peephole", "coupled", "hard"):
        plain = network().layers[0].run(numbers(BITS))
        np.testing.assert_allclose(variant(id).plain["c"], plain.c, atol=1e-14)


def test_peepholes_see_the_old_c_and_the_output_gate_the_new_one():
    own = variants.lstm(CELL, X, peephole=0.7)
    h, c = np.zeros(3), np.zeros(3)
    for t, x in enumerate(X):
        for k in range(3):
            sums = {
                gate: CELL.weight_ih[CELL.rows(gate)][k] @ x
                + CELL.weight_hh[CELL.rows(gate)][k] @ h
                + CELL.bias[CELL.rows(gate)][k]
                for gate in "ifgo"
            }
            f = 1 / (1 + math.exp(-sums["f"] - 0.7 * c[k]))
            i = 1 / (1 + math.exp(-sums["i"] - 0.7 * c[k]))
            new = f * c[k] + i * math.tanh(sums["g"])
            o = 1 / (1 + math.exp(-sums["o"] - 0.7 * new))
            assert own["c"][t, k] == pytest.approx(new)
            assert own["h"][t, k] == pytest.approx(o * math.tanh(new))
        h, c = own["h"][t], own["c"][t]


def test_coupled_is_the_lstm_with_its_input_gate_held_at_what_is_forgotten():
    own = variants.lstm(CELL, X, coupled=True)
    np.testing.assert_array_equal(own["i"], 1 - own["f"])
    h, c = np.zeros(3), np.zeros(3)
    for t, x in enumerate(X):
        step = CELL.run(x[None], h, c, clamp={"i": 1 - own["f"][t]})
        np.testing.assert_allclose(own["c"][t], step.c[0])
        np.testing.assert_allclose(own["h"][t], step.h[0])
        h, c = step.h[0], step.c[0]


def test_the_hard_sigmoid_is_the_line_between_its_ends():
    z = np.array([-9.0, -3, -1.5, 0, 1.5, 3, 9])
    np.testing.assert_allclose(variants.hard_sigmoid(z), [0, 0, 0.25, 0.5, 0.75, 1, 1])
    slope = (variants.sigmoid(np.array(0.01)) - variants.sigmoid(np.array(-0.01))) / 0.02
    assert slope == pytest.approx(0.25, abs=1e-4), "not the slope of the line, 1/6"
    f = variant("hard").varied["f"]
    assert f.min() >= 0 and f.max() <= 1


def test_reset_after_is_the_gru_and_before_agrees_where_it_must():
    cell = GRU.init(input_size=2, hidden_size=3, rng=RNG)
    trace, after = cell.run(X), variants.gru(cell, X, before=False)
    for name, values in after.items():
        np.testing.assert_allclose(values, getattr(trace, name), atol=1e-14)
    before = variants.gru(cell, X, before=True)
    assert np.abs(before["h"] - after["h"]).max() > 1e-3
    # Where U does not mix the units, scaling before it is scaling after it.
    rows = cell.rows("n")
    unmixed = cell.weight_hh.copy()
    unmixed[rows] = np.diag(np.diag(unmixed[rows]))
    alone = GRU(cell.weight_ih, unmixed, cell.bias_ih, cell.bias_hh)
    np.testing.assert_allclose(
        variants.gru(alone, X, before=True)["h"], variants.gru(alone, X, before=False)["h"]
    )


def test_what_is_said_is_of_the_run():
    for id, about in VARIANTS.items():
        run, (_, varied, follows) = variant(id), told(variant(id))
        for caption, signal in ((varied, about.gate), (follows, about.state)):
            off = np.abs(run.plain[signal] - run.varied[signal]).max()
            assert off > 0.01 and f"up to {off:.2f}" in caption.sentence
    assert f"every weight p is {PEEPHOLE:g}" in told(variant("peephole"))[1].sentence
