"""The stages of the scenes on the cell state and the output gate (see ``stages``)."""

from __future__ import annotations

from lstm_viz.figures.gates.parts import READ, READS, inputs, squash, sums
from lstm_viz.figures.stages import Stage

CELL_STATE: tuple[Stage, ...] = (
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

OUTPUT: tuple[Stage, ...] = (
    Stage(
        id="where",
        title="Where it is",
        equation="{h} = {o} ⊙ tanh({c})",
        numbers="c = {c}",
        sentence=READS + "; the cell state is new already. The lit path makes what is shown of it "
        "outside.",
        focus=(),
        wires=(*READ, "to_o", "o_out", "o_over", "c_down", "tanh_on", "h_out"),
        ops=("squash", "release"),
    ),
    inputs(
        "o",
        "The output gate too reads the word “{token}” and the hidden state of the step before.",
        ("to_o",),
        "read-output",
    ),
    *sums("o", "read-output"),
    squash(
        "o",
        "σ makes the output gate: unit {unit} will show {o|%} of what it can.",
        "output",
    ),
    Stage(
        id="squash-c",
        title="Squash the cell state",
        equation="tanh({c})",
        numbers="tanh({c}) = {tanh_c}",
        sentence="On its way out the cell state is squashed between −1 and 1: of unit {unit}’s {c} "
        "there is {tanh_c} to be shown.",
        focus=("c", "tanh_c"),
        wires=("c_down", "tanh_on"),
        ops=("squash",),
        camera="output",
        work="squash c",
    ),
    Stage(
        id="effect",
        title="The effect",
        equation="{h} = {o} ⊙ tanh({c})",
        numbers="{o} × {(tanh_c)} = {h}",
        sentence="The gate multiplies the squashed copy: unit {unit} holds {c} and shows {h}.",
        focus=("o", "tanh_c", "h"),
        wires=("tanh_on", "o_over", "h_out"),
        ops=("release",),
        camera="output",
        work="effect o",
    ),
    Stage(
        id="next-step",
        title="On to the next step",
        equation="{c} → {c_prev}, {h} → {h_prev}",
        numbers="c = {c}, h = {h}",
        sentence="Both go on to “{next_token}”: c to the cell state’s line, h into all four sums. "
        "Unit {unit} carries c = {c} and h = {h}.",
        focus=("c", "h", "x"),
        wires=(),
        carries=True,
    ),
)
