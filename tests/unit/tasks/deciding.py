"""Outputs that say given answers, for tests of scores."""

import numpy as np
from numpy.typing import NDArray


def saying(classes: NDArray[np.integer], size: int) -> NDArray[np.float64]:
    """(T, B) → (T, B, size): outputs with the largest at the class."""
    return np.eye(size)[classes]
