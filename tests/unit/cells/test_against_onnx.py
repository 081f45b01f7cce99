"""Outputs agree with the ONNX reference evaluator in float64 to 1e-10."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

import lstm_viz


def restacked(cell, order):
    """W, R and the biases with the gates in ONNX's order, and its leading axis of directions."""
    return [
        np.concatenate([array[cell.rows(gate)] for gate in order])[None]
        for array in cell.parameters.values()
    ]


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

    weight_ih, weight_hh, bias = restacked(cell, "iofg")  # the candidate is ONNX's c
    outputs, _, last_c = evaluate(
        "LSTM",
        {
            "X": with_batch(x, batch),
            "W": weight_ih,
            "R": weight_hh,
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

    weight_ih, weight_hh, *biases = restacked(cell, "zrn")  # the candidate is ONNX's h
    outputs, _ = evaluate(
        "GRU",
        {
            "X": with_batch(x, batch),
            "W": weight_ih,
            "R": weight_hh,
            "B": np.concatenate(biases, axis=1),
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
