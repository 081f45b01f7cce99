"""The stages of the four gate scenes: the cell's picture, nearer, and slower than in ``stages``.

What is worked out beside the picture is named by ``Stage.work`` (``player/js/workings/``):
"inputs f", "row_x f", "row_h f", "bias f", "sum g", "squash f", "effect f", "add c", "path c".
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lstm_viz.figures.gates.parts import READ, READS, equation, inputs, squash, sums, whole_sum
from lstm_viz.figures.gates.stages_state import CELL_STATE, OUTPUT
from lstm_viz.figures.stages import Stage

FORGET: tuple[Stage, ...] = (
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

INPUT: tuple[Stage, ...] = (
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

GATE_STAGES: Mapping[str, tuple[Stage, ...]] = MappingProxyType(
    {"forget-gate": FORGET, "input-gate": INPUT, "cell-state": CELL_STATE, "output-gate": OUTPUT}
)
"""The stages of each scene, by its id."""

_ARRIVED = ("x", "h_prev", "c_prev")
GIVEN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "forget-gate": _ARRIVED,
        "input-gate": (*_ARRIVED, "f", "kept"),
        "cell-state": (*_ARRIVED, "f", "i", "g"),
        "output-gate": (*_ARRIVED, "f", "i", "g", "kept", "written", "c"),
    }
)
"""The signals that are there before the first stage of each scene."""
