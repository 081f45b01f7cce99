"""What the generators of sequences share: columns (T, B) of symbol numbers, and their uses."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

PAST_END = -1  # in columns: the sequence has ended, and another in the batch goes on
Columns = NDArray[np.int64]


def check_sizes(count: int, size: int, lowest: int, size_name: str) -> None:
    """Refuses what no examples can be drawn for."""
    if count < 1:
        raise ValueError(f"count must be at least 1, got {count}")
    if size < lowest:
        raise ValueError(f"{size_name} must be at least {lowest}, got {size}")


def one_hot(columns: Columns, size: int) -> NDArray[np.float32]:
    """(T, B) → (T, B, size): 1 at the symbol's number, nothing but 0 past the end."""
    rows = np.eye(size + 1, size, dtype=np.float32)  # the last row, which −1 finds, is all 0
    return rows[columns]


def labels(columns: Columns, names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """For each sequence the names of its own symbols."""
    lengths = (columns != PAST_END).sum(axis=0)
    return tuple(
        tuple([names[symbol] for symbol in sequence[:length]])
        for sequence, length in zip(columns.T.tolist(), lengths, strict=True)
    )
