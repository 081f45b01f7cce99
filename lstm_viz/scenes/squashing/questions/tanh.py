"""What is asked about tanh."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from lstm_viz.lesson.question import Again, Choice, Guess, Marker, Option, Question
from lstm_viz.notation import in_powers
from lstm_viz.scenes.squashing.record.tanh import STEPS, TanhRun
from lstm_viz.scenes.squashing.words.tanh import SQUASHED, STOPS


def furthest(run: TanhRun, t: int) -> float:
    """The component of z_t that is furthest from 0."""
    return float(run.z[t, run.furthest[t]])


def largest(run: TanhRun) -> float:
    """The largest |value| after the last step, with tanh."""
    return float(np.abs(run.squashed[-1]).max())


def _lands(run: TanhRun) -> str:
    z = furthest(run, 1)
    return (
        f"tanh({in_powers(z)}) = {in_powers(float(np.tanh(z)))}: pulled in, but not cut off at 1; "
        "only values far from 0 come close to ±1."
    )


def _after(run: TanhRun) -> str:
    return (
        f"After {STEPS} steps no value is further from 0 than "
        f"{in_powers(largest(run))}: tanh has pulled them in at every step."
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
        t=SQUASHED,
        stage=0,
        ask="Take the value on the right that is furthest from 0. Where will tanh put it?",
        value=lambda run: float(np.tanh(furthest(run, 1))),
        low=-2,
        high=2,
        near=0.08,
        because=_lands,
        again=OF_A_SMALL_VALUE,
        guesses=(Guess(lambda run: float(np.clip(furthest(run, 1), -1, 1)), "tanh-clips"),),
    ),
    Choice(
        id="tanh-after-many",
        t=STOPS - 1,
        stage=0,
        ask=f"With tanh at every step: how far from 0 is the furthest value after {STEPS} steps?",
        options=(
            Option("1: tanh has reached its limit", lambda r: largest(r) >= 1,
                   "tanh-clips"),
            Option("Somewhere between 0.1 and 1", lambda r: 0.1 <= largest(r) < 1),
            Option("Under 0.1", lambda r: largest(r) < 0.1),
        ),
        because=_after,
        again=OF_A_LARGE_VALUE,
    ),
)  # fmt: skip
