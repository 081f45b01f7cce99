"""Carried state, as a sheet."""

from __future__ import annotations

from lstm_viz.scenes.around.picture.sheet import Grid, Lit, Sheet, matrix, shots, unit_names
from lstm_viz.scenes.around.record.state import FIRST, SECOND, Carried
from lstm_viz.scenes.around.words.state import sizes, told

UNIT = 1e-9
"""What the gradients are counted in: at this sure a network they are very small."""


def state_sheet(run: Carried) -> Sheet:
    units, both = unit_names(run.whole), tuple(FIRST + SECOND)
    through, cut = (matrix(size / UNIT) for size in sizes(run))
    grids = (
        Grid("whole", "c, read as one", matrix(run.whole.T), "c", both, units),
        Grid("odd", "share of “odd”", matrix(run.odd), signed=False),
        Grid("halves", "c, in two runs", matrix(run.halves.T), "c", both, units),
        Grid("fresh", "second half from 0", matrix(run.fresh), heads=tuple(SECOND), signed=False),
        Grid("through", "gradient by h in 10⁻⁹, one run", through, "h", both, signed=False),
        Grid("cut", "gradient by h in 10⁻⁹, cut", cut, "h", both, signed=False),
    )
    whole, odd, *_ = grids
    later = {grid.name: grid.row(0) | grid.row(1) for grid in (whole, odd)}
    later = {name: frozenset(at for at in of if at[1] >= len(FIRST)) for name, of in later.items()}
    compared: Lit = {"whole": frozenset(), "halves": frozenset(), "odd": later["odd"]}
    nothing = frozenset[tuple[int, int]]()
    at_the_end: Lit = {
        "whole": nothing, "halves": nothing, "fresh": nothing, "odd": odd.column(len(both) - 1)
    }  # fmt: skip
    names = ("whole", "odd", "halves", "fresh", "through", "cut")
    there = [names[:count] for count in (2, 3, 4, 4, 6)]
    lit: tuple[Lit, ...] = (
        {},
        {"whole": later["whole"], "halves": later["whole"]},
        compared,
        compared,
        at_the_end,
    )
    labels = ("one run", "carried", "from zero", "another one", "truncated")
    return Sheet(
        grids=grids,
        shots=shots(labels, told(run), there, lit, {"truncated": ["whole", "fresh"]}),
        wide=(("whole", "halves"), ("odd", "fresh"), ("through", "cut")),
        tall=(("whole",), ("odd",), ("halves",), ("fresh",), ("through",), ("cut",)),
        alt="The cell state of a network over eight bits, read at once and in two halves, and"
        " the gradient that comes back through them",
    )
