"""What is said at each gate on σ; HTML."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption, coloured
from lstm_viz.notation import number
from lstm_viz.scenes.squashing.record.sigmoid import GateValue
from lstm_viz.scenes.squashing.words.powers import in_powers

NEAR = 0.1
"""So near to 0 or to 1 we call a gate shut or open."""


def sigmoid_caption(gate: GateValue) -> Caption:
    """The squash, and what the gate does then."""
    f, c = coloured("f", "f<sub>t</sub>"), coloured("c", "c<sub>t−1</sub>")
    return caption(
        _title(gate),
        f"{_begins(gate)}: [[σ|sigmoid]] squashes it to {coloured('f', in_powers(gate.gate))} "
        f"([[slope]] {number(gate.slope)}). {_kept(gate)}: of the "
        f"{coloured('c', in_powers(gate.before))} that the unit holds, "
        f"{coloured('c', in_powers(gate.kept))} stays.",
        f"{f} = σ(z<sub>t</sub>)&ensp;|&ensp;{f} ⊙ {c}",
        f"σ({in_powers(gate.z)}) = {in_powers(gate.gate)}&ensp;|&ensp;{product(gate)}",
    )


def product(gate: GateValue) -> str:
    """What is kept; small numbers are written in powers of ten, and so rounded to two digits."""
    share, kept = in_powers(gate.gate), in_powers(gate.kept)
    return f"{share} × {in_powers(gate.before)} = {kept}"


def _title(gate: GateValue) -> str:
    if gate.own:
        return "A gate of your own"
    if gate.z == 0:
        return "A gate at z = 0"
    return "A gate near 0" if gate.gate < NEAR else "A gate near 1"


def _begins(gate: GateValue) -> str:
    z = in_powers(gate.z)
    if gate.own:
        return f"Your own: a [[forget gate]] whose sum z is {z}, as the slider below says"
    if gate.z == 0:
        return "Here the sum z is 0, and speaks neither for keeping nor for forgetting"
    return f"The [[forget gate]] of a [[unit]] is made of a weighted sum, z. Here z is {z}"


def _kept(gate: GateValue) -> str:
    if gate.gate < NEAR:
        return "Almost all is forgotten"
    if gate.gate > 1 - NEAR:
        return "Almost all is kept"
    return "A part is kept"
