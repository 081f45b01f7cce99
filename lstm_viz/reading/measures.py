"""How well one series follows another, and the same pushed along, for comparison."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.trace import Array

MOST_SHIFTS = 200
SHORTEST = 100
"""Characters below which there are no shifts: too few would be far enough apart."""


def stretches(pattern: NDArray[Any]) -> int:
    """How often flags begin to hold; for a count, how often it begins to rise: 1 + its falls."""
    if pattern.dtype == bool:
        return int(pattern[:1].sum() + (pattern[1:] & ~pattern[:-1]).sum())
    return 1 + int((pattern[1:] < pattern[:-1]).sum())


def shifted(pattern: Array) -> Array:
    """(1 + S, T): the pattern, then the same pushed round by S ≤ 200 distances.

    They are spread evenly from a tenth of the text to as much short of its whole length, always
    the same for a length; S is 0 for a text below ``SHORTEST``.
    """
    length = len(pattern)
    nearest = length // 10
    by = np.linspace(nearest, length - nearest, MOST_SHIFTS).astype(int)
    by = np.unique(by) if length >= SHORTEST else by[:0]
    places = np.arange(length) - np.concatenate([[0], by])[:, None]
    pushed: Array = pattern[places % length]
    return pushed


def auc(values: Array, positive: NDArray[np.bool_]) -> Array:
    """(H,) the area under the ROC curve of each column of values (T, H) for the flags (T,).

    It is the share of pairs (one place where the flag holds, one where not) in which the first is
    higher, ties counting half: the Mann–Whitney U divided by the number of pairs.
    """
    inside, outside = values[positive].T, np.sort(values[~positive], axis=0).T
    pairs = inside.shape[1] * outside.shape[1]
    lower = [
        np.searchsorted(no, yes, "left").sum() + np.searchsorted(no, yes, "right").sum()
        for yes, no in zip(inside, outside, strict=True)
    ]
    return np.asarray(lower, np.float64) / float(2 * pairs)


def standard(values: Array) -> Array:
    """The columns of (T, H) with mean 0 and variance 1; one that never changes is all 0."""
    numbers = values.astype(np.float64)
    centred: Array = numbers - numbers.mean(axis=0)
    deviation = np.sqrt((centred**2).mean(axis=0))
    # A constant's mean is off by a rounding, which must not be blown up into a signal.
    changes = deviation > 1e-12 * np.abs(numbers).max(axis=0)
    centred /= np.where(changes, deviation, np.inf)
    return centred
