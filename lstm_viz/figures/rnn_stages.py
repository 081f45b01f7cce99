"""The four moments of one step of a simple recurrent cell (see ``stages``)."""

from __future__ import annotations

from lstm_viz.figures.stages import HIDDEN_STATE_GOES_ON, Stage

RNN_STAGES: tuple[Stage, ...] = (
    Stage(
        id="inputs",
        title="Inputs arrive",
        equation="{x}, {h_prev}",
        numbers="h = {h_prev}",
        sentence="Step {step} reads “{token}”. With it arrives the hidden state so far, the only "
        "thing that this cell carries: unit {unit} gave out {h_prev}.",
        focus=("x", "h_prev"),
        wires=("h_in", "x_in"),
    ),
    Stage(
        id="sum",
        title="Weighted sum",
        equation="{z} = W {x} + U {h_prev} + b",
        numbers="z = {z}",
        with_weights="{wx_z} + {(uh_z)} + {(b_z)} = {z}",
        sentence="Every unit adds up all of x and all of h, each number times its weight, and a "
        "bias: unit {unit} comes to {z}.",
        focus=("h_prev", "x", "z"),
        wires=("h_in", "x_in", "to_sum", "sum_out"),
        gates=("h",),
    ),
    Stage(
        id="squash",
        title="New hidden state",
        equation="{h} = tanh({z})",
        numbers="tanh({z}) = {h}",
        sentence="tanh brings the sum between −1 and 1, and that is the new hidden state: "
        "unit {unit} gives out {h}. No gate holds on to the old one.",
        focus=("z", "h"),
        wires=("z_on", "h_out"),
        ops=("squash",),
    ),
    HIDDEN_STATE_GOES_ON,
)
