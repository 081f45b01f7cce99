"""The seven moments of one step of a GRU (see ``stages``); the equations are ``cells/gru.py``'s."""

from __future__ import annotations

from lstm_viz.figures.stages import HIDDEN_STATE_GOES_ON, Stage, gate_stage
from lstm_viz.signals import GRU_SIGNALS, signal

_READ = ("h_in", "h_down", "x_in")


GRU_STAGES: tuple[Stage, ...] = (
    Stage(
        id="inputs",
        title="Inputs arrive",
        equation="{x}, {h_prev}",
        numbers="h = {h_prev}",
        sentence="Step {step} reads “{token}”. With it arrives the hidden state so far, which is "
        "all that a GRU carries: unit {unit} holds {h_prev}.",
        focus=("x", "h_prev"),
        wires=_READ,
    ),
    gate_stage(
        signal(GRU_SIGNALS, "r"),
        "From x and h the reset gate computes how much of the past the candidate may look at: "
        "unit {unit} lets it see {r|%}.",
        read=_READ,
    ),
    gate_stage(
        signal(GRU_SIGNALS, "z"),
        "From the same x and h the update gate computes how much of the old hidden state stays: "
        "unit {unit} will keep {z|%}, and the candidate gets the rest.",
        read=_READ,
    ),
    Stage(
        id="candidate",
        title="Candidate",
        equation="{n} = tanh({xn} + {r} ⊙ {hn})",
        numbers="tanh({xn} + {r} × {(hn)}) = tanh({z_n}) = {n}",
        sentence="The candidate is what could be written. In unit {unit}, x adds up to {xn} and "
        "the past to {hn}, of which the reset gate lets {r|%} through; tanh makes {n} of that.",
        held="held at {n}, not tanh({z_n})",
        held_sentence="The candidate of unit {unit} is held at {n} by hand, whatever x and h "
        "would make of it.",
        focus=("h_prev", "x", "r", "xn", "hn", "n"),
        wires=(
            *_READ,
            *("to_hn", "to_xn", "hn_out", "xn_out"),
            *("hn_on", "r_on", "past_on", "xn_on", "sum_on"),
        ),
        gates=("hn", "xn", "n"),  # n has no box of its own, but it may be held
        ops=("reset", "sum", "squash"),
    ),
    Stage(
        id="mix",
        title="Mix",
        equation="{z} ⊙ {h_prev}, (1 − {z}) ⊙ {n}",
        numbers="{z} × {(h_prev)} = {kept}, (1 − {z}) × {(n)} = {written}",
        sentence="One gate decides both shares: of the old {h_prev}, unit {unit} keeps {kept}; "
        "of the candidate’s {n}, it takes {written}.",
        focus=("h_prev", "z", "n", "kept", "written"),
        wires=("h_in", "h_on", "z_on", "z_keep", "z_write", "n_on", "keep", "write"),
        ops=("keep", "rest", "write"),
    ),
    Stage(
        id="new-hidden-state",
        title="New hidden state",
        equation="{h} = {z} ⊙ {h_prev} + (1 − {z}) ⊙ {n}",
        numbers="{kept} + {(written)} = {h}",
        sentence="What was kept plus what was taken is the new hidden state: unit {unit} gives "
        "out {h}, and it remembers nothing else.",
        focus=("kept", "written", "h"),
        wires=("kept_on", "written_on", "h_out"),
        ops=("add",),
    ),
    HIDDEN_STATE_GOES_ON,
)
