"""The run of the scene: the way back of the gradient in each cell, and the LSTM’s two roads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lstm_viz.cells import LSTM
from lstm_viz.networks.network import CellOf
from lstm_viz.scenes.gradients.record.cells import Setup, setup, wide_open
from lstm_viz.scenes.gradients.record.chain import chain, largest, lengths, norms
from lstm_viz.scenes.gradients.record.settings import Settings
from lstm_viz.trace import Array, Trace

CLIP = 1.0
"""A gradient longer than this is made so long, where gradients are clipped."""
RATE = 0.1
"""The learning rate at which weight changes are told."""


@dataclass(frozen=True, eq=False)
class Way:
    """What arrives of a gradient that has length 1 at h_T; all sizes as log10, −∞ for 0.

    h, c: (T,), ‖∂loss/∂h_t‖ and ‖∂loss/∂c_t‖ for t = 1 … T; c is None without cell state.
    ``change``: the largest change of a weight that the early step alone asks for, at ``RATE``;
    ``whole``: the length of the gradient by all parameters, over the whole sequence.
    """

    h: Array
    c: Array | None
    change: float
    whole: float

    def arrives(self, t: int) -> float:
        """log10 of what has come back to step ``t``, by h or by c, whichever is more."""
        by_h = float(self.h[t])
        return by_h if self.c is None else max(by_h, float(self.c[t]))

    @property
    def clip(self) -> float:
        """log10 of what clipping multiplies the gradient by."""
        return min(0.0, float(np.log10(CLIP)) - self.whole)


@dataclass(frozen=True, eq=False)
class Roads:
    """∂c_T/∂c_t for t = 1 … T, (T,) each: its spectral norm as log10, and that of its two parts.

    ``direct`` is the diagonal matrix of the products of the forget gates after t, ``round`` all
    that goes through h and the gates on its way.  The matrices add up; their norms need not.
    """

    direct: Array
    round: Array
    both: Array


@dataclass(frozen=True, eq=False)
class Run:
    """Settings, what was read, and the ways back: as set, and with forget gates wide open."""

    settings: Settings
    tokens: tuple[str, ...]
    first: int
    sizes: Mapping[str, int]
    ways: Mapping[str, Way]
    opened: Mapping[str, Way]
    opened_product: Array
    """Of the LSTM whose forget gates are wide open: the largest product of those after t, (T,)."""
    roads: Roads

    def __len__(self) -> int:
        return len(self.tokens)


@lru_cache(maxsize=32)
def run(settings: Settings) -> Run:
    """Raises ``InputError`` if the text cannot be read."""
    what = setup(settings)
    ways = {name: _way(cell, what, name) for name, cell in what.cells.items()}
    opened = {
        name: ways[name] if wide_open(cell) is cell else _way(wide_open(cell), what, name)
        for name, cell in what.cells.items()
    }
    lstm = what.cells["LSTM"]
    assert isinstance(lstm, LSTM)
    sizes = {name: cell.hidden_size for name, cell in what.cells.items()}
    product = _kept(wide_open(lstm), what.x)
    return Run(settings, what.tokens, what.first, sizes, ways, opened, product, roads(lstm, what.x))


def _way(cell: CellOf, what: Setup, name: str) -> Way:
    back = chain(cell, cell.run(what.x), what.asks[name], at=what.first)
    step = largest(back.first, back.first_power) + float(np.log10(np.abs(what.x[what.first]).max()))
    return Way(
        lengths(back.h, back.power)[1:],
        None if back.c is None else lengths(back.c, back.power)[1:],
        step + float(np.log10(RATE)),
        back.whole,
    )


def roads(cell: LSTM, x: Array) -> Roads:
    """One backward pass for each unit of c_T, as a batch."""
    direct, round_about, power = split(cell, x)
    both = direct + round_about
    return Roads(*(norms(part, power)[1:] for part in (direct, round_about, both)))


def split(cell: LSTM, x: Array) -> tuple[Array, Array, Array]:
    """∂c_T/∂c_t for t = 0 … T in two parts, (T + 1, H, H) each, times 2**power (T + 1,).

    Row b of a matrix is of c_T[b].
    """
    size = cell.hidden_size
    trace = cell.run(np.repeat(x[:, None], size, axis=1))
    back = chain(cell, trace, np.zeros((size, size)), np.eye(size))
    assert back.c is not None
    kept = _products(trace.sequence(0))
    straight = np.exp2(kept - back.power[:, None])  # log2 of a product that may be far below 1e-308
    direct = np.zeros_like(back.c)
    direct[:, range(size), range(size)] = straight
    return direct, back.c - direct, back.power


def _kept(cell: CellOf, x: Array) -> Array:
    return np.asarray(_products(cell.run(x))[1:].max(axis=1) * np.log10(2))


def _products(trace: Trace) -> Array:
    """log2 of the product of the forget gates after t, (T + 1, H); from their sums z, as σ(z) may
    be 0 in floats."""
    logs = -np.logaddexp(0, -trace.z_f) / np.log(2)
    sums = np.cumsum(logs[::-1], axis=0)[::-1]
    return np.concatenate([sums, np.zeros((1, trace.hidden_size))])
