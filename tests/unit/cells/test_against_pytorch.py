"""Outputs and gradients agree with PyTorch's, kept as golden values (see ../golden)."""

from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

import lstm_viz
from lstm_viz.signals import stacked

GOLDEN = Path(__file__).parent.parent / "golden" / "pytorch.npz"
CELLS = {"lstm": lstm_viz.LSTM, "gru": lstm_viz.GRU, "rnn": lstm_viz.RNN}


def assert_same(found, expected):
    assert_allclose(found, expected, rtol=1e-10, atol=1e-12)


def golden_of(kind):
    with np.load(GOLDEN) as file:
        return {k.split("/")[1]: file[k] for k in file.files if k.startswith(f"{kind}/")}


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


# For each gate the part of its sum that comes from x, and the one that comes from h.
def lstm_step(h, c, i, f, g, o):
    c = sigmoid(sum(f)) * c + sigmoid(sum(i)) * np.tanh(sum(g))
    return sigmoid(sum(o)) * np.tanh(c)


def gru_step(h, r, z, n):
    from_x, from_h = n
    stays = sigmoid(sum(z))
    return stays * h + (1 - stays) * np.tanh(from_x + sigmoid(sum(r)) * from_h)


@pytest.mark.parametrize("kind, step", [("lstm", lstm_step), ("gru", gru_step)])
def test_the_table_has_the_gates_in_the_order_of_pytorchs_rows(kind, step):
    """Of all orders only one makes PyTorch's first output of PyTorch's weights."""
    golden, names = golden_of(kind), stacked(CELLS[kind].table)
    state = [golden[name][0] for name in ("h0", "c0") if name in golden]
    from_x = golden["x"][0] @ golden["weight_ih"].T + golden["bias_ih"]
    from_h = state[0] @ golden["weight_hh"].T + golden["bias_hh"]
    blocks = list(zip(*(np.split(z, len(names), axis=-1) for z in (from_x, from_h)), strict=True))
    orders = [
        order
        for order in permutations(names)
        if np.allclose(
            step(*state, **dict(zip(order, blocks, strict=True))),
            golden["h"][0], rtol=1e-10, atol=1e-12,
        )
    ]  # fmt: skip
    assert orders == [names]


@pytest.mark.parametrize("kind", CELLS)
def test_outputs_and_gradients(kind):
    golden = golden_of(kind)
    weights = (golden["weight_ih"], golden["weight_hh"])
    biases = (golden["bias_ih"], golden["bias_hh"])
    cell = CELLS[kind](*weights, *(biases if kind == "gru" else (sum(biases),)))
    initial = [golden[name][0] for name in ("h0", "c0") if name in golden]

    trace = cell.run(golden["x"], *initial)
    assert_same(trace.h, golden["h"])
    if kind == "lstm":
        assert_same(trace.c[-1], golden["last_c"][0])

    gradients = cell.backward(trace, golden["loss_grad"])
    for name in ("weight_ih", "weight_hh", "x"):
        assert_same(getattr(gradients, name), golden[f"grad_{name}"])
    for name in (
        "bias_ih",
        "bias_hh",
    ):  # where ours is one bias, both of PyTorch's get its gradient
        ours = gradients.parameters.get(name, gradients.parameters.get("bias"))
        assert_same(ours, golden[f"grad_{name}"])
    assert_same(gradients.h0, golden["grad_h0"][0])
    if kind == "lstm":
        assert_same(gradients.c0, golden["grad_c0"][0])
