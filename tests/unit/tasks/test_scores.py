"""Shares of right answers, worked out by hand."""

import numpy as np
import pytest

from lstm_viz.tasks import Examples, scores
from tests.unit.tasks.deciding import saying

# Two sequences of three steps, the second ending after two; answers 0 to 2.
TARGETS = np.array([[0, 1], [2, 2], [1, 0]])
MASK = np.array([[True, False], [True, True], [True, False]])
SAID = np.array([[0, 0], [2, 1], [0, 0]])  # right, unasked; right, wrong; wrong, unasked


def examples(targets: np.ndarray = TARGETS) -> Examples:
    x = np.zeros((3, 2, 1), np.float32)
    return Examples(x, targets.copy(), MASK.copy(), (("x", "x", "x"), ("x", "x")))


def test_share_of_steps() -> None:
    assert scores.share_of_steps(saying(SAID, 3), examples()) == 2 / 4


def test_share_of_sequences() -> None:
    assert scores.share_of_sequences(saying(SAID, 3), examples()) == 0
    mostly = np.where(SAID == 1, 2, SAID)
    assert scores.share_of_sequences(saying(mostly, 3), examples()) == 1 / 2


def test_share_of_sequences_with_only_some_steps_counted() -> None:
    counted = np.array([[True, False], [True, True], [False, False]])
    assert scores.share_of_sequences(saying(SAID, 3), examples(), counted) == 1 / 2


def test_share_within_a_tolerance() -> None:
    wanted = np.array([[[0.5], [0]], [[0.25], [0.75]], [[0.1], [0]]])
    given = wanted + np.array([[[0.03], [9]], [[-0.05], [0.039]], [[0.041], [9]]])
    assert scores.share_within(0.04)(given, examples(wanted)) == pytest.approx(2 / 4)


def test_not_a_number_is_not_right() -> None:
    wanted = np.zeros((3, 2, 1))
    assert scores.share_within(0.04)(np.full((3, 2, 1), np.nan), examples(wanted)) == 0


def test_shapes_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match=r"outputs must begin with \(3, 2\)"):
        scores.share_of_steps(np.zeros((2, 2, 3)), examples())
    with pytest.raises(ValueError, match=r"outputs must be \(3, 2, 1\)"):
        scores.share_within(0.04)(np.zeros((3, 2, 2)), examples(np.zeros((3, 2, 1))))
