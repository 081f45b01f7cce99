"""Adam against its equations, and the length of gradients."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from lstm_viz.learn import Adam, clip

SHAPES = {"weight": (150, 130), "bias": (7,)}  # the first is more than one block


def gradients_of(rng, dtype=np.float64):
    # Of very different sizes: Adam's steps do not depend on them, its ε does.
    scales = {"weight": 1e-6, "bias": 1e3}
    return {k: rng.normal(0, scales[k], shape).astype(dtype) for k, shape in SHAPES.items()}


def reference(theta, gradients, alpha, beta1, beta2, epsilon):
    """Algorithm 1 of Kingma & Ba 2015, line by line."""
    m = v = 0.0
    for t, g in enumerate(gradients, start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        theta = theta - alpha * m_hat / (np.sqrt(v_hat) + epsilon)
    return theta


@pytest.mark.parametrize(
    "settings", [(1e-2, 0.9, 0.999, 1e-8), (0.3, 0.5, 0.8, 1e-2)], ids=["defaults", "others"]
)
def test_the_parameters_go_where_the_paper_says(settings):
    rng = np.random.default_rng(0)
    start = {name: rng.normal(size=shape) for name, shape in SHAPES.items()}
    gradients = [gradients_of(rng) for _ in range(12)]
    adam, now = Adam(*settings), start
    for gradient in gradients:
        now = adam.moved(now, gradient)
    for name in SHAPES:
        expected = reference(start[name], [g[name] for g in gradients], *settings)
        assert_allclose(now[name], expected, rtol=1e-10, atol=1e-12)
        assert now[name].shape == SHAPES[name]


def test_what_was_given_and_what_was_returned_stay_as_they_are():
    rng = np.random.default_rng(0)
    adam, start = Adam(0.1), {name: rng.normal(size=shape) for name, shape in SHAPES.items()}
    gradient = gradients_of(rng)
    before = {name: (start[name].copy(), gradient[name].copy()) for name in SHAPES}
    first = adam.moved(start, gradient)
    kept = {name: array.copy() for name, array in first.items()}
    adam.moved(first, gradient)
    for name in SHAPES:
        assert_array_equal(start[name], before[name][0])
        assert_array_equal(gradient[name], before[name][1])
        assert_array_equal(first[name], kept[name])


def test_float32_stays_float32():
    rng = np.random.default_rng(0)
    start = {name: np.ones(shape, np.float32) for name, shape in SHAPES.items()}
    moved = Adam(0.1).moved(start, gradients_of(rng, np.float32))
    assert {array.dtype for array in moved.values()} == {np.dtype(np.float32)}


def test_the_step_size_may_change_on_the_way():
    one = {"w": np.zeros(1)}
    adam = Adam(0.1)
    first = adam.moved(one, {"w": np.ones(1)})
    adam.learning_rate = 0.01
    second = adam.moved(first, {"w": np.ones(1)})
    assert_allclose([first["w"][0], second["w"][0]], [-0.1, -0.11], rtol=1e-6)


def test_another_network_in_the_middle_is_refused():
    adam = Adam(0.1)
    adam.moved({"w": np.zeros(3)}, {"w": np.ones(3)})
    with pytest.raises(ValueError, match=r"same parameters at every step \(3 numbers\), got 4"):
        adam.moved({"w": np.zeros(4)}, {"w": np.ones(4)})
    with pytest.raises(ValueError, match="gradients of v"):
        adam.moved({"w": np.zeros(3)}, {"v": np.ones(3)})


@pytest.mark.parametrize("rate", [0, -1, np.inf, np.nan])
def test_a_step_size_is_a_number_above_zero(rate):
    with pytest.raises(ValueError, match=f"learning_rate must be a number above 0, got {rate}"):
        Adam(rate)


def test_long_gradients_are_scaled_to_the_limit_together():
    gradients = {"a": np.array([[3.0, 0.0]]), "b": np.array([0.0, 4.0])}
    assert clip(gradients, 1.0) == 5
    assert_allclose(gradients["a"], [[0.6, 0]])
    assert_allclose(gradients["b"], [0, 0.8])


def test_short_gradients_stay_as_they_are():
    gradients = {"a": np.array([3.0]), "b": np.array([4.0])}
    for limit in (5.0, np.inf):
        assert clip(gradients, limit) == 5
        assert (gradients["a"][0], gradients["b"][0]) == (3, 4)


def test_a_length_that_is_not_finite_is_reported_and_nothing_scaled():
    gradients = {"a": np.array([np.inf, 1.0])}
    assert clip(gradients, 1.0) == np.inf
    assert gradients["a"].tolist() == [np.inf, 1]


@pytest.mark.parametrize("limit", [0, -1, np.nan])
def test_the_limit_is_above_zero(limit):
    with pytest.raises(ValueError, match=f"max_norm must be above 0, got {limit}"):
        clip({"a": np.ones(1)}, limit)
