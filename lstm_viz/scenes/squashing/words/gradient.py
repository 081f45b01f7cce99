"""What is said at each stop on gradients, up to the verdict on the claim; HTML."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.scenes.squashing.record.gradient import LONG, GradientRun, GradientRuns
from lstm_viz.scenes.squashing.words.powers import in_powers
from lstm_viz.scenes.squashing.words.tanh import H_BEFORE, H

FORWARD, BACK, TURNED, VERDICT = range(4)
VANISHED, EXPLODED = 0.05, 20.0
"""A gradient that begins as 1 and arrives beyond these we say has vanished or exploded."""
GRADIENT = f"‖∂h<sub>{LONG}</sub>/∂h<sub>t</sub>‖"


def gradient_caption(both: GradientRuns, stop: int) -> Caption:
    """Forward, back, the same with U that only turns, the verdict."""
    if stop == FORWARD:
        return _forward(both.chosen)
    if stop == BACK:
        return _back(both.chosen)
    return _turned(both.orthogonal) if stop == TURNED else _verdict(both)


def _forward(run: GradientRun) -> Caption:
    return caption(
        "Forward: the values",
        f"The same U, gain {run.gain:.3g}, in a plain [[recurrent network]] that reads {LONG} "
        "small random inputs; the scale is in powers of ten. After the last step the "
        f"largest value (without its sign) is {in_powers(run.plain[LONG])} without [[tanh]], "
        f"{in_powers(run.squashed[LONG])} with it.",
        f"{H} = tanh(x<sub>t</sub> + U·{H_BEFORE})",
    )


def _back(run: GradientRun) -> Caption:
    squashed, plain = in_powers(run.squashed_gradient[0]), in_powers(run.plain_gradient[0])
    return caption(
        "Backward: the gradient",
        "A network learns from how much an early step still changes the end: the [[gradient]]. A "
        f"small change of h at step 0 is, at step {LONG}, at most {plain} times as large without "
        f"tanh, {squashed} times with. Going back, every step multiplies by U, and with tanh also "
        "by its [[slope]], at most 1.",
        GRADIENT,
    )


def _turned(run: GradientRun) -> Caption:
    return caption(
        "U that only turns",
        f"Gain 1: U leaves every length as it is. Without tanh the gradient arrives at step 0 as "
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
        "exploding, and none against vanishing. What spares an LSTM, “The cell state” shows.",
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
