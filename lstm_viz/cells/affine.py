"""W·x + U·h + b for every gate at once: one product of [h, x, 1] with the stacked weights."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lstm_viz.trace import Array

Product = Callable[..., Any]


def stacked(weight_hh: Array, weight_ih: Array, bias: Array, gates: tuple[int, ...]) -> Array:
    """(H + I + 1, gates, H), so that [h, x, 1] · stacked[:, k] = U_j h + W_j x + b_j, j = gates[k].

    A cell makes this copy once, and `step_product` takes it from there.
    """
    rows = np.concatenate([weight_hh, weight_ih, bias[:, None]], axis=1)
    by_gate = rows.reshape(len(gates), -1, rows.shape[1])[list(gates)]
    return np.ascontiguousarray(by_gate.transpose(2, 0, 1))


def hx1_buffer(h0: Array, x: Array) -> Array:
    """(T + 1, [B,] H + I + 1): row t is [h, x, 1] as step t finds them.

    The loop writes h_t into row t + 1; the last row has no x, it only holds the last h.
    """
    steps, hidden_size, input_size = len(x), h0.shape[-1], x.shape[-1]
    hx1 = np.empty((steps + 1, *h0.shape[:-1], hidden_size + input_size + 1), h0.dtype)
    hx1[0, ..., :hidden_size] = h0
    hx1[:-1, ..., hidden_size:-1] = x
    hx1[-1, ..., hidden_size:-1] = 0
    hx1[..., -1] = 1
    return hx1


def step_product(weights: Array, z: Array) -> tuple[Product, Array, Array]:
    """How a step fills z[t]: `product(hx1[t], weights, out=z[t])`, with these three.

    weights: (K, gates, H); z: (T, gates, [B,] H). A batch takes one matrix product a gate, which
    leaves each gate contiguous; so are the weights of a gate, since rows that lie a power of two
    apart push each other out of the cache. One sequence takes a single vector product over all
    gates, and `np.dot`, which starts in half the time of `np.matmul`.
    """
    if z.ndim == 4:
        return np.matmul, np.ascontiguousarray(weights.swapaxes(0, 1)), z
    return np.dot, weights.reshape(len(weights), -1), z.reshape(len(z), -1)


def carry_product(d_z: Array) -> tuple[Product, Array]:
    """How a backward step carries to h_{t−1}: `product(rows[t], weight_hh, out=…)`.

    d_z: (T, [B,] gates, H); rows: (T, [B,] gates · H), the order of the rows of weight_hh.
    """
    return (np.dot if d_z.ndim == 3 else np.matmul), d_z.reshape(*d_z.shape[:-2], -1)


def summed_outer(d_z: Array, found: Array) -> Array:
    """Σ over steps (and sequences) of d_z ⊗ found: the gradient of the weights between them.

    d_z: (T, [B,] gates, H), found: (T, [B,] K); result (gates · H, K).
    """
    rows = d_z.shape[-2] * d_z.shape[-1]
    total: Array = d_z.reshape(-1, rows).T @ found.reshape(-1, found.shape[-1])
    return total


def summed(d_z: Array) -> Array:
    """Σ over steps (and sequences) of d_z: the gradient of a bias, (gates · H,)."""
    flat = d_z.reshape(-1, d_z.shape[-2] * d_z.shape[-1])
    total: Array = np.ones(len(flat), flat.dtype) @ flat  # a product is much faster than sum(0)
    return total
