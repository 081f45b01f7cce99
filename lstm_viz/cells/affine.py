"""W·x + U·h + b for every gate at once: one product of [h, x, 1] with the stacked weights."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lstm_viz.trace import Array
from lstm_viz.workspace import empty

Product = Callable[..., Any]

# OpenBLAS brings the weights into an order of its own at every product, which for the few rows of
# a step takes as long as the product itself. Only up to this many multiplications does it take them
# as they lie (on CPUs with AVX-512).
_SMALL = 100**3

_CACHED = 2**19  # bytes: about half of what a CPU's second cache holds


def side_by_side(weight_hh: Array, weight_ih: Array, bias: Array, gates: tuple[int, ...]) -> Array:
    """(H + I + 1, gates, H): [h, x, 1] · this[:, k] = U_j h + W_j x + b_j, where j = gates[k].

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
    hx1 = empty((steps + 1, *h0.shape[:-1], hidden_size + input_size + 1), h0.dtype)
    hx1[0, ..., :hidden_size] = h0
    hx1[:-1, ..., hidden_size:-1] = x
    hx1[-1, ..., hidden_size:-1] = 0
    hx1[..., -1] = 1
    return hx1


def backwards(steps: int, nbytes: int) -> list[slice]:
    """All steps in pieces, the last first: so many at a time as the cache holds, `nbytes` each."""
    length = max(1, min(steps, _CACHED // nbytes))
    return [slice(max(0, stop - length), stop) for stop in range(steps, 0, -length)]


def step_product(weights: Array, z: Array) -> tuple[Product, Array, Array]:
    """How a step fills z[t]: `product(hx1[t], weights, out=z[t])`, with these three.

    weights: (K, gates, H); z: (T, gates, [B,] H). A batch takes a matrix product for every gate and
    block of units, written where it belongs; each block's weights are contiguous, since rows that
    lie a power of two apart push each other out of the cache. One sequence takes a single vector
    product over all gates, and `np.dot`, which starts in half the time of `np.matmul`.
    """
    if z.ndim == 3:
        return np.dot, weights.reshape(len(weights), -1), z.reshape(len(z), -1)
    inner, gates, hidden_size = weights.shape
    width = _width(z.shape[2], inner, hidden_size)
    in_blocks = weights.reshape(inner, gates, -1, width).transpose(1, 2, 0, 3)
    return np.matmul, np.ascontiguousarray(in_blocks), _in_blocks(z, width)


def carry_product(d_z: Array, weight_hh: Array, d_h: Array) -> tuple[Callable[[Array], Any], Array]:
    """How a backward step carries d_z_t to h_{t−1}: `product(rows[t])` writes U^T d_z_t into d_h.

    d_z: (T, [B,] gates, H), gates in the order of the rows of weight_hh: (gates · H, H);
    d_h: ([B,] H). Where all gates at once are too much for a small product (see `_SMALL`), each
    gate takes products of its own, and their sum is taken afterwards.
    """
    if d_z.ndim == 3:
        return lambda d_z_t: np.dot(d_z_t, weight_hh, out=d_h), d_z.reshape(len(d_z), -1)
    batch_size, gates, hidden_size = d_z.shape[1:]
    small = d_z[0].size * _width(batch_size, len(weight_hh), hidden_size) <= _SMALL
    parts = 1 if small else gates
    inner = len(weight_hh) // parts
    width = _width(batch_size, inner, hidden_size)
    weights = np.ascontiguousarray(weight_hh.reshape(parts, inner, -1, width).swapaxes(1, 2))
    rows = d_z.reshape(-1, batch_size, parts, 1, inner).transpose(0, 2, 3, 1, 4)
    if parts == 1:
        in_blocks = _in_blocks(d_h[None], width)
        return lambda d_z_t: np.matmul(d_z_t, weights, out=in_blocks), rows

    by_part = np.empty((parts, *d_h.shape), d_h.dtype)
    in_blocks = _in_blocks(by_part, width)

    def product(d_z_t: Array) -> None:
        np.matmul(d_z_t, weights, out=in_blocks)
        np.add.reduce(by_part, axis=0, out=d_h)

    return product, rows


def _width(rows: int, inner: int, columns: int) -> int:
    """Into blocks of how many columns a product (rows, inner) · (inner, columns) is best cut.

    The widest equal blocks of 32 to 64 that make the products small; all columns if there are none.
    """
    for width in range(min(columns, 64), 31, -1):
        if columns % width == 0 and rows * inner * width <= _SMALL:
            return width
    return columns


def _in_blocks(array: Array, width: int) -> Array:
    """(..., B, H) seen as (..., H / width, B, width): what a product in blocks writes to."""
    in_blocks: Array = array.reshape(*array.shape[:-1], -1, width).swapaxes(-3, -2)
    return in_blocks


def carry_to_inputs(d_z: Array, weight_ih: Array) -> Array:
    """W^T d_z of all steps in one product: (T, [B,] I) from d_z: (T, [B,] gates, H)."""
    rows = d_z.reshape(-1, len(weight_ih)) @ weight_ih
    d_x: Array = rows.reshape(*d_z.shape[:-2], -1)
    return d_x


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
