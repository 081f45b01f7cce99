"""What the three cells share: sizes and dtype read off the weights, and drawing new weights."""

import numpy as np
from numpy.typing import DTypeLike

from lstm_viz.cells import checks
from lstm_viz.trace import Array


class Cell:
    """A recurrent layer with weight_ih: (gates · H, I) and weight_hh: (gates · H, H)."""

    weight_ih: Array
    weight_hh: Array

    @property
    def input_size(self) -> int:
        return int(self.weight_ih.shape[1])

    @property
    def hidden_size(self) -> int:
        return int(self.weight_hh.shape[1])

    @property
    def dtype(self) -> np.dtype:
        """float32 or float64; everything the cell is given is cast to it."""
        return self.weight_ih.dtype


def new_weights(
    gates: int, input_size: int, hidden_size: int, rng: np.random.Generator, dtype: DTypeLike
) -> tuple[Array, Array, Array]:
    """weight_ih and weight_hh, uniform in ±1/√H as in PyTorch, and a bias of zeros."""
    columns = checks.size("input_size", input_size)
    rows = gates * checks.size("hidden_size", hidden_size)
    float_type = checks.float_dtype(dtype)
    bound = hidden_size**-0.5
    weight_ih = rng.uniform(-bound, bound, (rows, columns)).astype(float_type)
    weight_hh = rng.uniform(-bound, bound, (rows, hidden_size)).astype(float_type)
    return weight_ih, weight_hh, np.zeros(rows, float_type)
