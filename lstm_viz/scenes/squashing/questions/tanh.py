"""What is asked about tanh."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from lstm_viz.lesson.question import Again, Choice, Guess, Marker, Option, Question
from lstm_viz.notation import in_powers, number
from lstm_viz.scenes.squashing.record.tanh import STEPS, TanhRun
from lstm_viz.scenes.squashing.words.tanh import MANY, VALUE, inside


def at_end(run: TanhRun) -> float:
    """How far from 0 the number is after the last step, with tanh."""
    return abs(float(run.bounded[-1]))


def _lands(run: TanhRun) -> str:
    return (
        f"tanh({number(run.start)}) = {inside(float(run.value[0]))}: pulled in, but not cut off "
        "at 1; only values far from 0 come close to ±1."
    )


def _after(run: TanhRun) -> str:
    return (
        f"After {STEPS} steps it is {in_powers(at_end(run))} away from 0: tanh has pulled it in at "
        "every step."
    )


SMALL, LARGE = 0.8, 3.0


def _gives(z: float, low: float, high: float) -> Callable[[TanhRun], bool]:
    return lambda run: low <= float(np.tanh(z)) < high


OF_A_SMALL_VALUE = Again(
    concept="tanh-clips",
    ask=f"tanh is given {SMALL}, which is less than 1. What comes out?",
    options=(
        Option(f"{SMALL}: there is nothing to cut off", _gives(SMALL, 0.79, 0.81), "tanh-clips"),
        Option("about 0.66", _gives(SMALL, 0.65, 0.67)),
        Option("about 0.99", _gives(SMALL, 0.98, 1)),
    ),
    because=lambda run: (
        f"tanh({SMALL}) = {in_powers(float(np.tanh(SMALL)))}: values below 1 are bent, too."
    ),
)
OF_A_LARGE_VALUE = Again(
    concept="tanh-clips",
    ask=f"tanh is given {LARGE:g}. What comes out?",
    options=(
        Option("exactly 1: what is beyond is cut off", _gives(LARGE, 1, 1.1), "tanh-clips"),
        Option(f"{LARGE:g}", _gives(LARGE, 2.9, 3.1)),
        Option("a little less than 1", _gives(LARGE, 0.9, 1)),
    ),
    because=lambda run: f"tanh({LARGE:g}) = {np.tanh(LARGE):.3f}: close to 1, and never there.",
)

TANH_QUESTIONS: tuple[Question, ...] = (
    Marker(
        id="tanh-lands",
        t=VALUE,
        stage=0,
        ask="tanh makes a value between −1 and 1, with the sign of z. Where will it put this z?",
        value=lambda run: float(run.value[0]),
        low=-2,
        high=2,
        near=0.08,
        because=_lands,
        again=OF_A_SMALL_VALUE,
        guesses=(Guess(lambda run: float(np.clip(run.start, -1, 1)), "tanh-clips"),),
    ),
    Choice(
        id="tanh-after-many",
        t=MANY,
        stage=0,
        ask=f"Now z times the weight of every step, then tanh, {STEPS} times over. How far from 0 "
        "is it in the end?",
        options=(
            Option("1: tanh has reached its limit", lambda r: at_end(r) >= 1,
                   "tanh-clips"),
            Option("Somewhere between 0.1 and 1", lambda r: 0.1 <= at_end(r) < 1),
            Option("Under 0.1", lambda r: at_end(r) < 0.1),
        ),
        because=_after,
        again=OF_A_LARGE_VALUE,
    ),
)  # fmt: skip
