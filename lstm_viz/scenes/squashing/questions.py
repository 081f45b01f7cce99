"""What the reader is asked on tanh and on σ.

The questions take the record of the run (``record.py``): `Repeated`, the gates.
"""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.question import Choice, Guess, Option, Place, Question
from lstm_viz.notation import number
from lstm_viz.scenes.squashing.record import STEPS, Gate, Repeated, in_powers

Gates = tuple[Gate, ...]

ZERO, ONE, OPEN, SHUT = 5, 6, 10, 0
"""The places among the gates of z = 0, z = 1, the most open and the most shut."""


def furthest(run: Repeated, t: int) -> float:
    """The component of z_t that is furthest from 0."""
    return float(run.z[t, run.furthest[t]])


def largest(run: Repeated, *, tanh: bool) -> float:
    """The largest |value| after the last step."""
    return float(np.abs((run.squashed if tanh else run.plain)[-1]).max())


def _lands(run: Repeated) -> str:
    z = furthest(run, 1)
    return (
        f"tanh({in_powers(z)}) = {in_powers(float(np.tanh(z)))}: pulled in, but not cut off at 1; "
        "only values far from 0 come close to ±1."
    )


def _after(run: Repeated) -> str:
    return (
        f"After {STEPS} steps no value is further from 0 than "
        f"{in_powers(largest(run, tanh=True))}: tanh has pulled them in at every step."
    )


TANH: tuple[Question, ...] = (
    Place(
        id="tanh-lands",
        t=1,
        stage=1,
        ask="Take the value on the right that is furthest from 0. Where will tanh put it?",
        value=lambda run: float(np.tanh(furthest(run, 1))),
        low=-2,
        high=2,
        near=0.08,
        because=_lands,
        guesses=(Guess(lambda run: float(np.clip(furthest(run, 1), -1, 1)), "tanh-clips"),),
    ),
    Choice(
        id="tanh-after-many",
        t=2,
        stage=1,
        ask=f"With tanh at every step: how far from 0 is the furthest value after {STEPS} steps?",
        options=(
            Option("1: tanh has reached its limit", lambda r: largest(r, tanh=True) >= 1,
                   "tanh-clips"),
            Option("Somewhere between 0.1 and 1", lambda r: 0.1 <= largest(r, tanh=True) < 1),
            Option("Under 0.1", lambda r: largest(r, tanh=True) < 0.1),
        ),
        because=_after,
    ),
    Choice(
        id="plain-after-many",
        t=4,
        stage=0,
        ask=f"And without tanh: how far from 0 is the furthest value after {STEPS} steps?",
        options=(
            Option("Over 10", lambda r: largest(r, tanh=False) > 10),
            Option("Between 0.1 and 10", lambda r: 0.1 <= largest(r, tanh=False) <= 10),
            Option("Under 0.1", lambda r: largest(r, tanh=False) < 0.1),
        ),
        because=lambda r: f"Every step makes the vector {r.gain:.3g} times as long, so {STEPS} "
        f"steps make it {in_powers(r.gain**STEPS)} times as long; one of its values is then "
        f"{in_powers(largest(r, tanh=False))} away from 0.",
    ),
)  # fmt: skip


def _product(gate: Gate) -> str:
    return f"{number(gate.gate)} × {number(gate.before)} = {number(gate.kept)}"


def _share(n: int) -> tuple[Option, ...]:
    """What stays of the state at gate ``n``; near 1 is believed to forget, near 0 to keep."""
    shut, is_open = (lambda run: run[n].gate < 0.1), (lambda run: run[n].gate > 0.9)
    return (
        Option("Almost nothing", shut, "forget-one-forgets"),
        Option("About half", lambda run: 0.1 <= run[n].gate <= 0.9),
        Option("Almost all of it", is_open, "forget-one-forgets"),
    )


SIGMOID: tuple[Question, ...] = (
    Choice(
        id="shut-gate",
        t=SHUT,
        stage=1,
        ask="This forget gate is close to 0. How much of the song will stay?",
        options=_share(SHUT),
        because=lambda run: (
            f"What stays is gate times state: {_product(run[SHUT])}. A forget gate near 0 forgets."
        ),
    ),
    Choice(
        id="sigma-of-zero",
        t=ZERO,
        stage=0,
        ask="Next comes a word that this network has no weights for, so z = 0. What is σ(0)?",
        options=(
            Option("0", lambda run: run[ZERO].gate < 0.25, "sigmoid-zero-is-zero"),
            Option("½", lambda run: 0.25 <= run[ZERO].gate <= 0.75),
            Option("1", lambda run: run[ZERO].gate > 0.75),
        ),
        because=lambda run: (
            f"σ(0) = 1 / (1 + e⁰) = {number(run[ZERO].gate)}: half of the state will go."
        ),
    ),
    Place(
        id="sigma-of-one",
        t=ONE,
        stage=0,
        ask="Now z = 1. Where between 0 and 1 will σ put the gate?",
        value=lambda run: run[ONE].gate,
        low=0,
        high=1,
        near=0.06,
        because=lambda run: (
            f"σ({run[ONE].z:.0f}) = {number(run[ONE].gate)}: neither open nor shut, as most gates "
            "are."
        ),
        guesses=(Guess(lambda run: 1.0, "gate-is-a-switch"),),
    ),
    Choice(
        id="open-gate",
        t=OPEN,
        stage=1,
        ask="This forget gate is close to 1. How much of the answer will stay?",
        options=_share(OPEN),
        because=lambda run: f"{_product(run[OPEN])}: a forget gate near 1 keeps.",
    ),
)
