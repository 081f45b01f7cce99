"""Layers on top of each other, and reading both ways, as sheets."""

from __future__ import annotations

from lstm_viz.scenes.around.picture.sheet import Grid, Lit, Sheet, matrix, shots, unit_names
from lstm_viz.scenes.around.record.stacked import BITS, BothWays, Stacked
from lstm_viz.scenes.around.words.stacked import told_of_both, told_of_layers

LAST = len(BITS) - 1


def layers_sheet(run: Stacked) -> Sheet:
    units, bits = unit_names(run.below.h), tuple(BITS)
    grids = (
        Grid("h2", "h of layer 2", matrix(run.above.h.T), "h", sides=units),
        Grid("c2", "c of layer 2", matrix(run.above.c.T), "c", sides=units),
        Grid("x2", "x of layer 2", matrix(run.above.x.T), "x", sides=units),
        Grid("dropped", "x with dropout", matrix(run.dropped.T), "x", sides=units),
        Grid("h1", "h of layer 1", matrix(run.below.h.T), "h", bits, units),
        Grid("c1", "c of layer 1", matrix(run.below.c.T), "c", bits, units),
    )
    h2, c2, _, _, h1, c1 = grids
    low, up, all_of_it = ("h1", "c1"), ("h1", "c1", "x2"), ("h1", "c1", "x2", "h2", "c2")
    goes_up: Lit = {"c1": frozenset()}
    ends: Lit = {grid.name: grid.column(LAST) for grid in (h2, c2, h1, c1)} | {"x2": frozenset()}
    dropped: Lit = {"c1": frozenset(), "h2": frozenset(), "c2": frozenset(), "x2": frozenset()}
    return Sheet(
        grids=grids,
        shots=shots(
            ("layer 1", "h goes up", "layer 2", "h_n", "dropout"),
            told_of_layers(run),
            (low, up, all_of_it, all_of_it, (*all_of_it, "dropped")),
            ({}, goes_up, {}, ends, dropped),
            {"layer 2": ["c1"], "h_n": ["x2"], "dropout": ["c1", "h2", "c2"]},
        ),
        wide=(("h2", "c2"), ("x2", "dropped"), "↑ what goes up", ("h1", "c1")),
        tall=(("h2",), ("c2",), ("x2",), ("dropped",), "↑ what goes up", ("h1",), ("c1",)),
        alt="Two layers of an LSTM over five bits: h and c of each, and what goes from the lower "
        "to the upper one",
    )


def both_sheet(run: BothWays) -> Sheet:
    units, bits = unit_names(run.forwards), tuple(BITS)
    halves = [f"{way} {unit}" for way in "→←" for unit in units]
    output = Grid("output", "output: both", matrix(run.output.T), "h", bits, halves)
    grids = (
        Grid("forwards", "→ forwards, h", matrix(run.forwards.T), "h", bits, units),
        Grid("backwards", "← backwards, h", matrix(run.backwards.T), "h", bits, units),
        output,
        Grid("h_n", "h_n", matrix(run.h_n), "h", units, ("→", "←")),
    )
    forwards, backwards, *_ = grids
    names = [grid.name for grid in grids]
    ends: Lit = {
        "forwards": forwards.column(LAST), "backwards": backwards.column(0),
        "output": frozenset(
            (row, LAST if row < len(units) else 0) for row in range(2 * len(units))
        ),
    }  # fmt: skip
    nothing = frozenset[tuple[int, int]]()
    last: Lit = {"forwards": nothing, "backwards": nothing, "output": output.column(LAST)}
    return Sheet(
        grids=grids,
        shots=shots(
            ("forwards", "backwards", "output", "h_n", "output[-1]"),
            told_of_both(run),
            (names[:1], names[:2], names[:3], names, names),
            ({}, {}, {}, ends, last),
            {"h_n": ["output"], "output[-1]": names[:2]},
        ),
        wide=(("forwards", "backwards"), ("output", "h_n")),
        tall=(("forwards",), ("backwards",), ("output",), ("h_n",)),
        alt="h of an LSTM that reads five bits forwards and of one that reads them backwards, both "
        "as one output, and what each of them ended with",
    )
