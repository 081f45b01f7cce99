"""A handful of the units of a big network, in a window of its steps: what a film of them shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lstm_viz.figures.cell_strips import MOST_NUMBERED, MOST_NUMBERED_INPUTS
from lstm_viz.figures.diagram import Diagram
from lstm_viz.figures.fields import Fields
from lstm_viz.figures.kind import full_colour, kind_of
from lstm_viz.figures.shapes import PlotlyTrace, texts
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.trace import Array, Trace

FULL = 99.0
"""Per cent of the cell states whose colour is not yet full: a few units often hold far more than
all others, which would be pale beside them."""
KEY, KEY_WITH_INPUTS = 1100, 970
"""Where it begins that says what tiny cells are; what says how large inputs are ends that line."""


@dataclass(frozen=True, eq=False)
class Among:
    """Where the units and the steps of a film are in the run of the network."""

    whole: Trace
    """The same steps of all units, (T, H)."""
    units: tuple[int, ...]
    """The numbers of the film's units in the network, from 0."""
    first: int
    """The number of the film's first step in the whole run, from 0."""
    steps: int
    """Steps of the whole run."""
    largest_x: float
    state: float
    """The input whose colour is full, and the value of all other signals that have a sign, for the
    whole run."""

    @property
    def fields(self) -> Fields:
        """A field shows what has no cells: all units, unless all are chosen; a big one-hot x."""
        every = self.whole.hidden_size
        return Fields(
            every if len(self.units) < every else 0,
            self.whole.input_size if _only_one_is_seen(self.whole.x) else 0,
        )


def _only_one_is_seen(x: Array) -> bool:
    """Of an x (T, I) that says which of many it is, a strip shows the one that is 1."""
    one_hot = np.all((x == 0) | (x == 1)) and np.all(x.sum(axis=-1) == 1)
    return x.shape[-1] > MOST_NUMBERED_INPUTS and bool(one_hot)


def among(trace: Trace, units: Sequence[int], first: int, stop: int) -> tuple[Trace, Among]:
    """The run of `units` (from 0) alone in steps `first` to before `stop`, and where that is.

    `trace` is unbatched, (T, H).  Of a one-hot x with many inputs only the one that is 1 is kept:
    (T, 1).  Raises ``ValueError`` for units or steps that are not there.
    """
    if trace.batched:
        raise ValueError("expected one sequence, got a batch; pick one with trace.sequence(b)")
    units = tuple(int(unit) for unit in units)
    size = trace.hidden_size
    if len(set(units)) != len(units) or not 1 <= len(units) <= MOST_NUMBERED:
        raise ValueError(f"expected 1 to {MOST_NUMBERED} different units, got {units}")
    if min(units) < 0 or max(units) >= size:
        raise ValueError(f"units must be from 0 to {size - 1}, got {units}")
    if not 0 <= first < stop <= len(trace):
        raise ValueError(f"steps must be from 0 to {len(trace)}, got {first} to {stop}")
    steps = {name: array[first:stop] for name, array in trace.arrays.items()}
    whole = Trace(trace.table, dict(steps), trace.clamped)
    few = {name: array[:, units] for name, array in steps.items() if name != "x"}
    one = _only_one_is_seen(whole.x)
    few["x"] = np.ones((stop - first, 1), whole.x.dtype) if one else whole.x
    held = {name: values[list(units)] for name, values in trace.clamped.items()}
    kind = kind_of(trace.table)
    made = [getattr(trace, name) for name in kind.unbounded if name not in kind.carried.values()]
    state = full_colour(float(np.percentile(np.abs(made), FULL)))
    largest_x = max(1.0, float(np.abs(trace.x).max()))
    place = Among(whole, units, first, len(trace), largest_x, state)
    ordered = {name: few[name] for name in trace.names}
    return Trace(trace.table, ordered, held), place


def notes(diagram: Diagram, among: Among) -> list[PlotlyTrace]:
    """Which units the cells of a strip are, where it comes in; what the tiny cells are."""
    strips = [diagram.strips[name] for name in kind_of(diagram.table).carried.values()]
    cells = [(strip, k) for strip in strips for k in range(strip.cells)]
    numbers = texts(
        "unit numbers",
        [(strip.edge("left")[0] - 4, strip.cell_centre(k)[1]) for strip, k in cells],
        [str(among.units[k] + 1) for _, k in cells],
        size=12 if diagram.wide else SMALLEST_TEXT,
        side="left",
    )
    if not (diagram.wide and among.fields.units):
        return [numbers]
    key = texts(
        "fields key",
        [(KEY_WITH_INPUTS if among.largest_x > among.state else KEY, diagram.height - 32)],
        [f"tiny cells: all {among.fields.units} units"],
        size=12,
        side="left",
    )
    return [numbers, key]
