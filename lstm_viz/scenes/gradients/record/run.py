"""The run of the scene: the way back of the gradient in each cell, and the LSTM’s two roads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lstm_viz.cells import LSTM, RNN
from lstm_viz.networks.network import CellOf
from lstm_viz.scenes.gradients.record.cells import Setup, setup, wide_open
from lstm_viz.scenes.gradients.record.chain import as_batch, chain, largest, lengths, norms
from lstm_viz.scenes.gradients.record.settings import Settings
from lstm_viz.trace import Array, Trace

CLIP = 1.0
"""A gradient longer than this is made so long, where gradients are clipped."""
SATURATED = 0.01
"""So near to 0 or 1 a gate hardly moves, whatever changes: its slope is next to nothing."""
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
    saturated: float
    """The share of the LSTM’s gate values that are within ``SATURATED`` of 0 or 1."""

    def __len__(self) -> int:
        return len(self.tokens)


@lru_cache(maxsize=32)
def run(settings: Settings) -> Run:
    """Raises ``InputError`` if the text cannot be read."""
    what = setup(settings)
    traces = {name: cell.run(what.x) for name, cell in what.cells.items()}
    ways = {name: _way(cell, traces[name], what, name) for name, cell in what.cells.items()}
    wide = {n: wide_open(cell) for n, cell in what.cells.items() if not isinstance(cell, RNN)}
    traces_wide = {name: cell.run(what.x) for name, cell in wide.items()}
    opened = {name: _way(cell, traces_wide[name], what, name) for name, cell in wide.items()}
    lstm = what.cells["LSTM"]
    assert isinstance(lstm, LSTM)
    return Run(
        settings,
        what.tokens,
        what.first,
        {name: cell.hidden_size for name, cell in what.cells.items()},
        ways,
        {name: opened.get(name, way) for name, way in ways.items()},
        _kept(traces_wide["LSTM"])[1:],
        roads(lstm, what.x),
        _saturated(traces["LSTM"]),
    )


def _way(cell: CellOf, trace: Trace, what: Setup, name: str) -> Way:
    back = chain(cell, trace, what.asks[name], at=what.first)
    step = largest(back.first, back.first_power) + float(np.log10(np.abs(what.x[what.first]).max()))
    return Way(
        lengths(back.h, back.power)[1:],
        None if back.c is None else lengths(back.c, back.power)[1:],
        step + float(np.log10(RATE)),
        back.whole,
    )


def _saturated(trace: Trace) -> float:
    gates = np.stack([trace.i, trace.f, trace.o])
    return float(np.mean(np.minimum(gates, 1 - gates) < SATURATED))


def roads(cell: LSTM, x: Array) -> Roads:
    """One backward pass for each unit of c_T, as a batch."""
    direct, round_about, power, kept = split(cell, x)
    both = direct + round_about
    return Roads(kept[1:], *(norms(part, power)[1:] for part in (round_about, both)))


def split(cell: LSTM, x: Array) -> tuple[Array, Array, Array, Array]:
    """∂c_T/∂c_t for t = 0 … T in two parts, (T + 1, H, H) each, times 2**power (T + 1,).

    Row b of a matrix is of c_T[b].  The last are log10 of the norms of the first part (T + 1,).
    """
    size = cell.hidden_size
    trace = cell.run(x)
    back = chain(cell, as_batch(trace, size), np.zeros((size, size)), np.eye(size))
    assert back.c is not None
    straight = np.exp2(_products(trace) - back.power[:, None])
    direct = np.zeros_like(back.c)
    direct[:, range(size), range(size)] = straight
    return direct, back.c - direct, back.power, _kept(trace)


def _kept(trace: Trace) -> Array:
    """log10 of the largest product of the forget gates after t, (T + 1,)."""
    return np.asarray(_products(trace).max(axis=1) * np.log10(2))


def _products(trace: Trace) -> Array:
    """log2 of the product of the forget gates after t, (T + 1, H); from their sums z, as σ(z) may
    be 0 in floats."""
    logs = -np.logaddexp(0, -trace.z_f) / np.log(2)
    sums = np.cumsum(logs[::-1], axis=0)[::-1]
    return np.concatenate([sums, np.zeros((1, trace.hidden_size))])
