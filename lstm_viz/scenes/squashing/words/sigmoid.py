"""What is said at each frame on σ; HTML."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption, coloured
from lstm_viz.notation import number
from lstm_viz.scenes.squashing.record.sigmoid import UNKNOWN, GateValue
from lstm_viz.scenes.squashing.words.powers import in_powers
from lstm_viz.scenes.squashing.words.tanh import Z


def sigmoid_caption(gate: GateValue, stage: int) -> Caption:
    """First the squash, then the product."""
    return _gate(gate) if stage == 0 else _kept(gate)


def _reads(gate: GateValue) -> str:
    if gate.own:
        return (
            f"Your own: a [[bias]] brings the [[forget gate]] of “{gate.thought}” at "
            f"“{gate.word}” to z = {in_powers(gate.z)}. "
        )
    if gate.word == UNKNOWN:
        return (
            f"“{gate.word}” is a word this network has no weights for, so its [[pre-activation]] "
            "is 0. "
        )
    return f"The [[forget gate]] of “{gate.thought}”, as the phone call reads “{gate.word}”. "


def _gate(gate: GateValue) -> Caption:
    near = "near 0" if gate.gate < 0.1 else "near 1" if gate.gate > 0.9 else "neither 0 nor 1"
    return caption(
        "Squash",
        f"{_reads(gate)}σ squashes it to {coloured('f', number(gate.gate))}, {near}; "
        f"its [[slope]] there is {number(gate.slope)}.",
        f"{coloured('f', 'f<sub>t</sub>')} = σ({Z})",
        f"σ({in_powers(gate.z)}) = {number(gate.gate)}",
    )


def _kept(gate: GateValue) -> Caption:
    if gate.gate < 0.1:
        what = f"Almost all of “{gate.thought}” is forgotten"
    elif gate.gate > 0.9:
        what = f"Almost all of “{gate.thought}” is kept"
    else:
        what = f"A part of “{gate.thought}” is kept"
    f, c = coloured("f", "f<sub>t</sub>"), coloured("c", "c<sub>t−1</sub>")
    return caption(
        "Multiply",
        f"{what}: of {coloured('c', in_powers(gate.before))} in the [[cell state]] "
        f"{coloured('c', in_powers(gate.kept))} stays.",
        f"{f} ⊙ {c}",
        f"{number(gate.gate)} × {in_powers(gate.before)} = {in_powers(gate.kept)}",
    )
