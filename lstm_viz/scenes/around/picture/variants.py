"""A variant beside the plain cell, as a sheet."""

from __future__ import annotations

from lstm_viz.scenes.around.picture.sheet import Grid, Sheet, matrix, shots, unit_names
from lstm_viz.scenes.around.record.variants import BITS, Variant
from lstm_viz.scenes.around.words.variants import VARIANTS, told


def variant_sheet(run: Variant) -> Sheet:
    about = VARIANTS[run.id]
    runs = (run.plain, run.varied)
    grids = [
        Grid(
            f"{signal} {kind}", f"{signal}, {kind}", matrix(values[signal].T), signal, tuple(BITS),
            unit_names(values[signal]), signed=signal in "cnh",
        )
        for signal in (about.gate, about.state)
        for kind, values in zip(about.named, runs, strict=True)
    ]  # fmt: skip
    gate, other_gate, state, other_state = (grid.name for grid in grids)
    return Sheet(
        grids=grids,
        shots=shots(
            ("plain", "the variant", "what follows"),
            told(run),
            ((gate, state), (gate, state, other_gate), (gate, state, other_gate, other_state)),
        ),
        wide=((gate, other_gate), (state, other_state)),
        tall=((gate,), (other_gate,), (state,), (other_state,)),
        alt=f"{about.title}: {about.gate} and {about.state} over five bits, of the plain cell and "
        "of the variant",
    )
