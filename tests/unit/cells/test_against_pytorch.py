"""Outputs and gradients agree with PyTorch's, kept as golden values (see ../golden)."""

from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

import lstm_viz

GOLDEN = Path(__file__).parent.parent / "golden" / "pytorch.npz"
CELLS = {"lstm": lstm_viz.LSTM, "gru": lstm_viz.GRU, "rnn": lstm_viz.RNN}


def assert_same(found, expected):
    assert_allclose(found, expected, rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("kind", CELLS)
def test_outputs_and_gradients(kind):
    with np.load(GOLDEN) as file:
        golden = {k.split("/")[1]: file[k] for k in file.files if k.startswith(f"{kind}/")}
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
