"""A trace is a read-only record: steps, sequences of a batch, export."""

import copy
import csv
import io
import pickle
from itertools import pairwise

import numpy as np
import pytest
from numpy.testing import assert_array_equal

import lstm_viz


@pytest.fixture
def rng():
    return np.random.default_rng(0)


@pytest.fixture
def cell(rng):
    return lstm_viz.LSTM.init(input_size=2, hidden_size=3, rng=rng)


@pytest.fixture
def trace(cell, rng):
    return cell.run(rng.normal(size=(5, 2)), rng.normal(size=3), rng.normal(size=3))


@pytest.fixture
def batch(cell, rng):
    return cell.run(rng.normal(size=(5, 4, 2)), clamp={"f": [1, np.nan, 0]})


def test_sizes(trace, batch):
    assert (len(trace), trace.seq_len, trace.input_size, trace.hidden_size) == (5, 5, 2, 3)
    assert (len(batch), batch.seq_len, batch.input_size, batch.hidden_size) == (5, 5, 2, 3)
    assert (trace.batched, batch.batched) == (False, True)
    assert (trace.f.shape, batch.f.shape, batch.x.shape) == ((5, 3), (5, 4, 3), (5, 4, 2))
    assert (trace.c0.shape, batch.h0.shape) == ((3,), (4, 3))


def test_a_step_is_self_contained(trace, batch):
    for record in (trace, batch):
        steps = list(record)
        assert [step.t for step in steps] == [0, 1, 2, 3, 4]
        for t, step in enumerate(steps):
            assert step.names == record.names
            for name, value in step.as_dict().items():
                assert_array_equal(value, getattr(record, name)[t])
        for before, after in pairwise(steps):
            assert_array_equal(after.h_prev, before.h)
            assert_array_equal(after.c_prev, before.c)
        assert_array_equal(steps[0].h_prev, record.h0)
        assert_array_equal(steps[0].c_prev, record.c0)


def test_steps_count_from_the_end_too_and_end_somewhere(trace):
    assert trace[-1].t == 4
    assert_array_equal(trace[-5].h, trace[0].h)
    for t in (5, -6):
        with pytest.raises(IndexError, match=f"step {t} of a trace of 5 steps"):
            trace[t]


def test_nothing_in_a_record_can_be_changed(trace, batch):
    for record in (trace, trace[2], batch, batch.sequence(1)):
        for array in record.as_dict().values():
            with pytest.raises(ValueError, match="read-only"):
                array[...] = 0
            with pytest.raises(ValueError, match="WRITEABLE"):
                array.flags.writeable = True
        with pytest.raises(AttributeError):
            record.table = ()
        with pytest.raises(TypeError):
            record.arrays["f"] = 0
    with pytest.raises(ValueError, match="read-only"):
        batch.clamped["f"][0] = 0


def test_an_unknown_signal_is_named_with_those_there_are(trace):
    with pytest.raises(
        AttributeError, match=r"no signal 'forget' in this record; it has x, h_prev"
    ):
        _ = trace.forget
    rnn = lstm_viz.RNN.init(input_size=2, hidden_size=3, rng=np.random.default_rng(0))
    assert not hasattr(rnn.run(np.ones((2, 2))), "c0")
    assert {"f", "h", "names"} <= set(dir(trace))


def test_a_sequence_of_a_batch_is_a_trace(batch):
    one = batch.sequence(2)
    assert not one.batched
    assert one.f.shape == (5, 3)
    assert_array_equal(one.clamped["f"], [1, np.nan, 0])
    for name, array in one.as_dict().items():
        assert_array_equal(array, getattr(batch, name)[:, 2])
        assert np.shares_memory(array, getattr(batch, name))


def test_sequence_refuses_what_is_not_there(trace, batch):
    with pytest.raises(IndexError, match="sequence 4 of a batch of 4"):
        batch.sequence(4)
    with pytest.raises(ValueError, match="got an unbatched one"):
        trace.sequence(0)


def test_npz_keeps_every_signal_to_the_bit(batch, tmp_path):
    buffer = io.BytesIO()
    for file in (tmp_path / "trace.npz", buffer):
        batch.save_npz(file)
    buffer.seek(0)
    for file in (tmp_path / "trace.npz", buffer):
        with np.load(file) as loaded:
            assert set(loaded.files) == {*batch.names, "clamped_f"}
            for name in batch.names:
                assert_array_equal(loaded[name], getattr(batch, name))
            assert_array_equal(loaded["clamped_f"], [1, np.nan, 0])


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_csv_keeps_every_signal_to_the_bit(dtype, rng):
    cell = lstm_viz.LSTM.init(input_size=2, hidden_size=3, rng=rng, dtype=dtype)
    trace = cell.run(rng.normal(size=(4, 2)))
    tokens = ["the", 'a "quoted", word', "=1+1", ""]
    rows = list(csv.DictReader(io.StringIO(trace.to_csv(tokens))))
    assert [row["t"] for row in rows] == ["0", "1", "2", "3"]
    assert [row["token"] for row in rows] == tokens
    for name, array in trace.as_dict().items():
        for k in range(array.shape[-1]):
            column = np.array([row[f"{name}_{k}"] for row in rows], dtype)
            assert_array_equal(column, array[:, k])
    assert trace.to_csv().splitlines()[0].startswith("t,x_0,x_1,h_prev_0,")
    assert str(dtype(0.1)) == "0.1"  # float32 is written as float32


def test_csv_refuses_a_batch_and_tokens_that_do_not_fit(trace, batch):
    with pytest.raises(ValueError, match=r"got a batch: use trace.sequence\(b\)"):
        batch.to_csv()
    with pytest.raises(ValueError, match=r"one entry a step \(5\), got 2"):
        trace.to_csv(["a", "b"])


def test_traces_survive_pickle_and_copy(batch):
    for again in (pickle.loads(pickle.dumps(batch)), copy.copy(batch), copy.deepcopy(batch)):
        assert again.names == batch.names
        assert_array_equal(again.f, batch.f)
        assert_array_equal(again.clamped["f"], batch.clamped["f"])
        assert not again.f.flags.writeable
