"""What tanh does to gradients: what is said (HTML), the verdict on a claim, and what is asked."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.caption import Told, said
from lstm_viz.lesson.question import Choice, Option, Question
from lstm_viz.scenes.squashing.record import LONG, Both, in_powers
from lstm_viz.scenes.squashing.words import H_BEFORE, H

BACK, TURNED = 6, 11
"""The steps of the part on gradients at which the way back begins, and at which W only turns."""
AT = (0, 10, 20, 30, 40, LONG)
"""The steps of the long run at which the part on gradients stops: first on the way forward, then,
in the other order, on the way back."""
FORWARD = (1, *AT[1:])
"""On the way forward it begins at step 1: h_0 is 0, which has no place among powers of ten."""
VANISHED = 0.05
"""From here down we say that a gradient which begins as 1 vanishes."""


def gradient_told(both: Both, step: int) -> Told:
    """Six stops forward, five back, then the same with W that only turns, then the verdict."""
    if step < BACK:
        return _forward(both, FORWARD[step])
    if step < TURNED:
        return _back(both, AT[TURNED - 1 - step])
    return _turned(both) if step == TURNED else _verdict(both)


def _forward(both: Both, t: int) -> Told:
    run = both.chosen
    h = f"{H} = tanh(x<sub>t</sub> + W·{H_BEFORE})"
    if t == 1:
        return said(
            "Forward: the values",
            f"The same W ([[U]] elsewhere), gain {run.gain:.3g}, in a plain "
            f"[[recurrent network]] that reads {LONG} small random inputs, without [[tanh]] and "
            "with. Left, in powers of ten: the value furthest from 0, now after step 1. Right, "
            "later: the gradient on its way back.",
            h,
        )
    return said(
        "Forward: the values",
        f"After {t} steps the value furthest from 0 is {in_powers(run.plain[t])} away without "
        f"tanh and {in_powers(run.squashed[t])} with. With tanh none ever reaches 1.",
        h,
    )


def _back(both: Both, t: int) -> Told:
    run, back = both.chosen, LONG - t
    first = t == AT[-2]
    size = " Its size: the largest factor by which the change can grow (spectral norm)." * first
    return said(
        "Backward: the gradient",
        f"How much a small change of h at step {t} still matters at step {LONG}, {back} steps "
        f"later: the [[gradient]] is {in_powers(run.plain_gradient[t])} without tanh, "
        f"{in_powers(run.squashed_gradient[t])} with.{size}",
        f"‖∂h<sub>{LONG}</sub>/∂h<sub>{t}</sub>‖",
    )


def _turned(both: Both) -> Told:
    run = both.orthogonal
    return said(
        "W that only turns",
        f"Gain 1, so W is orthogonal: without tanh the gradient arrives at step 0 as "
        f"{in_powers(run.plain_gradient[0])}, as it left. With tanh "
        f"{in_powers(run.squashed_gradient[0])} of it arrives: it [[vanishes|vanishing-gradient]].",
        f"‖∂h<sub>{LONG}</sub>/∂h<sub>0</sub>‖",
    )


def _verdict(both: Both) -> Told:
    run, turn = both.chosen, both.orthogonal
    without, with_tanh = run.plain_gradient[0], run.squashed_gradient[0]
    but = ", but now it [[vanishes|vanishing-gradient]]" if with_tanh < VANISHED else ""
    gone = (
        f"At gain {run.gain:.3g} a gradient of {in_powers(without)} becomes "
        f"{in_powers(with_tanh)}: the [[explosion|exploding-gradient]] is gone{but}. "
        if without > 1.01
        else ""
    )
    return said(
        "Verdict",
        "<b>Claim:</b> tanh reduces vanishing and exploding gradients. <b>Runs:</b> "
        f"{gone}At gain 1, {in_powers(turn.plain_gradient[0])} becomes "
        f"{in_powers(turn.squashed_gradient[0])}. <b>Verdict:</b> tanh bounds the values and "
        "can stop an explosion, but for this W it makes vanishing worse.",
    )


# ---- questions -----------------------------------------------------------------------------------


def _gradients(both: Both) -> str:
    run = both.chosen
    return (
        f"At step 0 it is {in_powers(run.squashed_gradient[0])} with tanh and "
        f"{in_powers(run.plain_gradient[0])} without. On the way back each step also multiplies "
        "by the slope of tanh, which is at most 1."
    )


def _same(both: Both) -> bool:
    squashed, plain = both.chosen.squashed_gradient[0], both.chosen.plain_gradient[0]
    return bool(np.isclose(squashed, plain, rtol=1e-6, atol=0))


def _larger(both: Both) -> bool:
    return bool(both.chosen.squashed_gradient[0] > both.chosen.plain_gradient[0])


GRADIENT: tuple[Question, ...] = (
    Choice(
        id="gradient-with-tanh",
        t=BACK,
        stage=0,
        ask="Now back from the last step to the first. With tanh, will the gradient that arrives "
        "be larger or smaller than without?",
        options=(
            Option("Larger: tanh keeps it from vanishing",
                   lambda both: _larger(both) and not _same(both), "tanh-cures-vanishing"),
            Option("Smaller", lambda both: not _larger(both) and not _same(both)),
            Option("The same", _same),
        ),
        because=_gradients,
    ),
    Choice(
        id="orthogonal-with-tanh",
        t=TURNED,
        stage=0,
        ask="Let W only turn the vector (gain 1). Without tanh the gradient then stays at 1, all "
        "the way back. And with tanh?",
        options=(
            Option("It stays between 0.5 and 2",
                   lambda both: 0.5 <= both.orthogonal.squashed_gradient[0] <= 2,
                   "tanh-cures-vanishing"),
            Option("It shrinks to less than a hundredth",
                   lambda both: both.orthogonal.squashed_gradient[0] < 0.01),
            Option("It grows beyond 2", lambda both: both.orthogonal.squashed_gradient[0] > 2),
        ),
        because=lambda both: f"It is {in_powers(both.orthogonal.plain_gradient[0])} without tanh "
        f"and {in_powers(both.orthogonal.squashed_gradient[0])} with.",
    ),
)  # fmt: skip
