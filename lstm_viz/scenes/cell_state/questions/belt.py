"""What is asked on the conveyor belt; the right answers are read from the run."""

from __future__ import annotations

from lstm_viz.lesson.question import Choice, Guess, Marker, Option, Question
from lstm_viz.notation import number
from lstm_viz.scenes.cell_state.record import AGAIN_AT, NUMBERED_FROM, STEPS, UNIT, BeltRun, plain

AHEAD = 10
"""How many steps the first question looks ahead."""
FIRST, SECOND = 1, NUMBERED_FROM
"""The steps (from 0) before which the two questions are asked: before any answer is printed."""
SAME = 1e-15
"""Derivatives nearer than this are called the same."""


def questions(belt: BeltRun) -> tuple[Question, ...]:
    """Two for every setting; ids say the setting, so that a new one is asked anew."""
    kind = {1.0: "whole", 0.0: "gone"}.get(belt.keep, "share")
    if belt.input == "free":
        return (_gradient(belt, kind, FIRST), _free(kind))
    return (_place(belt, kind), _gradient(belt, kind, SECOND))


def _place(belt: BeltRun, kind: str) -> Marker:
    start = belt.trace.c[0, UNIT]
    added = f"Step {AGAIN_AT + 1} adds {plain(belt.trace.written[AGAIN_AT, UNIT])}. "
    later = added if belt.input == "again" else "Nothing more is written. "
    lost = 1 - belt.keep
    guesses = (
        Guess(lambda b: b.trace.c[0, UNIT], "gate-is-a-switch"),
        Guess(lambda b: max(0.0, 1 - AHEAD * lost) * b.trace.c[0, UNIT], "forgetting-subtracts"),
        Guess(lambda b: 0.0, "forget-one-forgets" if belt.keep == 1 else "gate-is-a-switch"),
    )
    return Marker(
        id=f"belt-ten-{belt.input}-{kind}",
        t=FIRST,
        stage=0,
        ask=(
            f"Unit {UNIT + 1} holds {plain(start)}, and every forget gate stands at "
            f"{number(belt.keep)}. {later}Where is it {AHEAD} steps on?"
        ),
        value=lambda b: b.trace.c[AHEAD, UNIT],
        low=0.0,
        high=1.6,
        near=0.08,
        because=_because_place,
        guesses=tuple(g for g in guesses if abs(g.value(belt) - belt.trace.c[AHEAD, UNIT]) > 0.08),
    )


def _because_place(belt: BeltRun) -> str:
    load, then = plain(belt.trace.c[0, UNIT]), plain(belt.trace.c[AHEAD, UNIT])
    power = f"{plain(belt.trace.f[1, UNIT])}<sup>{AHEAD}</sup>"
    rest = plain(belt.left[AHEAD] * belt.trace.c[0, UNIT])
    fate = f"Each step multiplies: {power} × {load} = {rest}"
    if belt.input != "again":
        return f"{fate} is what it holds at step {AHEAD + 1}."
    added = plain(belt.trace.written[AGAIN_AT, UNIT])
    return f"{fate} is left of the load; with what remains of the {added} added it is {then}."


def _gradient(belt: BeltRun, kind: str, t: int) -> Choice:
    factors = STEPS - 1
    return Choice(
        id=f"belt-gradient-{belt.input}-{kind}",
        t=t,
        stage=0,
        ask=(
            f"A gradient goes back along the belt, from step {STEPS} to step 1, past {factors} "
            f"forget gates at {number(belt.keep)}. What arrives of it?"
        ),
        options=(
            Option("all of it", lambda b: b.left[-1] == 1, "gradient-unchanged"),
            Option(
                "some of it, less than all",
                lambda b: 0 < b.left[-1] < 1,
                "forget-one-forgets" if belt.keep == 1 else "gate-is-a-switch",
            ),
            Option(
                "nothing at all",
                lambda b: b.left[-1] == 0,
                "forget-one-forgets" if belt.keep == 1 else "gate-is-a-switch",
            ),
        ),
        because=lambda b: (
            f"∏f = {plain(b.trace.f[-1, UNIT])}<sup>{factors}</sup> = {plain(b.left[-1])}. The "
            "gates that scale the cell state on its way scale its gradient on the way back."
        ),
    )


def _free(kind: str) -> Choice:
    return Choice(
        id=f"belt-free-{kind}",
        t=SECOND,
        stage=0,
        ask=(
            "Now the input gate and the candidate are computed from h, as in any trained cell. "
            f"Is ∂c at step {STEPS} by c at step 1 still ∏f?"
        ),
        options=(
            Option(
                "yes: the cell state carries gradients unchanged but for f",
                lambda b: abs(b.whole[-1] - b.left[-1]) < SAME,
                "gradient-unchanged",
            ),
            Option(
                "no: c also acts through h on what the gates do later",
                lambda b: abs(b.whole[-1] - b.left[-1]) >= SAME,
            ),
        ),
        because=lambda b: (
            f"Along the belt ∏f = {plain(b.left[-1])}; the whole derivative, by a backward pass "
            f"through every path, is {plain(b.whole[-1])}."
        ),
    )
