"""The stages of the scene on the input gate: the cell's picture, nearer and slower.

What is worked out beside the picture is named by ``Stage.work``.
"""

from __future__ import annotations

from lstm_viz.figures.gate_stages import READ, READS, inputs, squash, sums, whole_sum
from lstm_viz.figures.stages import Stage

STAGES: tuple[Stage, ...] = (
    Stage(
        id="where",
        title="Where it is",
        equation="{i} ⊙ {g}",
        numbers="c = {c_prev}",
        sentence=READS + ". Two paths are lit: the input gate’s and the candidate’s. They meet at "
        "the ×; what comes out is added to the cell state.",
        focus=(),
        wires=(*READ, "to_i", "to_g", "i_out", "g_out", "i_over", "g_over", "write", "write_on"),
        ops=("write", "add"),
    ),
    inputs(
        "i",
        "Both read the word “{token}” and the hidden state: the same numbers, with other weights.",
        ("to_i", "to_g"),
        "read-candidate",
    ),
    *sums("i", "read-input"),
    squash(
        "i",
        "σ makes a share of it: the input gate of unit {unit} is {i}, so it will take in {i|%} of "
        "what is offered.",
        "input",
    ),
    whole_sum(
        "g",
        "The candidate’s sum",
        "The candidate c̃ (also called g) goes the same way with rows of its own: {z_g} for unit "
        "{unit}.",
        "read-candidate",
        "sum",
    ),
    squash(
        "g",
        "tanh brings it between −1 and 1: unit {unit} is offered {g}. It has a sign; the gate has "
        "none.",
        "input",
    ),
    Stage(
        id="effect",
        title="The effect",
        equation="{i} ⊙ {g}",
        numbers="{i} × {(g)} = {written}",
        sentence="The gate multiplies the candidate: of {g}, unit {unit} writes {written}.",
        focus=("i", "g", "written"),
        wires=("i_over", "g_over", "write"),
        ops=("write",),
        camera="input",
        work="effect i",
    ),
)

GIVEN = ("x", "h_prev", "c_prev", "f", "kept")
"""The signals that are there before the first stage."""
