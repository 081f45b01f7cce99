"""What is said at each frame on tanh and on σ, from the run alone; HTML."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.caption import Told, coloured, said
from lstm_viz.notation import bracketed, number
from lstm_viz.scenes.squashing.record import TURN, UNKNOWN, Gate, Repeated, in_powers
from lstm_viz.trace import Array

OFF_SCALE = 2.0
"""The bars of the part on tanh reach this far."""
BEYOND = OFF_SCALE + 1e-9
"""From here on a value is off the scale; one that is turned may come back as 2.0000000000000004."""


H, H_BEFORE = coloured("h", "h<sub>t</sub>"), coloured("h", "h<sub>t−1</sub>")
Z = "z<sub>t</sub>"


# ---- tanh --------------------------------------------------------------------------------------


def tanh_told(run: Repeated, t: int, stage: int) -> Told:
    """Step 0 shows the vector, then W; every later step multiplies, then squashes."""
    if t == 0:
        return _start(run) if stage == 0 else _matrix(run)
    return _multiplied(run, t) if stage == 0 else _squashed(run, t)


def _vector(values: Array) -> str:
    return "(" + ", ".join(in_powers(float(value)) for value in values) + ")"


def _longer(run: Repeated) -> str:
    if run.gain == 1:
        return "leaves its length as it is"
    return f"makes it {run.gain:.3g} times as long"


def _start(run: Repeated) -> Told:
    return said(
        "The vector",
        "The same vector on both sides. It will go through the same [[matrix product]] at every "
        "step, on the right with [[tanh]] after it.",
        f"{coloured('h', 'h<sub>0</sub>')} = {_vector(run.plain[0])}",
    )


def _matrix(run: Repeated) -> Told:
    rows = "; ".join(" ".join(in_powers(float(w)) for w in row) for row in TURN)
    return said(
        "The matrix",
        f"W, elsewhere called [[U]], turns the vector by 60° about the axis (1, 1, 1) and "
        f"{_longer(run)}. The bars reach up "
        f"to ±{OFF_SCALE:.0f}; what is larger has an arrow.",
        f"W = {run.gain:.3g} × ({rows})",
    )


def extreme(values: Array) -> float:
    """The value furthest from 0."""
    return float(values[np.abs(values).argmax()])


def off_scale(run: Repeated, t: int) -> int:
    """How many of the values without tanh are off the scale."""
    return int((np.abs(run.plain[t]) > BEYOND).sum())


def _grown(run: Repeated, t: int) -> str:
    """The whole vector without tanh against what it was at the start."""
    if not run.plain[0].any():
        return "a vector of zeros stays one"
    if run.gain == 1:
        return "the vector is still as long as at the start"
    return f"the vector is now {in_powers(run.gain**t)} times as long as at the start"


def _beyond(run: Repeated, t: int) -> str:
    off = off_scale(run, t)
    if not off:
        return ""
    where = ("one of its values is", "two of its values are", "all of its values are")[off - 1]
    first = not any(off_scale(run, earlier) for earlier in range(t))
    return f"; {where} off the scale{', for the first time' if first else ''}"


def _multiplied(run: Repeated, t: int) -> Told:
    before = run.plain[t - 1]
    terms = " + ".join(
        f"{in_powers(float(w))}·{bracketed(in_powers(float(v)))}"
        for w, v in zip(run.weight[0], before, strict=True)
    ).replace("+ −", "− ")
    return said(
        "Multiply",
        f"Both vectors are multiplied by W. On the left that is the whole step: "
        f"{_grown(run, t)}{_beyond(run, t)}.",
        f"left: {H} = W·{H_BEFORE}&ensp;|&ensp;right: {Z} = W·{H_BEFORE}",
        f"left, value 1:&ensp;{terms} = {in_powers(float(run.plain[t, 0]))}",
    )


def _squashed(run: Repeated, t: int) -> Told:
    component = int(run.furthest[t])
    z, h, slope = (float(a[t, component]) for a in (run.z, run.squashed, run.slopes))
    end = ""
    if t == len(run.plain) - 1:
        end = (
            f" After {t} steps the value furthest from 0 is {in_powers(extreme(run.plain[t]))} on "
            f"the left and {in_powers(h)} on the right."
        )
    return said(
        "Squash",
        f"[[tanh]] takes each value z of the right side to between −1 and 1: {in_powers(z)}, the "
        f"one furthest from 0, becomes {in_powers(h)}. Its [[slope]] there is "
        f"{number(slope)}.{end}",
        f"{H} = tanh({Z})",
        f"tanh({in_powers(z)}) = {in_powers(h)}",
    )


# ---- σ -----------------------------------------------------------------------------------------


def sigmoid_told(gate: Gate, stage: int) -> Told:
    """First the squash, then the product."""
    return _gate(gate) if stage == 0 else _kept(gate)


def _reads(gate: Gate) -> str:
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


def _gate(gate: Gate) -> Told:
    near = "near 0" if gate.gate < 0.1 else "near 1" if gate.gate > 0.9 else "neither 0 nor 1"
    return said(
        "Squash",
        f"{_reads(gate)}σ squashes it to {coloured('f', number(gate.gate))}, {near}; "
        f"its [[slope]] there is {number(gate.slope)}.",
        f"{coloured('f', 'f<sub>t</sub>')} = σ({Z})",
        f"σ({in_powers(gate.z)}) = {number(gate.gate)}",
    )


def _kept(gate: Gate) -> Told:
    if gate.gate < 0.1:
        what = f"Almost all of “{gate.thought}” is forgotten"
    elif gate.gate > 0.9:
        what = f"Almost all of “{gate.thought}” is kept"
    else:
        what = f"A part of “{gate.thought}” is kept"
    f, c = coloured("f", "f<sub>t</sub>"), coloured("c", "c<sub>t−1</sub>")
    return said(
        "Multiply",
        f"{what}: of {coloured('c', in_powers(gate.before))} in the [[cell state]] "
        f"{coloured('c', in_powers(gate.kept))} stays.",
        f"{f} ⊙ {c}",
        f"{number(gate.gate)} × {in_powers(gate.before)} = {in_powers(gate.kept)}",
    )
