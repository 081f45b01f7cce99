"""Large layers are worked on in blocks of units and of steps; that changes only the rounding."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

import lstm_viz
from lstm_viz.cells import affine
from lstm_viz.cells.affine import _width, backwards

pytestmark = pytest.mark.trains("arithmetic")
CELLS = {"lstm": lstm_viz.LSTM, "gru": lstm_viz.GRU, "rnn": lstm_viz.RNN}
# (B, I, H): cut in halves; each gate alone (of an LSTM's backward step); in threes; not at all,
# since 67 has no equal parts; not at all forwards, since the batch is too large for it.
SIZES = [(3, 5, 128), (48, 8, 192), (2, 5, 150), (2, 3, 67), (200, 200, 96)]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("kind", CELLS)
def test_a_batch_in_blocks_is_its_sequences_one_by_one(kind, size):
    batch_size, input_size, hidden_size = size
    rng = np.random.default_rng(0)
    cell = CELLS[kind].init(input_size=input_size, hidden_size=hidden_size, rng=rng)
    x = rng.normal(size=(3, batch_size, input_size))
    grad_h = rng.normal(size=(3, batch_size, hidden_size))
    trace = cell.run(x)
    gradients = cell.backward(trace, grad_h)
    total = {name: np.zeros_like(array) for name, array in gradients.parameters.items()}
    for b in range(batch_size):
        alone = cell.run(x[:, b])
        for name, array in alone.as_dict().items():
            assert_allclose(trace.as_dict()[name][:, b], array, atol=1e-12, err_msg=name)
        one = cell.backward(alone, grad_h[:, b])
        for name in ("x", "h"):
            assert_allclose(getattr(gradients, name)[:, b], getattr(one, name), atol=1e-12)
        assert_allclose(gradients.h0[b], one.h0, atol=1e-12)
        for name, array in one.parameters.items():
            total[name] += array
    for name, array in total.items():
        assert_allclose(gradients.parameters[name], array, atol=1e-10, err_msg=name)


def test_the_sizes_above_are_cut_as_they_say():
    assert _width(3, 4 * 128, 128) == 64
    assert _width(48, 4 * 192, 192) == 192 and _width(48, 192, 192) == 64
    assert _width(2, 4 * 150, 150) == 50
    assert _width(2, 4 * 67, 67) == 67
    assert _width(200, 96, 96) == 48 and _width(200, 297, 96) == 96


@pytest.mark.parametrize("batch", [(), (2,)], ids=str)
@pytest.mark.parametrize("cached", [1, 2 * 4 * 5 * 8, 5 * 4 * 5 * 8 * 2])
def test_an_lstm_s_steps_in_blocks_give_the_same_gradients(monkeypatch, cached, batch):
    rng = np.random.default_rng(0)
    cell = lstm_viz.LSTM.init(input_size=3, hidden_size=5, rng=rng)
    held = np.array([0.3, np.nan, 1.0, np.nan, 0.0])
    trace = cell.run(rng.normal(size=(7, *batch, 3)), clamp={"f": held})
    grads = rng.normal(size=(2, *trace.h.shape))
    whole = cell.backward(trace, *grads)
    monkeypatch.setattr(affine, "_CACHED", cached)
    in_blocks = cell.backward(trace, *grads)
    for name in ("weight_ih", "weight_hh", "bias", "x", "h", "c", "h0", "c0"):
        assert np.array_equal(getattr(in_blocks, name), getattr(whole, name)), name


def test_blocks_of_steps_go_backwards_through_all_of_them(monkeypatch):
    monkeypatch.setattr(affine, "_CACHED", 30)
    assert backwards(7, 10) == [slice(4, 7), slice(1, 4), slice(0, 1)]
    assert backwards(2, 10) == [slice(0, 2)]
    assert backwards(2, 31) == [slice(1, 2), slice(0, 1)]
