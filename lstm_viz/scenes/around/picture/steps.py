"""All steps or the last, as a sheet."""

from __future__ import annotations

from lstm_viz.scenes.around.picture.sheet import Grid, Lit, Sheet, matrix, shots, unit_names
from lstm_viz.scenes.around.record.steps import BITS, ON, Steps
from lstm_viz.scenes.around.words.steps import told


def steps_sheet(run: Steps) -> Sheet:
    units = unit_names(run.h)
    grids = (
        Grid("h", "h after each bit", matrix(run.h.T), "h", tuple(BITS), units),
        Grid("odd", "share of “odd”", matrix(run.odd), signed=False),
        Grid("c", "c after each bit", matrix(run.c.T), "c", tuple(BITS), units),
        Grid("on", "“odd”, read on", matrix(run.on), heads=tuple(ON), signed=False),
        Grid("exchanged", "from c, h", matrix(run.on_exchanged), heads=tuple(ON), signed=False),
    )
    h, odd, c, *_ = grids
    last = {grid.name: grid.column(len(BITS) - 1) for grid in (h, odd, c)}
    names = ("h", "odd", "c")
    there = (names[:1], names[:2], names[:2], names, names, (*names, "on", "exchanged"))
    lit: tuple[Lit, ...] = ({}, {}, last, last, last, last)
    labels = ("all steps", "many-to-many", "the last", "h and c", "Keras", "exchanged")
    return Sheet(
        grids=grids,
        shots=shots(labels, told(run), there, lit, {"exchanged": ["odd"]}),
        wide=(("h", "c"), ("odd",), ("on", "exchanged")),
        tall=(("h",), ("odd",), ("c",), ("on",), ("exchanged",)),
        alt="h and c of a network after each of six bits, what it answers, and which of them are "
        "handed back",
    )
