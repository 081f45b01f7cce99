"""What is said at each stop on σ: first the share alone, then where it comes from; HTML."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.lesson.caption import Caption, caption, coloured
from lstm_viz.notation import in_powers, number, percent
from lstm_viz.scenes.squashing.record.sigmoid import SHOWN, GateValue

SHARE = 0
"""The first stop: what a gate does, before it is said what makes it."""
OWN = len(SHOWN)
STOPS = OWN + 1
NEAR = 0.1
"""So near to 0 or to 1 we call a gate shut or open."""
F, C = coloured("f", "f<sub>t</sub>"), coloured("c", "c<sub>t−1</sub>")


def sigmoid_caption(gates: Sequence[GateValue], stop: int) -> Caption:
    gate = gates[stop]
    if stop == SHARE:
        return _share(gate)
    return caption(
        _title(gate),
        f"{_begins(gate)} {_kept(gate)}",
        f"{F} = σ(z<sub>t</sub>)&ensp;|&ensp;{F} ⊙ {C}",
        f"σ({in_powers(gate.z)}) = {in_powers(gate.gate)}&ensp;|&ensp;{product(gate)}",
    )


def _share(gate: GateValue) -> Caption:
    return caption(
        "How much may pass?",
        "A [[gate]] is a share. 0: nothing may pass; 1: all may. This one is "
        f"{coloured('f', in_powers(gate.gate))}, so of the {coloured('c', in_powers(gate.before))} "
        f"that a [[unit]] holds, {coloured('c', in_powers(gate.kept))} stays.",
        f"{F} ⊙ {C}",
        product(gate),
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
    return "A gate near 0" if gate.gate < NEAR else "Where the share comes from"


def _begins(gate: GateValue) -> str:
    z, share = in_powers(gate.z), coloured("f", in_powers(gate.gate))
    if gate.own:
        return (
            f"Choose any z: {z} makes {share}. The line at the point is the "
            f"[[slope]], here {number(gate.slope)}: how much of a small change of z gets through."
        )
    if gate.z == 0:
        return f"A sum of 0 speaks neither for keeping nor for forgetting: {share}."
    if gate.gate < NEAR:
        return f"Far below 0, z is {z}, the gate is nearly shut: {share}."
    return (
        f"The unit’s weights make a sum z of what comes in; it may be any number, here {z}. "
        f"[[σ|sigmoid]] squashes it to between 0 and 1: {share}."
    )


def _kept(gate: GateValue) -> str:
    if gate.gate < NEAR:
        return "Almost all is forgotten."
    if gate.gate > 1 - NEAR:
        return "Almost all is kept."
    return f"{_share_of(gate)} kept."


def _share_of(gate: GateValue) -> str:
    """What stays, in a word where there is one."""
    worded = {"0.25": "A quarter is", "0.50": "Half is", "0.75": "Three quarters are"}
    return worded.get(number(gate.gate), f"{percent(gate.gate)} is")
