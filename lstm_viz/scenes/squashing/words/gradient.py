"""What is said at each frame on gradients, up to the verdict on the claim; HTML."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.scenes.squashing.record.gradient import LONG, GradientRuns
from lstm_viz.scenes.squashing.words.powers import in_powers
from lstm_viz.scenes.squashing.words.tanh import H_BEFORE, H

BACK, TURNED = 6, 11
"""The steps of the part on gradients at which the way back begins, and at which W only turns."""
AT = (0, 10, 20, 30, 40, LONG)
"""The steps of the long run at which the part on gradients stops: first on the way forward, then,
in the other order, on the way back."""
FORWARD = (1, *AT[1:])
"""On the way forward it begins at step 1: h_0 is 0, which has no place among powers of ten."""
VANISHED = 0.05
"""From here down we say that a gradient which begins as 1 vanishes."""


def gradient_caption(both: GradientRuns, step: int) -> Caption:
    """Six stops forward, five back, then the same with W that only turns, then the verdict."""
    if step < BACK:
        return _forward(both, FORWARD[step])
    if step < TURNED:
        return _back(both, AT[TURNED - 1 - step])
    return _turned(both) if step == TURNED else _verdict(both)


def _forward(both: GradientRuns, t: int) -> Caption:
    run = both.chosen
    h = f"{H} = tanh(x<sub>t</sub> + W·{H_BEFORE})"
    if t == 1:
        return caption(
            "Forward: the values",
            f"The same W ([[U]] elsewhere), gain {run.gain:.3g}, in a plain "
            f"[[recurrent network]] that reads {LONG} small random inputs, without [[tanh]] and "
            "with. Left, in powers of ten: the value furthest from 0, now after step 1. Right, "
            "later: the gradient on its way back.",
            h,
        )
    return caption(
        "Forward: the values",
        f"After {t} steps the value furthest from 0 is {in_powers(run.plain[t])} away without "
        f"tanh and {in_powers(run.squashed[t])} with. With tanh none ever reaches 1.",
        h,
    )


def _back(both: GradientRuns, t: int) -> Caption:
    run, back = both.chosen, LONG - t
    first = t == AT[-2]
    size = " Its size: the largest factor by which the change can grow (spectral norm)." * first
    return caption(
        "Backward: the gradient",
        f"How much a small change of h at step {t} still matters at step {LONG}, {back} steps "
        f"later: the [[gradient]] is {in_powers(run.plain_gradient[t])} without tanh, "
        f"{in_powers(run.squashed_gradient[t])} with.{size}",
        f"‖∂h<sub>{LONG}</sub>/∂h<sub>{t}</sub>‖",
    )


def _turned(both: GradientRuns) -> Caption:
    run = both.orthogonal
    return caption(
        "W that only turns",
        f"Gain 1, so W is orthogonal: without tanh the gradient arrives at step 0 as "
        f"{in_powers(run.plain_gradient[0])}, as it left. With tanh "
        f"{in_powers(run.squashed_gradient[0])} of it arrives: it [[vanishes|vanishing-gradient]].",
        f"‖∂h<sub>{LONG}</sub>/∂h<sub>0</sub>‖",
    )


def _verdict(both: GradientRuns) -> Caption:
    run, turn = both.chosen, both.orthogonal
    without, with_tanh = run.plain_gradient[0], run.squashed_gradient[0]
    but = ", but now it [[vanishes|vanishing-gradient]]" if with_tanh < VANISHED else ""
    gone = (
        f"At gain {run.gain:.3g} a gradient of {in_powers(without)} becomes "
        f"{in_powers(with_tanh)}: the [[explosion|exploding-gradient]] is gone{but}. "
        if without > 1.01
        else ""
    )
    return caption(
        "Verdict",
        "<b>Claim:</b> tanh reduces vanishing and exploding gradients. <b>Runs:</b> "
        f"{gone}At gain 1, {in_powers(turn.plain_gradient[0])} becomes "
        f"{in_powers(turn.squashed_gradient[0])}. <b>Verdict:</b> tanh bounds the values and "
        "can stop an explosion, but for this W it makes vanishing worse.",
    )
