"""The memory ledger: the cell state as an account of all that was written into it.

From c_t = f_t ⊙ c_{t−1} + i_t ⊙ g_t it follows, unit by unit, that

    c_t = ∏_{r=0..t} f_r · c_start  +  Σ_{s=0..t} ∏_{r=s+1..t} f_r · (i_s · g_s)

so every write is still there, each shrunk by all forget gates since.
"""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lstm_viz.trace import Array, Trace


@dataclass(frozen=True, eq=False)
class Ledger:
    """What one unit's cell state at time t is made of.

    written: (t + 1,) i_s · g_s as it was written at s = 0…t; kept: (t + 1,) the share of it that
    the forget gates since have left; contributions: (t + 1,) their product, what is left in c_t.
    start: what is left of the state before the first step; c: c_t as the cell computed it, which
    the contributions and `start` sum to.
    """

    unit: int
    t: int
    written: Array
    kept: Array
    contributions: Array
    start: float
    c: float

    @property
    def total(self) -> float:
        """All contributions and the start, summed with one rounding only."""
        return math.fsum([self.start, *self.contributions])

    @cached_property
    def _size(self) -> float:
        return math.fsum([abs(self.start), *np.abs(self.contributions)])

    @property
    def shares(self) -> Array:
        """(t + 1,) each contribution's share of the account, by size whatever its sign."""
        return np.abs(self.contributions) / (self._size or 1.0)

    @property
    def start_share(self) -> float:
        """The share of what was there before; it and `shares` sum to 1 unless all are 0."""
        return abs(self.start) / (self._size or 1.0)

    def largest(self, k: int = 3) -> tuple[int, ...]:
        """The times of the (at most) k largest contributions, largest first, zeros left out."""
        sizes = np.abs(self.contributions)
        order = np.argsort(-sizes, kind="stable")[:k]
        return tuple(int(s) for s in order if sizes[s] > 0)

    @property
    def half_life(self) -> int | None:
        """How many steps back one has to go to find half of the account, by size.

        0 if the write of this very step is half of it; None if half is older than the first step.
        """
        newest_first = np.cumsum(self.shares[::-1])
        reached = np.flatnonzero(newest_first >= 0.5)
        return int(reached[0]) if reached.size else None


def ledger(trace: Trace, unit: int, t: int) -> Ledger:
    """The account of `unit` at step `t` (counted from the end if negative); O(t).

    The products run backwards from t and only multiply, so nothing is divided by a forget gate
    that is (nearly) 0. Raises `ValueError` for a trace without a cell state that is kept and
    written, or one of a batch; `IndexError` for a step or unit that is not there.
    """
    if not {"f", "written", "c"} <= set(trace.names) or trace.batched:
        raise ValueError(f"a ledger needs one sequence's trace of an LSTM, got {trace!r}")
    steps, units = trace.f.shape
    if not -steps <= t < steps:
        raise IndexError(f"step {t} of a trace of {steps} steps")
    if not 0 <= unit < units:
        raise IndexError(f"unit {unit} of a cell of {units} units")
    end = t % steps + 1
    since = np.ones(end + 1)  # from the newest: 1, f_t, f_t · f_{t−1}, …, all of them
    np.cumprod(trace.f[:end, unit][::-1], out=since[1:])
    kept = since[:end][::-1]
    written = trace.written[:end, unit]
    contributions = kept * written
    for array in (kept, contributions):
        array.setflags(write=False)
    start = float(since[end] * trace.c_prev[0, unit])
    return Ledger(unit, end - 1, written, kept, contributions, start, float(trace.c[end - 1, unit]))
