"""What is said at each gate on σ; HTML."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption, coloured
from lstm_viz.notation import number
from lstm_viz.scenes.squashing.record.sigmoid import UNKNOWN, GateValue
from lstm_viz.scenes.squashing.words.powers import in_powers

NEAR = 0.1
"""So near to 0 or to 1 we call a gate shut or open."""


def sigmoid_caption(gate: GateValue) -> Caption:
    """The squash, and what the gate does then."""
    f, c = coloured("f", "f<sub>t</sub>"), coloured("c", "c<sub>t−1</sub>")
    return caption(
        _title(gate),
        f"{_reads(gate)}[[σ|sigmoid]] squashes it to {coloured('f', in_powers(gate.gate))} "
        f"([[slope]] {number(gate.slope)}). {_kept(gate)}: of "
        f"{coloured('c', in_powers(gate.before))} in the [[cell state]] "
        f"{coloured('c', in_powers(gate.kept))} stays.",
        f"{f} = σ(z<sub>t</sub>)&ensp;|&ensp;{f} ⊙ {c}",
        f"σ({in_powers(gate.z)}) = {in_powers(gate.gate)}&ensp;|&ensp;{product(gate)}",
    )


def product(gate: GateValue) -> str:
    """What is kept; small numbers are written in powers of ten, and so rounded to two digits."""
    share, kept = in_powers(gate.gate), in_powers(gate.kept)
    equals = "≈" if "·" in share + kept else "="
    return f"{share} × {in_powers(gate.before)} {equals} {kept}"


def _title(gate: GateValue) -> str:
    if gate.own:
        return "A gate of your own"
    if gate.word == UNKNOWN:
        return "A gate at z = 0"
    return "A gate near 0" if gate.gate < NEAR else "A gate near 1"


def _reads(gate: GateValue) -> str:
    z = in_powers(gate.z)
    if gate.own:
        return (
            f"Your own: a [[bias]] brings the [[forget gate]] of “{gate.thought}” at "
            f"“{gate.word}” to z = {z}. "
        )
    if gate.word == UNKNOWN:
        return (
            f"“{gate.word}” is a word this network has no weights for, so its [[pre-activation]] "
            "z is 0. "
        )
    return (
        f"The [[forget gate]] of “{gate.thought}” in the phone call, at “{gate.word}”: its "
        f"weighted sum z is {z}. "
    )


def _kept(gate: GateValue) -> str:
    if gate.gate < NEAR:
        return f"Almost all of “{gate.thought}” is forgotten"
    if gate.gate > 1 - NEAR:
        return f"Almost all of “{gate.thought}” is kept"
    return f"A part of “{gate.thought}” is kept"
