"""What is asked about gradients."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.question import Again, Choice, Option, Question
from lstm_viz.notation import in_powers
from lstm_viz.scenes.how_it_learns.record.gradient import LONG, GradientRuns
from lstm_viz.scenes.how_it_learns.words.gradient import BACK, VERDICT


def _gradients(both: GradientRuns) -> str:
    run = both.chosen
    return (
        f"Back at step 0 it is {in_powers(run.squashed_gradient[0])} with tanh and "
        f"{in_powers(run.plain_gradient[0])} without."
    )


def _same(both: GradientRuns) -> bool:
    squashed, plain = both.chosen.squashed_gradient[0], both.chosen.plain_gradient[0]
    return bool(np.isclose(squashed, plain, rtol=1e-6, atol=0))


def _larger(both: GradientRuns) -> bool:
    return _arrives(both) > 1


def _steepest() -> float:
    """The largest slope of tanh, 1 − tanh(z)², looked for among many z."""
    return float(np.max(1 - np.tanh(np.linspace(-8, 8, 1601)) ** 2))


def _arrives(both: GradientRuns) -> float:
    """How many times the gradient that arrives without tanh arrives with it."""
    return float(both.chosen.squashed_gradient[0] / both.chosen.plain_gradient[0])


SLOPE = Again(
    concept="tanh-cures-vanishing",
    ask="On its way back through tanh, a gradient is multiplied by the slope of tanh. How large is "
    "that at most?",
    options=(
        Option(
            "more than 1: it makes up for what was lost",
            lambda both: _steepest() > 1.01,
            "tanh-cures-vanishing",
        ),
        Option("1", lambda both: 0.99 <= _steepest() <= 1.01),
        Option("½", lambda both: 0.49 <= _steepest() <= 0.51),
    ),
    because=lambda both: (
        f"It is {in_powers(_steepest())} where the value is 0, and less everywhere else: tanh "
        "makes no gradient larger."
    ),
)
AT_THE_BEGINNING = Again(
    concept="tanh-cures-vanishing",
    ask=f"A plain RNN read {LONG} steps, once with tanh and once without. How much of the gradient "
    "came back to the first step with tanh?",
    options=(
        Option("as much as without", lambda both: 0.99 <= _arrives(both) <= 1.01),
        Option("less than without", lambda both: _arrives(both) < 0.99),
        Option(
            "more than without: that is what tanh is for",
            lambda both: _arrives(both) > 1.01,
            "tanh-cures-vanishing",
        ),
    ),
    because=lambda both: (
        f"At gain {both.chosen.gain:.3g} it was {in_powers(both.chosen.squashed_gradient[0])} with "
        f"tanh and {in_powers(both.chosen.plain_gradient[0])} without."
    ),
)

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
        again=SLOPE,
    ),
    Choice(
        id="orthogonal-with-tanh",
        t=VERDICT,
        stage=0,
        ask="Let U only turn the vector (gain 1). Without tanh the gradient then stays at 1, all "
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
        again=AT_THE_BEGINNING,
    ),
)  # fmt: skip
