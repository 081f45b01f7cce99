"""Outputs agree with the ONNX reference evaluator in float64 to 1e-10."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

import lstm_viz


def rows(array, hidden_size, order):
    """The gates of a stacked array in another order, with ONNX's leading axis of directions."""
    gates = array.reshape(-1, hidden_size, *array.shape[1:])
    return np.concatenate([gates[k] for k in order])[None]


def evaluate(operator, inputs, outputs, **attributes):
    node = helper.make_node(operator, list(inputs), outputs, **attributes)
    declare = helper.make_tensor_value_info
    graph = helper.make_graph(
        [node],
        operator,
        [declare(name, TensorProto.DOUBLE, a.shape) for name, a in inputs.items() if name],
        [declare(name, TensorProto.DOUBLE, None) for name in outputs],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)])
    return ReferenceEvaluator(model).run(None, {k: v for k, v in inputs.items() if k})


def with_batch(array, batched):
    return array if batched else array[..., None, :]


@pytest.fixture
def rng():
    return np.random.default_rng(4)


batched_or_not = pytest.mark.parametrize("batch", [(), (1,), (3,)])


@batched_or_not
def test_lstm(batch, rng):
    size, seq_len = 4, 7
    cell = lstm_viz.LSTM(rng.normal(size=(16, 3)), rng.normal(size=(16, size)), rng.normal(size=16))
    x, h0, c0 = (rng.normal(size=s) for s in [(seq_len, *batch, 3), (*batch, size), (*batch, size)])
    trace = cell.run(x, h0, c0)

    order = [0, 3, 1, 2]  # ONNX: i, o, f, c
    bias = rows(cell.bias, size, order)
    outputs, _, last_c = evaluate(
        "LSTM",
        {
            "X": with_batch(x, batch),
            "W": rows(cell.weight_ih, size, order),
            "R": rows(cell.weight_hh, size, order),
            "B": np.concatenate([bias, 0 * bias], axis=1),
            "": None,
            "h0": h0.reshape(1, -1, size),
            "c0": c0.reshape(1, -1, size),
        },
        ["Y", "Y_h", "Y_c"],
        hidden_size=size,
    )
    assert_allclose(with_batch(trace.h, batch), outputs[:, 0], rtol=0, atol=1e-10)
    assert_allclose(trace.c[-1].reshape(-1, size), last_c[0], rtol=0, atol=1e-10)


@batched_or_not
def test_gru(batch, rng):
    size, seq_len = 4, 7
    cell = lstm_viz.GRU(
        rng.normal(size=(12, 3)),
        rng.normal(size=(12, size)),
        rng.normal(size=12),
        rng.normal(size=12),
    )
    x, h0 = rng.normal(size=(seq_len, *batch, 3)), rng.normal(size=(*batch, size))
    trace = cell.run(x, h0)

    order = [1, 0, 2]  # ONNX: z, r, h
    outputs, _ = evaluate(
        "GRU",
        {
            "X": with_batch(x, batch),
            "W": rows(cell.weight_ih, size, order),
            "R": rows(cell.weight_hh, size, order),
            "B": np.concatenate([rows(b, size, order) for b in (cell.bias_ih, cell.bias_hh)], 1),
            "": None,
            "h0": h0.reshape(1, -1, size),
        },
        ["Y", "Y_h"],
        hidden_size=size,
        linear_before_reset=1,
    )
    assert_allclose(with_batch(trace.h, batch), outputs[:, 0], rtol=0, atol=1e-10)


@batched_or_not
def test_rnn(batch, rng):
    size, seq_len = 4, 7
    cell = lstm_viz.RNN(rng.normal(size=(4, 3)), rng.normal(size=(4, size)), rng.normal(size=4))
    x, h0 = rng.normal(size=(seq_len, *batch, 3)), rng.normal(size=(*batch, size))
    trace = cell.run(x, h0)

    outputs, _ = evaluate(
        "RNN",
        {
            "X": with_batch(x, batch),
            "W": cell.weight_ih[None],
            "R": cell.weight_hh[None],
            "B": np.concatenate([cell.bias, 0 * cell.bias])[None],
            "": None,
            "h0": h0.reshape(1, -1, size),
        },
        ["Y", "Y_h"],
        hidden_size=size,
    )
    assert_allclose(with_batch(trace.h, batch), outputs[:, 0], rtol=0, atol=1e-10)
