"""Back-propagation through time that no length takes out of the range of floats.

``backward`` of the cells is asked for a few steps at a time, from the end to the start.  It is
linear in the gradient that it is given, so that one is brought back to a size near 1 in between,
and the power of two that was taken out is kept.  What comes out is exact at every step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lstm_viz.cells import LSTM
from lstm_viz.cells.gradients import Gradients
from lstm_viz.networks.network import CellOf
from lstm_viz.trace import Array, Trace

STRETCH = 8
"""Steps at a time: in so few, no gradient of these cells leaves the range of float64."""
NOTHING = float("-inf")
"""The logarithm of a gradient that is exactly 0."""
RESOLVED = 1e-12
"""A singular value is told from this share of the largest on."""


@dataclass(frozen=True, eq=False)
class Chain:
    """The gradient at every step: ``h[t] · 2**power[t]``, and ``c`` alike.

    h, c: (T + 1, [B,] H), by h_t and c_t, from the initial state on; c is None without cell state.
    ``first``: (gates, H), by W·x of step ``at``; ``whole``: log10 of the length of the gradient by
    all parameters.  Both of a sequence without a batch alone.
    """

    h: Array
    c: Array | None
    power: Array
    first: Array
    first_power: int
    whole: float


def chain(
    cell: CellOf, trace: Trace, by_h: Array, by_c: Array | None = None, *, at: int = 0
) -> Chain:
    """From the derivatives of a loss by the last h_t and c_t, the gradient at every step."""
    steps, *state = trace.h.shape
    h, power = np.zeros((steps + 1, *state)), np.zeros(steps + 1)
    c = np.zeros((steps + 1, *state)) if isinstance(cell, LSTM) else None
    carried_h, carried_c = by_h, np.zeros(state) if by_c is None else by_c
    first, first_power, taken = np.zeros(0), 0, 0
    sums: list[tuple[Gradients, int]] = []
    for stop in range(steps, 0, -STRETCH):
        start = max(0, stop - STRETCH)
        back = stretch(cell, part(trace, start, stop), carried_h, carried_c)
        h[start + 1 : stop + 1], power[start + 1 : stop + 1] = back.h, taken
        if c is not None and back.c is not None:
            c[start + 1 : stop + 1] = back.c
        if start <= at < stop:
            first, first_power = back.x_from[0][at - start], taken
        sums.append((back, taken))
        carried_h, carried_c, more = _near_one(back.h0, back.c0)
        taken += more
    h[0], power[0] = carried_h, taken
    if c is not None:
        c[0] = carried_c
    return Chain(h, c, power, first, first_power, _whole(sums))


def lengths(vectors: Array, power: Array) -> Array:
    """log10 of the length of each of (T, H) vectors times 2**power; ``NOTHING`` of 0."""
    return _log(_length(vectors), power)


def norms(matrices: Array, power: Array) -> Array:
    """log10 of the spectral norm of each of (T, H, H) matrices times 2**power."""
    return singular(matrices, power)[:, 0]


def singular(matrices: Array, power: Array) -> Array:
    """log10 of the singular values of each of (T, H, H) matrices times 2**power, the largest first;
    ``NOTHING`` of those so small beside the largest that its rounding is as large."""
    size = np.abs(matrices).max(axis=(1, 2))[:, None]
    values = np.linalg.svd(matrices / np.where(size, size, 1)[:, None], compute_uv=False)
    told = np.where(values < RESOLVED * values[:, :1], 0, values)
    return _log(told * size, power[:, None])


def largest(values: Array, power: int) -> float:
    """log10 of the largest |value| times 2**power."""
    return float(_log(np.abs(values).max(), np.float64(power)))


def part(trace: Trace, start: int, stop: int) -> Trace:
    """Its steps from ``start`` to before ``stop``."""
    arrays = {name: array[start:stop] for name, array in trace.arrays.items()}
    return Trace(trace.table, arrays, trace.clamped)


def as_batch(trace: Trace, size: int) -> Trace:
    """The same run as a batch of ``size``: run anew as one, rounding could lead it elsewhere."""
    arrays = {
        name: np.broadcast_to(array[:, None], (len(array), size, array.shape[-1]))
        for name, array in trace.arrays.items()
    }
    return Trace(trace.table, arrays, trace.clamped)


def stretch(cell: CellOf, trace: Trace, by_h: Array, by_c: Array) -> Gradients:
    """Back through all of a short trace, from the derivatives by its last h_t and c_t."""
    direct_h, direct_c = np.zeros((2, *trace.h.shape))
    direct_h[-1], direct_c[-1] = by_h, by_c
    if isinstance(cell, LSTM):
        return cell.backward(trace, direct_h, direct_c)
    return cell.backward(trace, direct_h)


def _near_one(h: Array, c: Array | None) -> tuple[Array, Array, int]:
    """Both with the largest number between ½ and 1, and the power of two that was taken out."""
    state = np.zeros_like(h) if c is None else c
    most = max(np.abs(h).max(), np.abs(state).max())
    if most == 0:
        return h, state, 0
    _, power = np.frexp(most)
    return np.ldexp(h, -power), np.ldexp(state, -power), int(power)


def _whole(sums: Sequence[tuple[Gradients, int]]) -> float:
    """log10 of the length of the gradient by all parameters, summed over the stretches."""
    most = max(power for _, power in sums)
    shares = [2.0 ** max(power - most, -1000) for _, power in sums]
    total = sum(
        float(np.sum(sum(share * back.parameters[name] for (back, _), share in zip(sums, shares,
              strict=True)) ** 2))
        for name in sums[0][0].parameters
    )  # fmt: skip
    return float(_log(np.sqrt(total), np.float64(most)))


def _length(vectors: Array) -> Array:
    """Without the squares of very large or small numbers."""
    size = np.abs(vectors).max(axis=-1)
    scaled = vectors / np.where(size, size, 1)[..., None]
    return np.asarray(np.sqrt(np.sum(scaled**2, axis=-1)) * size)


def _log(sizes: Array | np.floating, power: Array | np.floating) -> Array:
    with np.errstate(divide="ignore"):
        return np.asarray(np.log10(sizes) + power * np.log10(2.0))
