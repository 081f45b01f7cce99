"""The stages of the scene on the output gate: the cell's picture, nearer and slower.

What is worked out beside the picture is named by ``Stage.work``.
"""

from __future__ import annotations

from lstm_viz.figures.gate_stages import READ, READS, inputs, squash, sums
from lstm_viz.figures.stages import Stage

STAGES: tuple[Stage, ...] = (
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

GIVEN = ("x", "h_prev", "c_prev", "f", "i", "g", "kept", "written", "c")
"""The signals that are there before the first stage."""
