"""The stages of the scene on the forget gate: the cell's picture, nearer and slower.

What is worked out beside the picture is named by ``Stage.work``.
"""

from __future__ import annotations

from lstm_viz.figures.gate_stages import READ, READS, equation, inputs, squash, sums
from lstm_viz.figures.stages import Stage

STAGES: tuple[Stage, ...] = (
    Stage(
        id="where",
        title="Where it is",
        equation=equation("f"),
        numbers="c = {c_prev}",
        sentence=READS + ". The lit path is the forget gate’s: from x and h up to the ×, where it "
        "meets the old cell state.",
        focus=(),
        wires=(*READ, "to_f", "f_out", "f_up", "c_in", "keep"),
        gates=(),
        ops=("forget",),
    ),
    inputs(
        "f",
        "The gate reads the word “{token}” and the hidden state: what the units gave out one step "
        "earlier.",
        ("to_f",),
        "forget",
    ),
    *sums("f", "forget"),
    squash(
        "f",
        "σ squashes any number to between 0 and 1: the forget gate of unit {unit} is {f}. Every "
        "unit has its own.",
        "forget",
    ),
    Stage(
        id="effect",
        title="The effect",
        equation="{f} ⊙ {c_prev}",
        numbers="{f} × {(c_prev)} = {kept}",
        sentence="Unit by unit the gate multiplies what was held: of {c_prev}, unit {unit} keeps "
        "{kept}.",
        focus=("f", "c_prev", "kept"),
        wires=("c_in", "f_up", "keep"),
        ops=("forget",),
        camera="forget",
        work="effect f",
    ),
)

GIVEN = ("x", "h_prev", "c_prev")
"""The signals that are there before the first stage."""
