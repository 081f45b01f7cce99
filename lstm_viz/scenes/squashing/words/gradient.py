"""What is said at each stop on gradients, up to the verdict on the claim; HTML."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.scenes.squashing.record.gradient import LONG, GradientRun, GradientRuns
from lstm_viz.scenes.squashing.words.powers import in_powers
from lstm_viz.scenes.squashing.words.tanh import H_BEFORE, H

FORWARD, BACK, ARRIVED, TURNED, VERDICT = range(5)
REACHED = {BACK: 40, ARRIVED: 0}
"""The steps at which the way back stops."""
VANISHED, EXPLODED = 0.05, 20.0
"""A gradient that begins as 1 and arrives beyond these we say has vanished or exploded."""
GRADIENT = f"‖∂h<sub>{LONG}</sub>/∂h<sub>t</sub>‖"


def gradient_caption(both: GradientRuns, stop: int) -> Caption:
    """Forward, back in two stops, the same with W that only turns, the verdict."""
    if stop == FORWARD:
        return _forward(both.chosen)
    if stop in REACHED:
        return _back(both.chosen, REACHED[stop])
    return _turned(both.orthogonal) if stop == TURNED else _verdict(both)


def _forward(run: GradientRun) -> Caption:
    return caption(
        "Forward: the values",
        f"The same W, gain {run.gain:.3g}, in a plain [[recurrent network]] that reads {LONG} "
        "small random inputs; the scale is in powers of ten. After the last step the value "
        f"furthest from 0 is {in_powers(run.plain[LONG])} away without [[tanh]] and "
        f"{in_powers(run.squashed[LONG])} with.",
        f"{H} = tanh(x<sub>t</sub> + W·{H_BEFORE})",
    )


def _back(run: GradientRun, t: int) -> Caption:
    squashed, plain = in_powers(run.squashed_gradient[t]), in_powers(run.plain_gradient[t])
    if t:
        said = (
            f"Now back. A small change of h at step {t} makes at most {plain} times that change at "
            f"step {LONG} without tanh, {squashed} times with: the size of the [[gradient]] "
            "(spectral norm)."
        )
    else:
        said = (
            f"All the way back, {LONG} steps: {plain} without tanh, {squashed} with. Every step "
            "multiplies by W, and with tanh also by its [[slope]], which is at most 1."
        )
    return caption("Backward: the gradient", said, GRADIENT)


def _turned(run: GradientRun) -> Caption:
    return caption(
        "W that only turns",
        f"Gain 1: W leaves every length as it is. Without tanh the gradient arrives at step 0 as "
        f"{in_powers(run.plain_gradient[0])}, as it left. With tanh "
        f"{in_powers(run.squashed_gradient[0])} of it arrives: it [[vanishes|vanishing-gradient]].",
        GRADIENT,
    )


def _verdict(both: GradientRuns) -> Caption:
    runs = [both.chosen] * (both.chosen.gain != both.orthogonal.gain) + [both.orthogonal]
    shown = "both runs" if len(runs) > 1 else "this run"
    return caption(
        "Verdict",
        "<b>Claim:</b> tanh reduces [[vanishing|vanishing-gradient]] and "
        f"[[exploding|exploding-gradient]] gradients. <b>Seen:</b> {' '.join(map(_seen, runs))} "
        f"<b>Verdict:</b> tanh made the gradient smaller in {shown}. That is a help against "
        "exploding, and none against vanishing.",
    )


def _seen(run: GradientRun) -> str:
    without, with_tanh = run.plain_gradient[0], run.squashed_gradient[0]
    return (
        f"At gain {run.gain:.3g}, {in_powers(without)} becomes {in_powers(with_tanh)}: "
        f"{_what_tanh_did(without, with_tanh)}."
    )


def _what_tanh_did(without: float, with_tanh: float) -> str:
    if without > EXPLODED:
        vanishes = with_tanh < VANISHED
        return "no explosion, but now it vanishes" if vanishes else "the explosion is gone"
    if without < VANISHED:
        return "it vanished before, and more so now"
    return "it vanishes through tanh"
