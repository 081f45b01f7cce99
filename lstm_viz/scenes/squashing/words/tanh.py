"""What is said at each frame on tanh; HTML."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.caption import Caption, caption, coloured
from lstm_viz.notation import bracketed, number
from lstm_viz.scenes.squashing.record.tanh import TURN, TanhRun
from lstm_viz.scenes.squashing.words.powers import in_powers
from lstm_viz.trace import Array

OFF_SCALE = 2.0
"""The bars of the part on tanh reach this far."""
BEYOND = OFF_SCALE + 1e-9
"""From here on a value is off the scale; one that is turned may come back as 2.0000000000000004."""
H, H_BEFORE = coloured("h", "h<sub>t</sub>"), coloured("h", "h<sub>t−1</sub>")
Z = "z<sub>t</sub>"


def tanh_caption(run: TanhRun, t: int, stage: int) -> Caption:
    """Step 0 shows the vector, then W; every later step multiplies, then squashes."""
    if t == 0:
        return _start(run) if stage == 0 else _matrix(run)
    return _multiplied(run, t) if stage == 0 else _squashed(run, t)


def _vector(values: Array) -> str:
    return "(" + ", ".join(in_powers(float(value)) for value in values) + ")"


def _longer(run: TanhRun) -> str:
    if run.gain == 1:
        return "leaves its length as it is"
    return f"makes it {run.gain:.3g} times as long"


def _start(run: TanhRun) -> Caption:
    return caption(
        "The vector",
        "The same vector on both sides. It will go through the same [[matrix product]] at every "
        "step, on the right with [[tanh]] after it.",
        f"{coloured('h', 'h<sub>0</sub>')} = {_vector(run.plain[0])}",
    )


def _matrix(run: TanhRun) -> Caption:
    rows = "; ".join(" ".join(in_powers(float(w)) for w in row) for row in TURN)
    return caption(
        "The matrix",
        f"W, elsewhere called [[U]], turns the vector by 60° about the axis (1, 1, 1) and "
        f"{_longer(run)}. The bars reach up "
        f"to ±{OFF_SCALE:.0f}; what is larger has an arrow.",
        f"W = {run.gain:.3g} × ({rows})",
    )


def extreme(values: Array) -> float:
    """The value furthest from 0."""
    return float(values[np.abs(values).argmax()])


def off_scale(run: TanhRun, t: int) -> int:
    """How many of the values without tanh are off the scale."""
    return int((np.abs(run.plain[t]) > BEYOND).sum())


def _grown(run: TanhRun, t: int) -> str:
    """The whole vector without tanh against what it was at the start."""
    if not run.plain[0].any():
        return "a vector of zeros stays one"
    if run.gain == 1:
        return "the vector is still as long as at the start"
    return f"the vector is now {in_powers(run.gain**t)} times as long as at the start"


def _beyond(run: TanhRun, t: int) -> str:
    off = off_scale(run, t)
    if not off:
        return ""
    where = ("one of its values is", "two of its values are", "all of its values are")[off - 1]
    first = not any(off_scale(run, earlier) for earlier in range(t))
    return f"; {where} off the scale{', for the first time' if first else ''}"


def _multiplied(run: TanhRun, t: int) -> Caption:
    before = run.plain[t - 1]
    terms = " + ".join(
        f"{in_powers(float(w))}·{bracketed(in_powers(float(v)))}"
        for w, v in zip(run.weight[0], before, strict=True)
    ).replace("+ −", "− ")
    return caption(
        "Multiply",
        f"Both vectors are multiplied by W. On the left that is the whole step: "
        f"{_grown(run, t)}{_beyond(run, t)}.",
        f"left: {H} = W·{H_BEFORE}&ensp;|&ensp;right: {Z} = W·{H_BEFORE}",
        f"left, value 1:&ensp;{terms} = {in_powers(float(run.plain[t, 0]))}",
    )


def _squashed(run: TanhRun, t: int) -> Caption:
    component = int(run.furthest[t])
    z, h, slope = (float(a[t, component]) for a in (run.z, run.squashed, run.slopes))
    end = ""
    if t == len(run.plain) - 1:
        end = (
            f" After {t} steps the value furthest from 0 is {in_powers(extreme(run.plain[t]))} on "
            f"the left and {in_powers(h)} on the right."
        )
    return caption(
        "Squash",
        f"[[tanh]] takes each value z of the right side to between −1 and 1: {in_powers(z)}, the "
        f"one furthest from 0, becomes {in_powers(h)}. Its [[slope]] there is "
        f"{number(slope)}.{end}",
        f"{H} = tanh({Z})",
        f"tanh({in_powers(z)}) = {in_powers(h)}",
    )
