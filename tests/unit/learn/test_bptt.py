"""Truncated back-propagation: an unbroken run forwards, a gradient that stops at the cuts."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from lstm_viz.cells.checks import NotFiniteError
from lstm_viz.learn import CELLS, LOSSES, Batch, Model, cross_entropy
from lstm_viz.learn.bptt import forward_and_backward
from lstm_viz.workspace import Workspace
from tests.unit.learn.numerical import slopes

T, B, INPUT, HIDDEN, OUTPUT = 7, 2, 2, 3, 3


def case(cell="lstm", layers=2, mask=None):
    rng = np.random.default_rng(5)
    model = Model.init(
        cell=cell, input_size=INPUT, hidden_size=HIDDEN, output_size=OUTPUT, layers=layers,
        rng=rng, dtype=np.float64,
    )  # fmt: skip
    x, targets = rng.normal(size=(T, B, INPUT)), rng.integers(0, OUTPUT, (T, B))
    return model, Batch(x, targets, mask)


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("truncate", [T, T + 1, 1000])
def test_nothing_is_cut_from_a_batch_that_is_short_enough(cell, truncate):
    model, batch = case(cell)
    whole = forward_and_backward(model, batch, cross_entropy)
    cut = forward_and_backward(model, batch, cross_entropy, truncate=truncate)
    assert cut.loss == whole.loss
    for name, gradient in whole.gradients.items():
        assert_array_equal(cut.gradients[name], gradient)


@pytest.mark.parametrize("truncate", [None, 3])
@pytest.mark.parametrize("cell", CELLS)
def test_a_pass_in_memory_used_before_gives_the_same_and_takes_nothing_back(cell, truncate):
    model, batch = case(cell)
    other = Batch(batch.x[::-1], batch.targets)
    workspace = Workspace()
    kept = forward_and_backward(model, batch, cross_entropy, truncate=truncate, workspace=workspace)
    for given in (other, batch, other):
        last = forward_and_backward(
            model, given, cross_entropy, truncate=truncate, workspace=workspace
        )
    for passed, given in ((kept, batch), (last, other)):
        alone = forward_and_backward(model, given, cross_entropy, truncate=truncate)
        assert passed.loss == alone.loss
        for name, gradient in alone.gradients.items():
            assert_array_equal(passed.gradients[name], gradient)
        for now, then in zip(passed.state, alone.state, strict=True):
            assert_array_equal(now, then)


SOME = np.array([[1, 0], [1, 1], [0, 0], [0, 0], [0, 0], [1, 0], [0, 1]], bool)


@pytest.mark.parametrize("mask", [None, SOME], ids=["all", "masked"])  # one piece has no answers
@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("truncate", [1, 3, 4])
def test_loss_and_last_state_are_those_of_an_unbroken_run(cell, truncate, mask):
    model, batch = case(cell, mask=mask)
    cut = forward_and_backward(model, batch, cross_entropy, truncate=truncate)
    forward = model.run(batch.x)
    unbroken = cross_entropy(forward.outputs, batch.targets, mask)
    assert cut.loss == pytest.approx(unbroken.value, rel=1e-13)
    for now, then in zip(cut.state, forward.state, strict=True):
        assert_allclose(now, then, rtol=1e-12)


@pytest.mark.parametrize("mask", [None, SOME], ids=["all", "masked"])
@pytest.mark.parametrize("cell", CELLS)
def test_the_gradient_stops_at_the_cuts(cell, mask):
    """It is that of the loss with every piece's first state taken for a constant."""
    model, batch = case(cell, mask=mask)
    starts = (0, 3, 6)
    states = [None] + [model.run(batch.x[:start]).state for start in starts[1:]]

    def loss_of(parameters):
        changed = Model.from_parameters(cell, parameters)
        outputs = [
            changed.run(batch.x[start : start + 3], state).outputs
            for start, state in zip(starts, states, strict=True)
        ]
        return cross_entropy(np.concatenate(outputs), batch.targets, mask).value

    found = slopes(loss_of, model.parameters)
    cut = forward_and_backward(model, batch, cross_entropy, truncate=3)
    whole = forward_and_backward(model, batch, cross_entropy)
    for name, gradient in cut.gradients.items():
        assert_allclose(gradient, found[name], atol=2e-9, rtol=1e-6, err_msg=name)
    difference = cut.gradients["layers.0.weight_hh"] - whole.gradients["layers.0.weight_hh"]
    assert np.abs(difference).max() > 1e-4, "nothing was cut"


def test_what_was_run_may_be_changed_afterwards():
    """The states that a pass hands on look into no record: two passes do not disturb each other."""
    model, batch = case()
    first = forward_and_backward(model, batch, cross_entropy)
    kept = [[array.copy() for array in layer] for layer in first.state]
    forward_and_backward(model, batch, cross_entropy, first.state)
    for layer, before in zip(first.state, kept, strict=True):
        for array, copy in zip(layer, before, strict=True):
            assert array.base is None
            assert_array_equal(array, copy)


def test_a_loss_that_is_not_finite_is_said():
    model, batch = case()
    huge = Batch(batch.x, np.full((T, B, OUTPUT), 1e200))
    with np.errstate(over="ignore"), pytest.raises(NotFiniteError, match="the loss is inf"):
        forward_and_backward(model, huge, LOSSES["squared_error"])


X = np.zeros((4, 3, 2), np.float32)
Y = np.zeros((4, 3), int)


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: Batch(X[:, 0], Y), r"\(T, B, I\), got \(4, 2\)"),
        (lambda: Batch(X[:0], Y[:0]), r"\(T, B, I\), got \(0, 3, 2\)"),
        (lambda: Batch(X, Y[:3]), r"targets must begin with \(4, 3\), got \(3, 3\)"),
        (lambda: Batch(X, Y, Y), r"mask must be bool of shape \(4, 3\), got int64 \(4, 3\)"),
        (lambda: Batch(X, Y, Y[:2] == 0), r"mask must be bool of shape \(4, 3\), got bool \(2, 3"),
        (lambda: Batch(X, Y, Y == 1), "at least one position, got none"),
        (lambda: Batch(X + np.float32(np.nan), Y), "x of a batch must be finite, got nan"),
    ],
)
def test_a_batch_whose_parts_do_not_agree_is_refused(build, message):
    with pytest.raises(ValueError, match=message):
        build()
