"""The ten moments of one LSTM step, in order: what each says, marks and lights.

``equation`` and ``numbers`` are templates in signal names.  ``{f}`` in an equation becomes the
symbol of f, in its colour; in ``numbers`` and ``sentence`` it becomes the chosen unit's value.
``{(c_prev)}`` puts a negative value in brackets, ``{f|%}`` shows a share, and ``{token}``,
``{step}``, ``{unit}`` say where we are.  ``with_weights`` is the form of ``numbers`` where the
weights are known: ``{wx_f}``, ``{uh_f}`` and ``{b_f}`` are the three parts of z_f.
"""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.signals import LSTM_SIGNALS, Signal, signal


@dataclass(frozen=True)
class Stage:
    """One moment of a step.  ``focus`` names signals, the rest names parts of the diagram."""

    id: str
    title: str
    equation: str
    numbers: str
    sentence: str
    focus: tuple[str, ...]
    wires: tuple[str, ...]
    gates: tuple[str, ...] = ()
    ops: tuple[str, ...] = ()
    with_weights: str = ""
    held: str = ""
    """``numbers`` where the gate is held by hand; ``held_sentence`` is the sentence then."""
    held_sentence: str = ""
    carries: bool = False
    """The strips of c and h move on to where the next step reads them."""
    brief: str = ""
    """A few words with a value, for a ribbon of stages."""


_READ = ("h_in", "x_in")


def gate_stage(gate: Signal, sentence: str, *, read: tuple[str, ...] = _READ) -> Stage:
    """The stage that computes one gate, or the candidate, from x and h.

    ``read`` are the wires on which they come.
    """
    name, function = gate.name, gate.squash
    sum_of_parts = f"{{wx_{name}}} + {{(uh_{name})}} + {{(b_{name})}}"
    return Stage(
        id=gate.label.replace(" ", "-"),
        title=gate.label.capitalize(),
        equation=(
            f"{{{name}}} = {function}(W<sub>{name}</sub> {{x}} + "
            f"U<sub>{name}</sub> {{h_prev}} + b<sub>{name}</sub>)"
        ),
        numbers=f"{function}({{z_{name}}}) = {{{name}}}",
        with_weights=f"{function}({sum_of_parts}) = {function}({{z_{name}}}) = {{{name}}}",
        sentence=sentence,
        held=f"held at {{{name}}}, not {function}({{z_{name}}})",
        held_sentence=(
            f"The {gate.label} of unit {{unit}} is held at {{{name}}} by hand, whatever x and h "
            "would make of it."
        ),
        focus=("h_prev", "x", name),
        wires=(*read, f"to_{name}", f"{name}_out"),
        gates=(name,),
    )


HIDDEN_STATE_GOES_ON = Stage(
    id="next-step",
    title="The next step begins",
    equation="{h} → {h_prev}",
    numbers="h = {h}",
    sentence="The hidden state goes to the next step, which reads “{next_token}”. "
    "Unit {unit} carries {h} over.",
    focus=("h", "x"),
    wires=(),
    carries=True,
)
"""The last moment of a step of a cell that has no cell state."""

LSTM_STAGES: tuple[Stage, ...] = (
    Stage(
        id="inputs",
        title="Inputs arrive",
        equation="{x}, {h_prev}, {c_prev}",
        numbers="h = {h_prev}, c = {c_prev}",
        sentence="Step {step} reads “{token}”. With it arrive the hidden state and the cell state "
        "so far: unit {unit} holds {c_prev}.",
        focus=("x", "h_prev", "c_prev"),
        wires=(*_READ, "c_in"),
    ),
    gate_stage(
        signal(LSTM_SIGNALS, "f"),
        "From x and h the forget gate computes how much of the old cell state stays: "
        "unit {unit} will keep {f|%}.",
    ),
    gate_stage(
        signal(LSTM_SIGNALS, "i"),
        "From the same x and h the input gate computes how much may be written: "
        "unit {unit} lets in {i|%}.",
    ),
    gate_stage(
        signal(LSTM_SIGNALS, "g"),
        "The candidate is what could be written, squashed between −1 and 1: "
        "unit {unit} offers {g}.",
    ),
    Stage(
        id="forget",
        title="Forget",
        equation="{f} ⊙ {c_prev}",
        numbers="{f} × {(c_prev)} = {kept}",
        sentence="The forget gate multiplies the old cell state: of {c_prev}, unit {unit} keeps "
        "{kept}.",
        focus=("c_prev", "f", "kept"),
        wires=("c_in", "f_up", "keep"),
        ops=("forget",),
    ),
    Stage(
        id="write",
        title="Write",
        equation="{i} ⊙ {g}",
        numbers="{i} × {(g)} = {written}",
        sentence="The input gate multiplies the candidate: of {g}, unit {unit} writes {written}.",
        focus=("i", "g", "written"),
        wires=("i_over", "g_over", "write"),
        ops=("write",),
    ),
    Stage(
        id="new-cell-state",
        title="New cell state",
        equation="{c} = {f} ⊙ {c_prev} + {i} ⊙ {g}",
        numbers="{kept} + {(written)} = {c}",
        sentence="What was kept plus what was written is the new cell state: unit {unit} now "
        "holds {c}.",
        focus=("kept", "written", "c"),
        wires=("kept_on", "write_on", "c_out"),
        ops=("add",),
    ),
    gate_stage(
        signal(LSTM_SIGNALS, "o"),
        "From the same x and h the output gate computes how much is shown outside: "
        "unit {unit} shows {o|%}.",
    ),
    Stage(
        id="release",
        title="Release",
        equation="{h} = {o} ⊙ tanh({c})",
        numbers="{o} × {(tanh_c)} = {h}",
        sentence="The cell state is squashed, then multiplied by the output gate: unit {unit} "
        "gives out {h}.",
        focus=("c", "tanh_c", "o", "h"),
        wires=("c_down", "tanh_on", "o_over", "h_out"),
        ops=("squash", "release"),
    ),
    Stage(
        id="next-step",
        title="The next step begins",
        equation="{c} → {c_prev}, {h} → {h_prev}",
        numbers="c = {c}, h = {h}",
        sentence="The cell state and the hidden state go to the next step, which reads "
        "“{next_token}”. Unit {unit} carries {c} over.",
        focus=("c", "h", "x"),
        wires=(),
        carries=True,
    ),
)
