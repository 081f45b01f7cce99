"""What is said at each stop on tanh; HTML."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.caption import Caption, caption, coloured
from lstm_viz.lesson.turning import TURN
from lstm_viz.notation import in_powers, number
from lstm_viz.scenes.squashing.record.tanh import STEPS, TanhRun
from lstm_viz.trace import Array

START, MULTIPLIED, SQUASHED = range(3)
LATER = {3: STEPS}
"""By stop, after how many steps it is."""
STOPS = 3 + len(LATER)
OFF_SCALE = 2.0
"""The bars of the part on tanh reach this far."""
BEYOND = OFF_SCALE + 1e-9
"""From here on a value is off the scale; one that is turned may come back as 2.0000000000000004."""
H, H_BEFORE = coloured("h", "h<sub>t</sub>"), coloured("h", "h<sub>t−1</sub>")
Z = "z<sub>t</sub>"
COUNTED = ("None", "One", "Two", "All")


def steps_done(stop: int) -> int:
    """How many steps there have been at a stop, the one under way too."""
    return LATER.get(stop, min(stop, 1))


def tanh_caption(run: TanhRun, stop: int) -> Caption:
    """The vector and U; the first step in two stops; then what many steps do."""
    if stop == START:
        return _start(run)
    if stop == MULTIPLIED:
        return _multiplied(run)
    return _squashed(run) if stop == SQUASHED else _later(run, stop)


def _start(run: TanhRun) -> Caption:
    length = "leaves it as long as it is"
    if run.gain != 1:
        length = f"makes it {run.gain:.3g} times as long"
    rows = "; ".join(" ".join(in_powers(float(w)) for w in row) for row in TURN)
    return caption(
        "The vector and U",
        "Three values, twice. A recurrent network multiplies what it carries by the same weights, "
        f"[[U]], at every word; this one turns it by 60° and {length}. Only at the right "
        "[[tanh]] follows.",
        f"left: {H} = U·{H_BEFORE}&ensp;|&ensp;right: {H} = tanh(U·{H_BEFORE})",
        f"U = {run.gain:.3g} × ({rows})",
    )


def furthest(values: Array) -> float:
    """The value furthest from 0."""
    return float(values[np.abs(values).argmax()])


def _without(run: TanhRun, t: int) -> str:
    """The vector without tanh after ``t`` steps, as a clause."""
    if not run.plain[0].any():
        return "a vector of zeros stays one"
    if run.gain == 1:
        return "the vector is as long as at the start"
    return f"the vector is {in_powers(run.gain**t)} times as long as at the start"


def _beyond(run: TanhRun, t: int) -> str:
    off = int((np.abs(run.plain[t]) > BEYOND).sum())
    return f" ({COUNTED[off].lower()} of its values off the scale, ↑↓)" if off else ""


def _multiplied(run: TanhRun) -> Caption:
    return caption(
        "Multiply",
        f"Both are multiplied by U. On the left that is the whole step: {_without(run, 1)}"
        f"{_beyond(run, 1)}. On the right it is z, which tanh is given next.",
        f"left: {H} = U·{H_BEFORE}&ensp;|&ensp;right: {Z} = U·{H_BEFORE}",
    )


def _squashed(run: TanhRun) -> Caption:
    component = int(run.furthest[1])
    z, h, slope = (float(a[1, component]) for a in (run.z, run.squashed, run.slopes))
    return caption(
        "Squash",
        f"[[tanh]] brings each z to between −1 and 1: {in_powers(z)}, the one furthest from 0, "
        f"becomes {in_powers(h)}. The line through each point is its [[slope]], here "
        f"{number(slope)}: how much of a small change gets through.",
        f"{H} = tanh({Z})",
        f"tanh({in_powers(z)}) = {in_powers(h)}",
    )


def _later(run: TanhRun, stop: int) -> Caption:
    t, since = steps_done(stop), steps_done(stop) - steps_done(stop - 1)
    before, now = (furthest(run.squashed[step]) for step in (t - since, t))
    more = "One more step" if since == 1 else f"{since} more steps"
    return caption(
        f"After {t} steps",
        f"{more}. Left: {_without(run, t)}{_beyond(run, t)}. Right: the value furthest from 0 was "
        f"{in_powers(before)} and is {in_powers(now)}{_bounded(now) if t == STEPS else ''}.",
        f"left: {H} = U·{H_BEFORE}&ensp;|&ensp;right: {H} = tanh(U·{H_BEFORE})",
    )


def _bounded(now: float) -> str:
    return "; tanh never lets one reach 1" if now else ""
