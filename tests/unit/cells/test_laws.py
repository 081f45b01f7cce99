"""What must hold for every cell and every sequence, whatever the numbers."""

import pickle
import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose, assert_array_equal

import lstm_viz
from tests.each import for_each

CELLS = [lstm_viz.LSTM, lstm_viz.GRU, lstm_viz.RNN]
laws = settings(max_examples=40)
all_cells = for_each("cell_type", CELLS)


@st.composite
def runs(draw, cell_type, largest=3.0):
    """A cell with weights of any size up to `largest`, and inputs and initial states for it."""
    dtype = draw(st.sampled_from([np.float32, np.float64]))
    input_size, hidden_size, seq_len = (draw(st.integers(1, 4)) for _ in range(3))
    batch = draw(st.sampled_from([(), (1,), (3,)]))
    rng = np.random.default_rng(draw(st.integers(0, 10_000)))
    scale = draw(st.floats(0, largest))
    made = cell_type.init(input_size=input_size, hidden_size=hidden_size, rng=rng, dtype=dtype)
    cell = cell_type(
        **{
            name: (scale * rng.normal(size=array.shape)).astype(dtype)
            for name, array in made.parameters.items()
        }
    )
    number = st.floats(-largest, largest, width=32)
    x = draw(arrays(dtype, (seq_len, *batch, input_size), elements=number))
    state = arrays(dtype, (*batch, hidden_size), elements=st.floats(-1, 1, width=32))
    count = 2 if cell_type is lstm_viz.LSTM else 1
    return cell, x, [draw(state) for _ in range(count)]


@all_cells
@given(data=st.data())
@laws
def test_every_signal_stays_in_the_range_its_row_states(cell_type, data):
    cell, x, initial = data.draw(runs(cell_type))
    trace = cell.run(x, *initial)
    for row in trace.table:
        values = getattr(trace, row.name)
        assert values.dtype == cell.dtype
        assert values.shape == (*x.shape[:-1], x.shape[-1] if row.name == "x" else cell.hidden_size)
        assert np.isfinite(values).all()
        assert (row.low <= values).all() and (values <= row.high).all(), row.name


@given(data=st.data())
@laws
def test_cell_state_is_kept_plus_written_to_the_bit(data):
    cell, x, initial = data.draw(runs(lstm_viz.LSTM))
    trace = cell.run(x, *initial)
    assert_array_equal(trace.c, trace.kept + trace.written)
    assert_array_equal(trace.kept, trace.f * trace.c_prev)
    assert_array_equal(trace.written, trace.i * trace.g)
    assert_array_equal(trace.h, trace.o * trace.tanh_c)


@given(data=st.data())
@laws
def test_open_forget_gate_and_shut_input_gate_preserve_the_cell_state(data):
    cell, x, (h0, c0) = data.draw(runs(lstm_viz.LSTM))
    trace = cell.run(x, h0, c0, clamp={"f": 1, "i": 0})
    assert_array_equal(trace.c, np.broadcast_to(c0, trace.c.shape))


@given(data=st.data())
@laws
def test_update_gate_held_at_one_preserves_the_hidden_state(data):
    cell, x, (h0,) = data.draw(runs(lstm_viz.GRU))
    trace = cell.run(x, h0, clamp={"z": 1})
    assert_array_equal(trace.h, np.broadcast_to(h0, trace.h.shape))


@all_cells
@given(data=st.data())
@laws
def test_inputs_are_never_changed(cell_type, data):
    cell, x, initial = data.draw(runs(cell_type))
    given_arrays = [x, *initial]
    before = [a.copy() for a in given_arrays]
    trace = cell.run(*given_arrays)
    grad_h = np.ones_like(trace.h)
    cell.backward(trace, grad_h)
    for array, copy in zip([*given_arrays, grad_h], [*before, np.ones_like(grad_h)], strict=True):
        assert_array_equal(array, copy)
        assert array.flags.writeable


@all_cells
@given(data=st.data())
@laws
def test_extreme_numbers_neither_overflow_nor_warn(cell_type, data):
    cell, x, initial = data.draw(runs(cell_type, largest=1e4))
    with warnings.catch_warnings(), np.errstate(over="warn", invalid="warn", divide="warn"):
        warnings.simplefilter("error")
        trace = cell.run(x, *initial)
        cell.backward(trace, np.ones_like(trace.h))
    for name in trace.names:
        assert np.isfinite(getattr(trace, name)).all()


@all_cells
@given(data=st.data())
@laws
def test_running_in_two_halves_equals_running_whole(cell_type, data):
    cell, x, initial = data.draw(runs(cell_type))
    cut = data.draw(st.integers(1, max(1, len(x) - 1)))
    whole = cell.run(x, *initial)
    first = cell.run(x[:cut], *initial)
    assert_allclose(whole.h[:cut], first.h, rtol=0, atol=1e-6)
    if cut < len(x):
        after = [first.h[-1], *([first.c[-1]] if "c" in first.names else [])]
        second = cell.run(x[cut:], *after)
        for name in whole.names:
            joined = np.concatenate([getattr(first, name), getattr(second, name)])
            tolerance = 1e-5 if cell.dtype == np.float32 else 1e-13
            assert_allclose(joined, getattr(whole, name), rtol=tolerance, atol=tolerance)


@all_cells
@given(data=st.data())
@laws
def test_a_sequence_runs_the_same_alone_and_in_a_batch(cell_type, data):
    cell, x, initial = data.draw(runs(cell_type))
    if x.ndim == 3:
        batch, alone = cell.run(x, *initial), cell.run(x[:, -1], *(state[-1] for state in initial))
        tolerance = 1e-4 if cell.dtype == np.float32 else 1e-12
        for name in batch.names:
            of_batch = getattr(batch.sequence(-1), name)
            assert_allclose(of_batch, getattr(alone, name), rtol=tolerance, atol=tolerance)


@for_each("gate", "fio")
@for_each("z", [-700.0, -40.0, -17.0, 0.0, 17.0, 40.0, 1e4])
def test_sigmoid_is_accurate_in_its_tails(gate, z):
    bias = np.zeros(4)
    bias["ifgo".index(gate)] = z
    cell = lstm_viz.LSTM(np.zeros((4, 1)), np.zeros((4, 1)), bias)
    expected = 1.0 if z > 100 else np.exp(z) / (1 + np.exp(z))
    assert_allclose(getattr(cell.run([[0.0]]), gate), [[expected]], rtol=1e-15)


def test_float32_sigmoid_is_accurate_in_its_tail():
    cell = lstm_viz.LSTM(
        *(np.full(s, v, np.float32) for s, v in [((4, 1), 0), ((4, 1), 0), (4, -17)])
    )
    assert_allclose(cell.run([[0.0]]).f, [[np.exp(-17.0)]], rtol=1e-6)


@pytest.mark.parametrize(
    "cell_type, gates", [(lstm_viz.LSTM, "figo"), (lstm_viz.GRU, "rzn")], ids=["LSTM", "GRU"]
)
@pytest.mark.parametrize("batch", [(), (2,)])
def test_a_clamp_holds_the_named_units_and_no_other(cell_type, gates, batch):
    rng = np.random.default_rng(0)
    cell = cell_type.init(input_size=2, hidden_size=3, rng=rng)
    x = rng.normal(size=(4, *batch, 2))
    free = cell.run(x)
    for gate in gates:
        held = cell.run(x, clamp={gate: [0.25, np.nan, 1]})
        values = getattr(held, gate)
        assert (values[..., 0] == 0.25).all() and (values[..., 2] == 1).all()
        assert_array_equal(values[0, ..., 1], getattr(free, gate)[0, ..., 1])
        assert_array_equal(held[0].as_dict()[f"z_{gate}"], free[0].as_dict()[f"z_{gate}"])
        assert_array_equal(held.clamped[gate], [0.25, np.nan, 1])
        everywhere = cell.run(x, clamp={gate: 0.5})
        assert (getattr(everywhere, gate) == 0.5).all()


@all_cells
@pytest.mark.parametrize("batch", [(), (2,)])
def test_a_trace_stays_what_it_was(cell_type, batch):
    rng = np.random.default_rng(0)
    cell = cell_type.init(input_size=2, hidden_size=3, rng=rng)
    x = rng.normal(size=(4, *batch, 2))
    trace = cell.run(x)
    before = {name: array.copy() for name, array in trace.as_dict().items()}
    other = cell.run(rng.normal(size=x.shape))
    gradients = cell.backward(trace, np.ones_like(trace.h))
    kept = {name: array.copy() for name, array in gradients.parameters.items()}
    cell.backward(other, np.ones_like(trace.h))
    x[:] = 0
    for name, array in before.items():
        assert_array_equal(getattr(trace, name), array)
        assert not any(np.shares_memory(getattr(trace, name), a) for a in other.arrays.values())
    for name, array in kept.items():
        assert_array_equal(gradients.parameters[name], array)


@all_cells
@for_each("shape", [(20, 3), (100, 64), (50, 16, 64), (20, 1, 3)])
@for_each("hidden_size", [4, 64])
def test_the_record_takes_no_more_memory_than_its_signals(cell_type, shape, hidden_size):
    rng = np.random.default_rng(0)
    cell = cell_type.init(input_size=shape[-1], hidden_size=hidden_size, rng=rng, dtype=np.float32)
    trace = cell.run(rng.normal(size=shape))
    # h_prev and c_prev are h and c one step late, and are not counted twice.
    signals = sum(a.nbytes for name, a in trace.arrays.items() if not name.endswith("_prev"))
    assert trace.nbytes <= 1.1 * signals


@all_cells
def test_cells_are_immutable_and_can_be_pickled(cell_type):
    cell = cell_type.init(input_size=2, hidden_size=3, rng=np.random.default_rng(0))
    with pytest.raises(AttributeError):
        cell.weight_ih = 0
    with pytest.raises(ValueError, match="read-only"):
        cell.weight_ih[0, 0] = 0
    again = pickle.loads(pickle.dumps(cell))
    x = np.ones((3, 2))
    assert_array_equal(again.run(x).h, cell.run(x).h)
    gradients = pickle.loads(pickle.dumps(cell.backward(cell.run(x), np.ones((3, 3)))))
    assert gradients.weight_hh.shape == cell.weight_hh.shape
