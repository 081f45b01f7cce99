"""Every gradient of a whole network against central differences, in float64."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.learn import LOSSES, Batch, Linear, Model
from lstm_viz.learn.bptt import forward_and_backward
from tests.unit.learn.numerical import slopes

pytestmark = pytest.mark.trains("arithmetic")
T, B, INPUT, HIDDEN, OUTPUT = 5, 3, 2, 3, 4
MASK = np.array([[1, 0, 1], [0, 0, 1], [0, 1, 0], [1, 1, 0], [0, 1, 0]], bool)
PARTS = {"lstm": 2, "gru": 1, "rnn": 1}


def targets_for(loss, rng, positions=(T, B)):
    if loss == "cross_entropy":
        return rng.integers(0, OUTPUT, positions)
    return rng.normal(size=(*positions, OUTPUT))


def network(cell, layers, rng):
    model = Model.init(
        cell=cell, input_size=INPUT, hidden_size=HIDDEN, output_size=OUTPUT, layers=layers,
        rng=rng, dtype=np.float64,
    )  # fmt: skip
    bent = {name: rng.normal(0, 0.7, array.shape) for name, array in model.parameters.items()}
    return Model.from_parameters(cell, bent)  # biases too are something else than 0


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("mask", [None, MASK], ids=["all", "masked"])
@pytest.mark.parametrize("positions", [(T,), (T, B)], ids=["one", "batch"])
def test_each_loss_by_every_output(loss, mask, positions):
    rng = np.random.default_rng(1)
    kept = None if mask is None else mask[..., 0] if len(positions) == 1 else mask
    outputs, targets = rng.normal(size=(*positions, OUTPUT)), targets_for(loss, rng, positions)
    found = slopes(lambda at: LOSSES[loss](at["y"], targets, kept).value, {"y": outputs})
    assert_allclose(LOSSES[loss](outputs, targets, kept).grad, found["y"], atol=1e-9)


@pytest.mark.parametrize("lead", [(T,), (T, B)])
def test_the_head_by_its_parameters_and_by_h(lead):
    rng = np.random.default_rng(2)
    h, pull = rng.normal(size=(*lead, HIDDEN)), rng.normal(size=(*lead, OUTPUT))
    head = Linear(rng.normal(size=(OUTPUT, HIDDEN)), rng.normal(size=OUTPUT))

    def loss_of(at):
        return float((Linear(at["weight"], at["bias"]).run(at["h"]) * pull).sum())

    found = slopes(loss_of, {"weight": head.weight, "bias": head.bias, "h": h})
    gradients, grad_h = head.backward(h, pull)
    for name, gradient in (gradients | {"h": grad_h}).items():
        assert_allclose(gradient, found[name], atol=1e-8, err_msg=name)


@pytest.mark.parametrize("carried", [False, True], ids=["from zeros", "carried state"])
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("layers", [1, 2, 3])
@pytest.mark.parametrize("cell", PARTS)
def test_a_network_by_every_parameter(cell, layers, loss, carried):
    rng = np.random.default_rng(3)
    model = network(cell, layers, rng)
    batch = Batch(rng.normal(size=(T, B, INPUT)), targets_for(loss, rng), MASK)
    state = None
    if carried:
        parts = range(PARTS[cell])
        state = tuple(tuple(rng.normal(0, 0.5, (B, HIDDEN)) for _ in parts) for _ in range(layers))

    def loss_of(parameters):
        outputs = Model.from_parameters(cell, parameters).run(batch.x, state).outputs
        return LOSSES[loss](outputs, batch.targets, batch.mask).value

    found = slopes(loss_of, model.parameters)
    passed = forward_and_backward(model, batch, LOSSES[loss], state)
    assert passed.loss == loss_of(model.parameters)
    assert passed.gradients.keys() == model.parameters.keys()
    for name, gradient in passed.gradients.items():
        assert_allclose(gradient, found[name], atol=2e-9, rtol=1e-6, err_msg=name)
        assert np.abs(gradient).max() > 1e-5, f"{name}: nothing to compare"


@pytest.mark.parametrize("cell", PARTS)
def test_one_sequence_without_a_batch_axis(cell):
    rng = np.random.default_rng(4)
    model = network(cell, 2, rng)
    x, targets = rng.normal(size=(T, INPUT)), targets_for("cross_entropy", rng, (T,))

    def loss_of(parameters):
        outputs = Model.from_parameters(cell, parameters).run(x).outputs
        return LOSSES["cross_entropy"](outputs, targets, None).value

    forward = model.run(x)
    pull = LOSSES["cross_entropy"](forward.outputs, targets, None).grad
    found = slopes(loss_of, model.parameters)
    for name, gradient in model.backward(forward, pull).items():
        assert_allclose(gradient, found[name], atol=2e-9, rtol=1e-6, err_msg=name)
