"""What is asked in the scene on the forget gate; the right answers are read from the run."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from lstm_viz.lesson.gates.questions import GateQuestions, LandingQuestion
from lstm_viz.lesson.gates.record import UNITS, GateRun
from lstm_viz.lesson.question import Choice, Option, Question
from lstm_viz.notation import bracketed, number, percent

PRODUCT, SQUASH, EFFECT = 2, 5, 6
"""The stages (``picture.STAGES``) before which something is asked."""

ASKED_OF = 1
"""The unit (from 0) of the question about c."""


@lru_cache(maxsize=64)
def _moved(run: GateRun, t: int) -> float:
    """By how much z^f of a unit changes at step ``t`` if its own c_{t−1} were 1 greater.

    The step is run a second time from that other cell state; h_{t−1} and x are what they were.
    """
    c_prev = np.array(run.trace.c_prev[t])
    c_prev[ASKED_OF] += 1
    other = run.cell.run(run.trace.x[t : t + 1], run.trace.h_prev[t], c_prev)
    return float(other.z_f[0, ASKED_OF] - run.trace.z_f[t, ASKED_OF])


def _choices(run: GateRun) -> tuple[Question, ...]:
    unit, later = ASKED_OF + 1, 2
    by_weights = run.own("f")
    return (
        Choice(
            id="vector",
            t=0,
            stage=SQUASH,
            ask=f"σ now squashes the pre-activations of “{run.tokens[0]}”. What comes out as the "
            "forget gate?",
            options=(
                Option(
                    "one number for the whole cell",
                    lambda run: np.ptp(run.own("f")[0]) == 0,
                    "gate-is-a-number",
                ),
                Option(
                    f"{UNITS} numbers, each of them 0 or 1",
                    lambda run: bool(np.isin(np.round(run.own("f")[0], 2), (0, 1)).all()),
                    "gate-is-a-switch",
                ),
                Option(
                    f"{UNITS} numbers between 0 and 1, one for each unit",
                    lambda run: (
                        np.ptp(run.own("f")[0]) > 0
                        and bool(np.all((run.own("f")[0] > 0.01) & (run.own("f")[0] < 0.99)))
                    ),
                ),
            ),
            because=lambda run: (
                f"From its {UNITS} pre-activations σ makes "
                f"{', '.join(number(value) for value in by_weights[0])}."
            ),
        ),
        Choice(
            id="looks",
            unit=ASKED_OF,
            t=later,
            stage=PRODUCT,
            ask=f"Suppose unit {unit} held 1 more than it does, all else being equal. What would "
            "its forget gate do at this step?",
            options=(
                Option("open further", lambda run: _moved(run, later) > 0, "gate-looks-at-c"),
                Option("stay as it is", lambda run: _moved(run, later) == 0),
                Option("close", lambda run: _moved(run, later) < 0, "gate-looks-at-c"),
            ),
            because=lambda run: (
                "z comes from x and h<sub>t−1</sub> alone: "
                f"{number(run.trace.z_f[later, ASKED_OF])} with c<sub>t−1</sub> = "
                f"{number(run.trace.c_prev[later, ASKED_OF])}, and with "
                f"{number(run.trace.c_prev[later, ASKED_OF] + 1)} just the same."
            ),
        ),
    )


def _ask(run: GateRun, t: int, unit: int) -> str:
    trace = run.trace
    return (
        f"At “{run.tokens[t]}” unit {unit + 1} holds {number(trace.c_prev[t, unit])} and its "
        f"forget gate is {number(trace.f[t, unit])}. Where will what it keeps land?"
    )


def _because(run: GateRun, t: int, unit: int) -> str:
    trace = run.trace
    f, c_prev, kept = (float(a[t, unit]) for a in (trace.f, trace.c_prev, trace.kept))
    return f"{number(f)} × {bracketed(number(c_prev))} = {number(kept)}: {percent(f)} of it stays."


def _guesses(run: GateRun, t: int, unit: int) -> tuple[tuple[float, str], ...]:
    f, c_prev = float(run.trace.f[t, unit]), float(run.trace.c_prev[t, unit])
    return (
        ((1 - f) * c_prev, "forget-one-forgets"),
        (c_prev if f > 0.5 else 0.0, "gate-is-a-switch"),
    )


QUESTIONS = GateQuestions(
    choices=_choices,
    landing=LandingQuestion("kept", EFFECT, _ask, _because, _guesses),
    at=(1, 1),
)
