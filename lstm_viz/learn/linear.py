"""The output layer: what a network says, from the hidden state of its top cell.

y_t = V h_t + b
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import DTypeLike

from lstm_viz.cells import checks
from lstm_viz.trace import Array


@dataclass(frozen=True, eq=False)
class Linear:
    """weight: (O, H), bias: (O,). Read-only copies: float32 if both are, else float64.

    Raises `ValueError` for a shape, dtype or value that does not fit.
    """

    weight: Array
    bias: Array

    def __post_init__(self) -> None:
        given = {"weight": self.weight, "bias": self.bias}
        dtype = checks.common_dtype(given)
        weight, bias = (checks.cast(f"head {name}", value, dtype) for name, value in given.items())
        if weight.ndim != 2 or weight.size == 0:
            raise ValueError(f"head weight must have shape (O, H), got {weight.shape}")
        checks.shaped("head bias", bias, weight.shape[:1])
        for name, array in (("weight", weight), ("bias", bias)):
            array.flags.writeable = False
            object.__setattr__(self, name, array)

    @classmethod
    def init(
        cls, *, input_size: int, output_size: int, rng: np.random.Generator, dtype: DTypeLike
    ) -> "Linear":
        """Weights uniform in ±1/√H as in PyTorch; biases 0."""
        shape = checks.size("output_size", output_size), checks.size("input_size", input_size)
        bound = input_size**-0.5
        float_type = checks.float_dtype(dtype)
        weight = rng.uniform(-bound, bound, shape).astype(float_type)
        return cls(weight, np.zeros(output_size, float_type))

    @property
    def input_size(self) -> int:
        return int(self.weight.shape[1])

    @property
    def output_size(self) -> int:
        return int(self.weight.shape[0])

    @property
    def dtype(self) -> np.dtype:
        return self.weight.dtype

    def run(self, h: Array) -> Array:
        """The outputs (..., O) for hidden states h: (..., H)."""
        rows = self._rows("h", h, self.input_size) @ self.weight.T  # one product for all positions
        rows += self.bias
        outputs: Array = rows.reshape(*h.shape[:-1], self.output_size)
        return outputs

    def backward(self, h: Array, grad_outputs: Array) -> tuple[dict[str, Array], Array]:
        """Gradients of the parameters by name, and d loss/d h, shaped like `h`.

        grad_outputs: d loss/d outputs, (..., O). Σ runs over all positions:

            d_V = Σ d_y ⊗ h        d_b = Σ d_y        d_h = V^T d_y
        """
        checks.shaped("grad_outputs", grad_outputs, (*h.shape[:-1], self.output_size))
        rows_h = self._rows("h", h, self.input_size)
        rows_y = self._rows("grad_outputs", grad_outputs, self.output_size)
        ones = np.ones(len(rows_y), rows_y.dtype)
        gradients: dict[str, Array] = {"weight": rows_y.T @ rows_h, "bias": ones @ rows_y}
        grad_h: Array = (rows_y @ self.weight).reshape(h.shape)
        return gradients, grad_h

    def _rows(self, name: str, array: Array, size: int) -> Array:
        """(..., size) as (positions, size), without a copy where the layout allows."""
        if array.shape[-1:] != (size,):
            raise ValueError(f"{name} must have shape (..., {size}), got {array.shape}")
        rows: Array = array.reshape(-1, size).astype(self.dtype, copy=False)
        return rows
