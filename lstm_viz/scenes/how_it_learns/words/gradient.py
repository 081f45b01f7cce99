"""What is said at each stop on gradients, up to the verdict on the claim; HTML."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption, coloured
from lstm_viz.notation import in_powers
from lstm_viz.scenes.how_it_learns.record.gradient import LONG, GradientRun, GradientRuns

H, H_BEFORE = coloured("h", "h<sub>t</sub>"), coloured("h", "h<sub>t−1</sub>")
FORWARD, BACK, VERDICT = range(3)
VANISHED, EXPLODED = 0.05, 20.0
"""A gradient that begins as 1 and arrives beyond these we say has vanished or exploded."""
GRADIENT = f"‖∂h<sub>{LONG}</sub>/∂h<sub>t</sub>‖"


def gradient_caption(both: GradientRuns, stop: int) -> Caption:
    """Forward, back, and with U that only turns, the verdict."""
    if stop == FORWARD:
        return _forward(both.chosen)
    return _back(both.chosen) if stop == BACK else _verdict(both)


def _forward(run: GradientRun) -> Caption:
    return caption(
        "Forward: the values",
        f"Does tanh help a network learn? A plain [[recurrent network]] reads {LONG} small inputs; "
        f"at each, its [[U]] turns what it carries, a vector of three, by 60° and {_length(run)} "
        f"(gain {run.gain:.3g}). At the end the largest value (without its sign) is "
        f"{in_powers(run.plain[LONG])} without [[tanh]], {in_powers(run.squashed[LONG])} with it.",
        f"{H} = tanh(x<sub>t</sub> + U·{H_BEFORE})",
    )


def _length(run: GradientRun) -> str:
    if run.gain == 1:
        return "leaves its length"
    return f"makes it {run.gain:.3g} times as long"


def _back(run: GradientRun) -> Caption:
    squashed, plain = in_powers(run.squashed_gradient[0]), in_powers(run.plain_gradient[0])
    return caption(
        "Backward: the gradient",
        "To learn from an early step, its [[gradient]] has to come back to it. A small change of "
        f"h at step 0 is, at step {LONG}, at most {plain} times as large without tanh, "
        f"{squashed} times with: every step multiplies by U, and with tanh also by its "
        "[[slope]], at most 1.",
        GRADIENT,
    )


def _verdict(both: GradientRuns) -> Caption:
    runs = [both.chosen] * (both.chosen.gain != both.orthogonal.gain) + [both.orthogonal]
    shown = "both runs" if len(runs) > 1 else "this run"
    return caption(
        "U that only turns, and the verdict",
        "<b>Claim:</b> tanh reduces [[vanishing|vanishing-gradient]] and "
        f"[[exploding|exploding-gradient]] gradients. <b>Seen:</b> {' '.join(map(_seen, runs))} "
        f"<b>Verdict:</b> tanh made the gradient smaller in {shown}. That is a help against "
        "exploding, and none against vanishing. What gates do about it: “Gradients through time”.",
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
