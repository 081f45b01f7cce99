"""How wrong the outputs are, as one number, and its derivative by every output.

A position is one step of one sequence. A mask (bool, one entry a position) says which positions
count: there is nothing to answer at the others, or their sequence has ended. What the outputs and
targets hold there does not matter.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.trace import Array


@dataclass(frozen=True)
class Loss:
    """value: the mean over the positions that count; grad: d value/d outputs, like the outputs."""

    value: float
    grad: Array


def softmax(outputs: Array) -> Array:
    """exp(y) / Σ exp(y) over the last axis, (..., O): probabilities."""
    shares: Array = np.exp(outputs - outputs.max(axis=-1, keepdims=True))  # so that exp ≤ 1
    shares /= shares.sum(axis=-1, keepdims=True)
    return shares


def log_softmax(outputs: Array) -> Array:
    """y − log Σ exp(y) over the last axis, (..., O): logarithms of probabilities, in nats."""
    shifted: Array = outputs - outputs.max(axis=-1, keepdims=True)
    shifted -= np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return shifted


def cross_entropy(outputs: Array, targets: NDArray[Any], mask: NDArray[Any] | None = None) -> Loss:
    """−log softmax(outputs)[target], in nats, mean over the positions that count.

    outputs: (T, [B,] O); targets: (T, [B]) whole numbers below O; mask: (T, [B]) bool.
    """
    kept = _kept(outputs, mask)
    if targets.dtype.kind not in "iu":
        raise ValueError(f"targets must be whole numbers, got {targets.dtype}")
    if targets.shape != outputs.shape[:-1]:
        raise ValueError(f"targets must have shape {outputs.shape[:-1]}, got {targets.shape}")
    rows, classes = outputs[kept], targets[kept]
    size = outputs.shape[-1]
    outside = classes[(classes < 0) | (classes >= size)]
    if outside.size:
        raise ValueError(f"targets must lie in 0 … {size - 1}, got {outside[0]}")

    each = np.arange(len(rows))
    log_shares = log_softmax(rows)
    value = -float(log_shares[each, classes].mean(dtype=np.float64))
    by_output = np.exp(log_shares)  # softmax(y) − 1 at the target
    by_output[each, classes] -= 1
    return Loss(value, _spread(by_output / len(rows), kept, outputs))


def squared_error(outputs: Array, targets: NDArray[Any], mask: NDArray[Any] | None = None) -> Loss:
    """(outputs − targets)², mean over the positions that count and over the outputs.

    outputs and targets: (T, [B,] O); mask: (T, [B]) bool.
    """
    kept = _kept(outputs, mask)
    if targets.shape != outputs.shape:
        raise ValueError(f"targets must have shape {outputs.shape}, got {targets.shape}")
    error = outputs[kept] - targets[kept].astype(outputs.dtype)
    value = float(np.square(error, dtype=np.float64).mean())
    return Loss(value, _spread(error * (2 / error.size), kept, outputs))


LossFunction = Callable[[Array, NDArray[Any], NDArray[Any] | None], Loss]
LOSSES: Mapping[str, LossFunction] = MappingProxyType(
    {"cross_entropy": cross_entropy, "squared_error": squared_error}
)


def _kept(outputs: Array, mask: NDArray[Any] | None) -> Any:
    """An index that picks the positions that count, in rows (positions, O)."""
    positions = outputs.shape[:-1]
    if len(positions) not in (1, 2) or outputs.size == 0:
        raise ValueError(f"outputs must have shape (T, O) or (T, B, O), got {outputs.shape}")
    if mask is None:
        return np.ones(positions, bool)
    if mask.dtype != bool or mask.shape != positions:
        raise ValueError(f"mask must be bool of shape {positions}, got {mask.dtype} {mask.shape}")
    if not mask.any():
        raise ValueError("mask must keep at least one position, got none")
    return mask


def _spread(rows: Array, kept: NDArray[Any], outputs: Array) -> Array:
    """The rows back in their positions, and 0 at those that do not count."""
    grad = np.zeros_like(outputs)
    grad[kept] = rows
    return grad
