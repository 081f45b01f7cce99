"""Carried state, as a sheet."""

from __future__ import annotations

from lstm_viz.scenes.around.picture.sheet import Grid, Lit, Sheet, matrix, shots, unit_names
from lstm_viz.scenes.around.record.state import FIRST, SECOND, Carried
from lstm_viz.scenes.around.words.state import told


def state_sheet(run: Carried) -> Sheet:
    units, both = unit_names(run.whole), tuple(FIRST + SECOND)
    grids = (
        Grid("whole", "c, read as one", matrix(run.whole.T), "c", both, units),
        Grid("odd", "share of “odd”", matrix(run.odd), signed=False),
        Grid("halves", "c, in two runs", matrix(run.halves.T), "c", both, units),
        Grid("fresh", "second half from 0", matrix(run.fresh), heads=tuple(SECOND), signed=False),
    )
    whole, odd, *_ = grids
    later = {grid.name: grid.row(0) | grid.row(1) for grid in (whole, odd)}
    later = {name: frozenset(at for at in of if at[1] >= len(FIRST)) for name, of in later.items()}
    compared: Lit = {"whole": frozenset(), "halves": frozenset(), "odd": later["odd"]}
    names = ("whole", "odd", "halves", "fresh")
    there = [names[:count] for count in (2, 3, 4, 4)]
    lit: tuple[Lit, ...] = (
        {},
        {"whole": later["whole"], "halves": later["whole"]},
        compared,
        compared,
    )
    labels = ("one run", "carried", "from zero", "another one")
    return Sheet(
        grids=grids,
        shots=shots(labels, told(run), there, lit),
        wide=(("whole", "halves"), ("odd", "fresh")),
        tall=(("whole",), ("odd",), ("halves",), ("fresh",)),
        alt="The cell state of a network over eight bits, read at once and in two halves",
    )
