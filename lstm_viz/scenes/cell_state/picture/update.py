"""The stages of the scene on the cell state: the cell's picture, nearer and slower.

What is worked out beside the picture is named by ``Stage.work``.
"""

from __future__ import annotations

from lstm_viz.figures.gate_stages import READS
from lstm_viz.figures.stages import Stage

STAGES: tuple[Stage, ...] = (
    Stage(
        id="where",
        title="What is there",
        equation="{c} = {f} ⊙ {c_prev} + {i} ⊙ {g}",
        numbers="c = {c_prev}",
        sentence=READS + "; both gates and the candidate are computed. Unit {unit} still holds "
        "{c_prev}.",
        focus=(),
        wires=("c_in", "f_up", "keep", "kept_on", "i_over", "g_over", "write", "write_on", "c_out"),
        ops=("forget", "write", "add"),
    ),
    Stage(
        id="keep",
        title="Keep",
        equation="{f} ⊙ {c_prev}",
        numbers="{f} × {(c_prev)} = {kept}",
        sentence="First the forget gate: of {c_prev}, unit {unit} keeps {kept}.",
        focus=("f", "c_prev", "kept"),
        wires=("c_in", "f_up", "keep"),
        ops=("forget",),
        camera="keep",
        work="effect f",
    ),
    Stage(
        id="write",
        title="Write",
        equation="{i} ⊙ {g}",
        numbers="{i} × {(g)} = {written}",
        sentence="Then the input gate: of the candidate {g}, unit {unit} writes {written}.",
        focus=("i", "g", "written"),
        wires=("i_over", "g_over", "write"),
        ops=("write",),
        camera="write",
        work="effect i",
    ),
    Stage(
        id="add",
        title="Add",
        equation="{c} = {f} ⊙ {c_prev} + {i} ⊙ {g}",
        numbers="{kept} + {(written)} = {c}",
        sentence="The two are added. Nothing is replaced: unit {unit} now holds {c}.",
        focus=("kept", "written", "c"),
        wires=("kept_on", "write_on", "c_out"),
        ops=("add",),
        camera="add",
        work="add c",
    ),
    Stage(
        id="over-steps",
        title="Over the steps",
        equation="{c} → {c_prev}",
        numbers="c = {c}",
        sentence="Step by step, forgetting brings c nearer to 0, and what is written moves it "
        "up or down. "
        "Nothing squashes it: it may leave −1 … 1.",
        focus=("c",),
        wires=("c_out",),
        camera="add",
        work="path c",
    ),
)

GIVEN = ("x", "h_prev", "c_prev", "f", "i", "g")
"""The signals that are there before the first stage."""
