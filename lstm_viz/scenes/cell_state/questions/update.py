"""What is asked in the scene on the cell state; the right answers are read from the run."""

from __future__ import annotations

from functools import cache

import numpy as np

from lstm_viz.lesson.gates.questions import GateQuestions, LandingQuestion
from lstm_viz.lesson.gates.record import GateRun, Hold
from lstm_viz.lesson.gates.record import run as run_with
from lstm_viz.lesson.question import Choice, Option, Question
from lstm_viz.notation import bracketed, number, percent

KEEP, WRITE, ADD, OVER_STEPS = 1, 2, 3, 4
"""The stages before which something is asked."""

ASKED_OF = 2
"""The unit (from 0) of the question about f and i at the first step."""
OPEN_UNIT = 0
"""The unit (from 0) whose forget gate is imagined open."""
PUSH = 0.9
"""What is written at every step in the question on how far c can go."""


@cache
def _pushed() -> float:
    """c after all steps from 0, if nothing is forgotten and ``PUSH`` is written each time."""
    now = run_with()
    open_gates = {"f": 1.0, "i": 1.0, "g": PUSH}
    return float(now.cell.run(now.free.x, now.free.h0, clamp=open_gates).c[-1, 0])


def _kept_open() -> tuple[float, float, float]:
    """(least, greatest, first) c of ``OPEN_UNIT`` over the steps with its forget gate at 1."""
    c = run_with(Hold("f", 1.0, OPEN_UNIT)).trace.c[:, OPEN_UNIT]
    return float(c.min()), float(c.max()), float(c[0])


def _choices(run: GateRun) -> tuple[Question, ...]:
    unit, steps = ASKED_OF, len(run.trace)
    f, i = float(run.own("f")[0, unit]), float(run.own("i")[0, unit])
    return (
        Choice(
            id="sum",
            unit=unit,
            t=0,
            stage=WRITE,
            ask=f"At “{run.tokens[0]}” the weights set the forget gate of unit {unit + 1} to "
            f"{percent(f)}. What do they set its input gate to?",
            options=(
                Option(
                    f"{percent(i)}: it has weights of its own",
                    lambda run: bool(np.isclose(run.own("i")[0, unit], i)),
                ),
                Option(
                    f"{percent(1 - f)}: what one keeps, the other cannot take in",
                    lambda run: bool(np.isclose(run.own("i")[0, unit], 1 - f)),
                    "gates-sum-to-one",
                ),
                Option(
                    "0 %: while it keeps, nothing is written",
                    lambda run: bool(np.isclose(run.own("i")[0, unit], 0)),
                    "keep-is-all",
                ),
            ),
            because=lambda run: (
                f"σ makes {percent(f)} of one pre-activation and {percent(i)} of the other; "
                f"together that is {percent(f + i)}."
            ),
        ),
        Choice(
            id="open",
            unit=OPEN_UNIT,
            t=2,
            stage=KEEP,
            ask=f"Suppose the forget gate of unit {OPEN_UNIT + 1} stood at 1 for all {steps} "
            "steps. What would its cell state do?",
            options=(
                Option(
                    "stay the same throughout",
                    lambda run: _kept_open()[0] == _kept_open()[1],
                    "keep-is-all",
                ),
                Option(
                    "still go up and down",
                    lambda run: _kept_open()[0] < _kept_open()[1] and _kept_open()[2] != 0,
                ),
                Option(
                    "be emptied at the first step",
                    lambda run: _kept_open()[2] == 0,
                    "forget-one-forgets",
                ),
            ),
            because=lambda run: (
                "Run that way, it moves between "
                f"{number(_kept_open()[0])} and {number(_kept_open()[1])}: all is kept, and "
                "each step still adds what it writes."
            ),
        ),
        Choice(
            id="far",
            t=3,
            stage=OVER_STEPS,
            ask=f"Start from 0, forget nothing, and write {number(PUSH)} at each of the {steps} "
            "steps. Where does c end?",
            options=(
                Option(
                    f"{number(PUSH)}: the last one replaces the others",
                    lambda run: bool(np.isclose(_pushed(), PUSH)),
                    "write-replaces",
                ),
                Option(
                    f"{number(1.0)}: it cannot go beyond",
                    lambda run: bool(np.isclose(_pushed(), 1)),
                    "c-is-bounded",
                ),
                Option(
                    f"{number(PUSH * steps)}: they add up",
                    lambda run: bool(np.isclose(_pushed(), PUSH * steps)),
                ),
            ),
            because=lambda run: (
                f"Run that way, this cell ends at {number(_pushed())}. Nothing squashes c itself."
            ),
        ),
    )


def _ask(run: GateRun, t: int, unit: int) -> str:
    trace = run.trace
    return (
        f"At “{run.tokens[t]}” unit {unit + 1} keeps {number(trace.kept[t, unit])} and writes "
        f"{number(trace.written[t, unit])}. Where will its c land?"
    )


def _because(run: GateRun, t: int, unit: int) -> str:
    trace = run.trace
    kept, written, c = (float(a[t, unit]) for a in (trace.kept, trace.written, trace.c))
    beyond = " Beyond ±1: nothing squashes c." if abs(c) > 1 else ""
    return f"{number(kept)} + {bracketed(number(written))} = {number(c)}.{beyond}"


def _guesses(run: GateRun, t: int, unit: int) -> tuple[tuple[float, str], ...]:
    trace = run.trace
    kept, written, c = (float(a[t, unit]) for a in (trace.kept, trace.written, trace.c))
    return (
        (written, "write-replaces"),
        (kept, "keep-is-all"),
        (max(-1.0, min(1.0, c)), "c-is-bounded"),
    )


QUESTIONS = GateQuestions(
    choices=_choices,
    landing=LandingQuestion("c", ADD, _ask, _because, _guesses),
    at=(0, 2),
)
