"""What the stages of the gate scenes share: a gate read, summed and squashed, step by step."""

from __future__ import annotations

from lstm_viz.figures.stages import Stage
from lstm_viz.signals import LSTM_SIGNALS, signal

READ = ("h_in", "x_in")
READS = "Step {step} reads “{token}” (“My” came before step 1)"
"""How a scene's first stage begins: the run on screen goes on after its sentence's first word."""
STILL = " The gate is held by hand, so this sum has no say in it."


def equation(gate: str) -> str:
    return (
        f"{{{gate}}} = {signal(LSTM_SIGNALS, gate).squash}(W<sub>{gate}</sub> {{x}} + "
        f"U<sub>{gate}</sub> {{h_prev}} + b<sub>{gate}</sub>)"
    )


def row_times_x(gate: str, camera: str) -> Stage:
    return _product(
        "row_x",
        gate,
        title="Row × x",
        equation=f"W<sub>{gate}</sub> {{x}}",
        numbers=f"row {{unit}} · x = {{wx_{gate}}}",
        sentence=f"Row {{unit}} of W<sub>{gate}</sub> meets x place by place: each weight times "
        "its input, then all products summed.",
        vector=("x", "x_in"),
        camera=camera,
    )


def row_times_h(gate: str, camera: str) -> Stage:
    return _product(
        "row_h",
        gate,
        title="Row × h",
        equation=f"U<sub>{gate}</sub> {{h_prev}}",
        numbers=f"row {{unit}} · h = {{uh_{gate}}}",
        sentence=f"The same with h: row {{unit}} of U<sub>{gate}</sub> meets what all units gave "
        "out one step earlier. Every unit hears every unit.",
        vector=("h_prev", "h_in"),
        camera=camera,
    )


def _product(
    kind: str,
    gate: str,
    *,
    title: str,
    equation: str,
    numbers: str,
    sentence: str,
    vector: tuple[str, str],
    camera: str,
) -> Stage:
    """One of the two products of a pre-activation; ``vector`` is the signal and its wire."""
    signal, wire = vector
    return Stage(
        id=f"{kind}-{gate}",
        title=title,
        equation=equation,
        numbers=numbers,
        with_weights=numbers,
        sentence=sentence,
        held=numbers,
        held_sentence=sentence + STILL,
        focus=(signal,),
        wires=(wire, f"to_{gate}"),
        gates=(gate,),
        camera=camera,
        work=f"{kind} {gate}",
    )


def whole_sum(gate: str, title: str, sentence: str, camera: str, work: str) -> Stage:
    """The pre-activation: both products and the bias."""
    numbers = f"{{wx_{gate}}} + {{(uh_{gate})}} + {{(b_{gate})}} = {{z_{gate}}}"
    return Stage(
        id=f"{work}-{gate}",
        title=title,
        equation=f"{{z_{gate}}} = W<sub>{gate}</sub> {{x}} + U<sub>{gate}</sub> {{h_prev}} + "
        f"b<sub>{gate}</sub>",
        numbers=f"{{z_{gate}}}",
        with_weights=numbers,
        sentence=sentence,
        held=numbers,
        held_sentence=sentence + STILL,
        focus=("x", "h_prev"),
        wires=(*READ, f"to_{gate}"),
        gates=(gate,),
        camera=camera,
        work=f"{work} {gate}",
    )


def squash(gate: str, sentence: str, camera: str) -> Stage:
    row = signal(LSTM_SIGNALS, gate)
    function = row.squash
    return Stage(
        id=f"squash-{gate}",
        title=f"Squash with {function}",
        equation=f"{{{gate}}} = {function}({{z_{gate}}})",
        numbers=f"{function}({{z_{gate}}}) = {{{gate}}}",
        sentence=sentence,
        held=f"held at {{{gate}}}, not {function}({{z_{gate}}})",
        held_sentence=f"The {row.label} of unit {{unit}} is held at {{{gate}}} by hand, whatever "
        f"{function} makes of {{z_{gate}}}.",
        focus=(gate,),
        wires=(f"{gate}_out",),
        gates=(gate,),
        camera=camera,
        work=f"squash {gate}",
    )


def inputs(gate: str, sentence: str, wires: tuple[str, ...], camera: str) -> Stage:
    return Stage(
        id="inputs",
        title="What it reads",
        equation="{x}, {h_prev}",
        numbers="h = {h_prev}",
        sentence=sentence,
        focus=("x", "h_prev"),
        wires=(*READ, *wires),
        camera=camera,
        work=f"inputs {gate}",
    )


def sums(gate: str, camera: str) -> tuple[Stage, Stage, Stage]:
    return (
        row_times_x(gate, camera),
        row_times_h(gate, camera),
        whole_sum(
            gate,
            "Add the bias",
            f"The two sums and a bias make the pre-activation: {{z_{gate}}} for unit {{unit}}. It "
            "may be any number.",
            camera,
            "bias",
        ),
    )
