"""The matrices that a gradient is multiplied by: of one step, and of all steps from the end back.

A row is of a unit of the later state, a column of one of the earlier.  In ∂h_t/∂h_{t−1} of the
LSTM c_{t−1} stays as it is; in ∂c_t/∂c_{t−1} h_{t−1} follows c_{t−1}, as it does in the cell and in
``Roads``.  For the RNN and the GRU the whole way is the product of its steps; for the LSTM it is
part of that of h and c together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lstm_viz.cells import LSTM
from lstm_viz.networks.network import CellOf
from lstm_viz.scenes.gradients.record.cells import setup
from lstm_viz.scenes.gradients.record.chain import as_batch, chain, part, singular, stretch
from lstm_viz.scenes.gradients.record.settings import Settings
from lstm_viz.trace import Array, Trace

OF_CELL = "LSTM c"
"""The one by c; the others, named as their cells, are by h."""


@dataclass(frozen=True, eq=False)
class Step:
    """One step: its matrix (H, H), and log10 of its singular values (H,), the largest first."""

    matrix: Array
    singular: Array


@lru_cache(maxsize=32)
def steps(settings: Settings, t: int) -> Mapping[str, Step]:
    """Of step ``t``, from 0, by name; before the first step nothing follows the initial c."""
    found = {}
    for name, cell, trace in _traces(settings):
        matrix = step_matrix(cell, trace, t, by_c=name == OF_CELL)
        found[name] = Step(matrix, singular(matrix[None], np.zeros(1))[0])
    return found


@lru_cache(maxsize=32)
def ways(settings: Settings) -> Mapping[str, Array]:
    """log10 of the singular values of ∂h_T/∂h_t, or of c, for t = 1 … T: (T, H) each."""
    found = {}
    for name, cell, trace in _traces(settings):
        matrices, power = way_matrices(cell, trace, by_c=name == OF_CELL)
        found[name] = singular(matrices, power)
    return found


def step_matrix(cell: CellOf, trace: Trace, t: int, *, by_c: bool) -> Array:
    """``trace`` is a batch of H times the same run: each goes back from one unit."""
    one, none = np.eye(cell.hidden_size), np.zeros((cell.hidden_size, cell.hidden_size))
    if not by_c:
        return stretch(cell, part(trace, t, t + 1), one, none).h0
    back = stretch(cell, part(trace, max(0, t - 1), t + 1), none, one)
    assert back.c is not None and back.c0 is not None
    return back.c[0] if t else back.c0


def way_matrices(cell: CellOf, trace: Trace, *, by_c: bool) -> tuple[Array, Array]:
    """(T, H, H), times 2**power (T,)."""
    one, none = np.eye(cell.hidden_size), np.zeros((cell.hidden_size, cell.hidden_size))
    back = chain(cell, trace, *((none, one) if by_c else (one, none)))
    matrices = back.c if by_c else back.h
    assert matrices is not None
    return matrices[1:], back.power[1:]


@lru_cache(maxsize=32)
def _traces(settings: Settings) -> tuple[tuple[str, CellOf, Trace], ...]:
    what = setup(settings)
    found: list[tuple[str, CellOf, Trace]] = []
    for name, cell in what.cells.items():
        trace = as_batch(cell.run(what.x), cell.hidden_size)
        found.append((name, cell, trace))
        if isinstance(cell, LSTM):
            found.append((OF_CELL, cell, trace))
    return tuple(found)
