"""What is asked about gradients."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.question import Choice, Option, Question
from lstm_viz.scenes.squashing.record.gradient import GradientRuns
from lstm_viz.scenes.squashing.words.gradient import BACK, REACHED, TURNED
from lstm_viz.scenes.squashing.words.powers import in_powers

FIRST = REACHED[BACK]
"""The step at which the way back stops first."""


def _gradients(both: GradientRuns) -> str:
    run = both.chosen
    return (
        f"At step {FIRST} it is {in_powers(run.squashed_gradient[FIRST])} with tanh and "
        f"{in_powers(run.plain_gradient[FIRST])} without. On the way back each step also "
        "multiplies by the slope of tanh, which is at most 1."
    )


def _same(both: GradientRuns) -> bool:
    squashed, plain = both.chosen.squashed_gradient[FIRST], both.chosen.plain_gradient[FIRST]
    return bool(np.isclose(squashed, plain, rtol=1e-6, atol=0))


def _larger(both: GradientRuns) -> bool:
    return bool(both.chosen.squashed_gradient[FIRST] > both.chosen.plain_gradient[FIRST])


GRADIENT_QUESTIONS: tuple[Question, ...] = (
    Choice(
        id="gradient-with-tanh",
        t=BACK,
        stage=0,
        ask="Now back through the steps. With tanh, will the gradient be larger or smaller than "
        "without?",
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
