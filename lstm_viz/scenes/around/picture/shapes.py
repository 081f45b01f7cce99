"""Samples × time × features, as a sheet."""

from __future__ import annotations

from lstm_viz.scenes.around.picture.block import Block
from lstm_viz.scenes.around.picture.sheet import Grid, Lit, Sheet, matrix, shots, unit_names
from lstm_viz.scenes.around.record.shapes import FEATURES, Shapes
from lstm_viz.scenes.around.words.shapes import told


def shapes_sheet(run: Shapes, turn: float) -> Sheet:
    """The block is ``turn`` degrees turned."""
    samples, steps, _ = run.block.shape
    sides = [f"step {t + 1}" for t in range(steps)]
    units = unit_names(run.h)
    block = [
        Grid(f"sample {b + 1}", f"sample {b + 1}", matrix(run.block[b]), "x", FEATURES,
             () if b else sides)
        for b in range(samples)
    ]  # fmt: skip
    names = [grid.name for grid in block]
    grids = (
        *block,
        Grid("h", "h of sample 1", matrix(run.h), "h", units),
        Grid("exchanged", "sample 1, exchanged", matrix(run.exchanged), "x", sides=FEATURES),
        Grid("wanted", "right", matrix(run.wanted), signed=False),
        Grid("said", "it says", matrix(run.said), signed=False),
        Grid("misread", "samples and time exchanged", matrix(run.misread), signed=False),
    )
    lit: tuple[Lit, ...] = (
        {name: frozenset(block[0].places if b == 0 else ()) for b, name in enumerate(names)},
        {grid.name: grid.row(2) for grid in block},
        {grid.name: grid.column(1) for grid in block},
        {name: frozenset(block[0].places if b == 0 else ()) for b, name in enumerate(names)},
        {}, {}, {},
    )  # fmt: skip
    there = (
        names, names, names, [*names, "h"], [*names, "h", "exchanged"],
        [*names, "h", "wanted", "said"], [*names, "h", "wanted", "said", "misread"],
    )  # fmt: skip
    labels = ("samples", "steps", "features", "units", "refused", "right", "nonsense")
    spared = {"refused": [*names[1:], "h"], "right": ["h"], "nonsense": ["h"]}
    return Sheet(
        grids=grids,
        shots=shots(labels, told(run), there, lit, spared),
        wide=((*names, "h"), ("exchanged", "wanted", "said"), ("misread",)),
        tall=(names, ("h",), ("exchanged",), ("wanted", "said"), ("misread",)),
        alt="Three samples of six steps with two features each, and as a block of cubes; "
        "what the cell makes of it, and what becomes of it with its sides exchanged",
        block=Block(
            run.block, turn, ((0, 0), (1, 2), (2, 1), (0, 0), None, None, None), 3, "h", names[0]
        ),
    )
