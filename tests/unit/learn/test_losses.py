"""The losses on cases worked out by hand, and what a mask leaves out."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from lstm_viz.learn import cross_entropy, log_softmax, softmax, squared_error

LN2 = np.log(2)


def test_cross_entropy_by_hand():
    # Shares of class 0: 1/2, 1/4 and 3/4; right are class 0, 0 and 1.
    outputs = np.log([[1.0, 1.0], [1.0, 3.0], [3.0, 1.0]])
    loss = cross_entropy(outputs, np.array([0, 0, 1]))
    assert loss.value == pytest.approx((LN2 + 2 * LN2 + 2 * LN2) / 3)
    assert_allclose(loss.grad, np.array([[-1 / 2, 1 / 2], [-3 / 4, 3 / 4], [3 / 4, -3 / 4]]) / 3)


def test_cross_entropy_of_even_odds_is_the_logarithm_of_the_number_of_classes():
    loss = cross_entropy(np.full((4, 2, 5), 7.0), np.array([[0, 1], [2, 3], [4, 0], [1, 2]]))
    assert loss.value == pytest.approx(np.log(5))


def test_squared_error_by_hand():
    outputs, targets = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 0.0], [0.0, 8.0]])
    loss = squared_error(outputs, targets)
    assert loss.value == (0 + 4 + 9 + 16) / 4
    assert_array_equal(loss.grad, [[0, 1], [1.5, -2]])


def test_a_mask_leaves_the_mean_over_the_rest():
    rng = np.random.default_rng(0)
    outputs, classes = rng.normal(size=(3, 2, 4)), rng.integers(0, 4, (3, 2))
    mask = np.array([[True, False], [False, False], [True, True]])
    cases = ((cross_entropy, classes), (squared_error, rng.normal(size=outputs.shape)))
    for loss, targets in cases:
        masked = loss(outputs, targets, mask)
        alone = loss(outputs[mask], targets[mask])  # the three that count, as a sequence
        assert masked.value == pytest.approx(alone.value, rel=1e-15)
        assert_allclose(masked.grad[mask], alone.grad)
        assert not masked.grad[~mask].any()


def test_what_stands_at_positions_left_out_does_not_matter():
    outputs = np.array([[1.0, 2.0], [np.nan, np.inf]])
    mask = np.array([True, False])
    loss = cross_entropy(outputs, np.array([1, -1]), mask)
    assert np.isfinite(loss.value) and np.isfinite(loss.grad).all()
    loss = squared_error(outputs, np.array([[1.0, 0.0], [np.nan, 0]]), mask)
    assert loss.value == 2 and loss.grad.tolist() == [[0, 2], [0, 0]]


def test_large_outputs_neither_overflow_nor_lose_their_differences():
    outputs = np.array([[1e4, 1e4 - 1, -1e4]], np.float32)
    shares = np.array([[1, np.exp(-1), 0]]) / (1 + np.exp(-1))
    assert_allclose(softmax(outputs), shares, rtol=1e-6)
    assert_allclose(log_softmax(outputs)[0, :2], np.log(shares[0, :2]), rtol=1e-6)
    loss = cross_entropy(outputs, np.array([2]))
    assert loss.value == pytest.approx(2e4 + np.log1p(np.exp(-1)), rel=1e-6)


def test_probabilities_sum_to_one_in_the_dtype_of_the_outputs():
    for dtype in (np.float32, np.float64):
        outputs = np.random.default_rng(0).normal(0, 5, (6, 2, 9)).astype(dtype)
        assert softmax(outputs).dtype == log_softmax(outputs).dtype == dtype
        assert_allclose(softmax(outputs).sum(axis=-1), 1, rtol=1e-6)
        assert_allclose(np.exp(log_softmax(outputs)), softmax(outputs), rtol=1e-5)
        assert cross_entropy(outputs, np.zeros((6, 2), int)).grad.dtype == dtype
        assert squared_error(outputs, np.zeros((6, 2, 9))).grad.dtype == dtype


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda y: cross_entropy(y, np.array([0, 3])), r"0 … 2, got 3"),
        (lambda y: cross_entropy(y, np.array([0, -1])), r"0 … 2, got -1"),
        (lambda y: cross_entropy(y, np.array([0.0, 1.0])), r"whole numbers, got float64"),
        (lambda y: cross_entropy(y, np.array([0])), r"shape \(2,\), got \(1,\)"),
        (lambda y: squared_error(y, np.zeros((2, 1))), r"shape \(2, 3\), got \(2, 1\)"),
        (lambda y: squared_error(y, y, np.ones(2)), r"bool of shape \(2,\), got float64"),
        (lambda y: squared_error(y, y, np.ones(3, bool)), r"shape \(2,\), got bool \(3,\)"),
        (lambda y: squared_error(y, y, np.zeros(2, bool)), r"at least one position, got none"),
        (lambda y: cross_entropy(y[0], np.array(0)), r"\(T, O\) or \(T, B, O\), got \(3,\)"),
    ],
)
def test_what_does_not_fit_is_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call(np.zeros((2, 3)))
