"""What a training step is given."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.cells import checks
from lstm_viz.trace import Array


@dataclass(frozen=True, eq=False)
class Batch:
    """B sequences of T steps, what is right at each, and where there is something to answer.

    x: (T, B, I); targets: (T, B) whole numbers or (T, B, O) floats, as the loss takes them;
    mask: (T, B) bool, None for everywhere. `fresh=False`: these sequences go on where those of the
    batch before ended, so they start from the state in which that one left the network (from zeros
    if there was none before). Raises `ValueError` for shapes that do not agree.
    """

    x: Array
    targets: NDArray[Any]
    mask: NDArray[np.bool_] | None = None
    fresh: bool = True

    def __post_init__(self) -> None:
        if self.x.ndim != 3 or self.x.size == 0:
            raise ValueError(f"x of a batch must have shape (T, B, I), got {self.x.shape}")
        checks.finite("x of a batch", self.x)
        positions = self.x.shape[:2]
        if self.targets.shape[:2] != positions:
            raise ValueError(f"targets must begin with {positions}, got {self.targets.shape}")
        if self.mask is not None:
            if self.mask.dtype != bool or self.mask.shape != positions:
                got = f"{self.mask.dtype} {self.mask.shape}"
                raise ValueError(f"mask must be bool of shape {positions}, got {got}")
            if not self.mask.any():
                raise ValueError("mask must keep at least one position, got none")

    @property
    def seq_len(self) -> int:
        return int(self.x.shape[0])

    @property
    def size(self) -> int:
        """How many sequences."""
        return int(self.x.shape[1])

    @property
    def positions(self) -> int:
        """How many positions count."""
        return self.seq_len * self.size if self.mask is None else int(self.mask.sum())
