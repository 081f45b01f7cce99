"""What the three cells share: what they say of themselves, and drawing new weights."""

from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from lstm_viz.cells import checks
from lstm_viz.signals import Signal, gates, rows, stacked
from lstm_viz.trace import Array


class Cell:
    """A recurrent layer with weight_ih: (gates · H, I) and weight_hh: (gates · H, H)."""

    table: ClassVar[tuple[Signal, ...]]
    """The signals that `run` writes down."""
    names: ClassVar[tuple[str, ...]] = ("weight_ih", "weight_hh", "bias")
    """What the parameters are called, in the order in which a new cell is given them."""

    weight_ih: Array
    weight_hh: Array

    def __post_init__(self) -> None:
        for name, array in checks.parameters(len(gates(self.table)), self.parameters).items():
            object.__setattr__(self, name, array)

    @classmethod
    def shapes(cls, input_size: int, hidden_size: int) -> dict[str, tuple[int, ...]]:
        """What the parameters of a cell of this size measure, by name."""
        height = len(gates(cls.table)) * hidden_size
        columns = {"weight_ih": (input_size,), "weight_hh": (hidden_size,)}
        return {name: (height, *columns.get(name, ())) for name in cls.names}

    @classmethod
    def stack(cls, **by_gate: ArrayLike) -> Array:
        """A parameter from the rows of each gate: `LSTM.stack(i=…, f=…, g=…, o=…)`."""
        return np.concatenate([by_gate[gate] for gate in stacked(cls.table)])

    @property
    def parameters(self) -> dict[str, Array]:
        """The read-only arrays by name, in the order of `names`."""
        return {name: getattr(self, name) for name in self.names}

    def rows(self, name: str) -> slice:
        """Those of a gate or its pre-activation in every parameter: `cell.bias[cell.rows("f")]`."""
        return rows(self.table, name, self.hidden_size)

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
    blocks: int, input_size: int, hidden_size: int, rng: np.random.Generator, dtype: DTypeLike
) -> tuple[Array, Array, Array]:
    """weight_ih and weight_hh, uniform in ±1/√H as in PyTorch, and a bias of zeros."""
    columns = checks.size("input_size", input_size)
    height = blocks * checks.size("hidden_size", hidden_size)
    float_type = checks.float_dtype(dtype)
    bound = hidden_size**-0.5
    weight_ih = rng.uniform(-bound, bound, (height, columns)).astype(float_type)
    weight_hh = rng.uniform(-bound, bound, (height, hidden_size)).astype(float_type)
    return weight_ih, weight_hh, np.zeros(height, float_type)
