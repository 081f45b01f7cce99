"""Padding with a mask and without, as a sheet."""

from __future__ import annotations

from lstm_viz.scenes.around.picture.sheet import Grid, Sheet, matrix, shots, unit_names
from lstm_viz.scenes.around.record.padding import BITS, PADS, Padding
from lstm_viz.scenes.around.words.padding import told


def padding_sheet(run: Padding) -> Sheet:
    runs = {"short": run.short, "padded": run.padded, "masked": run.masked}
    titles = {"short": "alone", "padded": "padded", "masked": "masked"}
    grids: list[Grid] = []
    for name, one in runs.items():
        heads = tuple(BITS) if name == "short" else (*BITS, *["pad"] * PADS)
        c = matrix(one.c.T)
        grids += [
            Grid(name, f"c, {titles[name]}", c, "c", heads, unit_names(one.c)),
            Grid(f"{name} odd", "“odd”", matrix(one.odd), heads=heads, signed=False),
        ]
    names = [grid.name for grid in grids]
    end = {
        grid.name: frozenset(at for at in grid.places if at[1] >= len(BITS) - 1) for grid in grids
    }
    labels = ("alone", "padded", "masked")
    return Sheet(
        grids=grids,
        shots=shots(
            labels, told(run), [names[: 2 * k] for k in (1, 2, 3)], [end] * 3, {"masked": names[:2]}
        ),
        wide=[names[k : k + 2] for k in (0, 2, 4)],
        tall=[(name,) for name in names],
        alt="The cell state of a network over four bits, alone, with padding behind them, and with "
        "a mask",
    )
