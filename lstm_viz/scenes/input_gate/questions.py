"""What is asked in the scene on the input gate; the right answers are read from the run."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from lstm_viz.lesson.gates.questions import GateQuestions, LandingQuestion
from lstm_viz.lesson.gates.record import GateRun
from lstm_viz.lesson.question import Choice, Option, Question
from lstm_viz.notation import bracketed, number

CANDIDATE, EFFECT = 6, 8
"""The stages before which something is asked."""

ASKED_OF = 1
"""The unit (from 0) of the question on a shut input gate."""
OPENINGS = np.linspace(0.05, 1, 20)
"""Input gates that are tried to see what they can do to the sign of what is written."""


@lru_cache(maxsize=64)
def _c_if_shut(run: GateRun, t: int) -> float:
    """c of ``ASKED_OF`` after step ``t`` if the input gates were 0 at this step alone."""
    trace = run.trace
    shut = run.cell.run(trace.x[t : t + 1], trace.h_prev[t], trace.c_prev[t], clamp={"i": 0.0})
    return float(shut.c[0, ASKED_OF])


def _ends_at(value: float, t: int) -> Callable[[GateRun], bool]:
    return lambda run: bool(np.isclose(_c_if_shut(run, t), value))


def _sign_follows(run: GateRun, name: str, t: int) -> bool:
    """For whatever opening of the gate, what is written has the sign of ``name``, in every unit."""
    g = run.trace.g[t]
    sign = np.sign(getattr(run.trace, name)[t])
    return all(bool((np.sign(opening * g) == sign).all()) for opening in OPENINGS)


def _choices(run: GateRun) -> tuple[Question, ...]:
    unit, later = ASKED_OF, 1
    f, held, kept = (
        float(values[later, unit]) for values in (run.trace.f, run.trace.c_prev, run.trace.kept)
    )
    return (
        Choice(
            id="sign",
            t=0,
            stage=EFFECT,
            ask="The input gate may be anywhere above 0. What decides whether a unit’s cell state "
            "is pushed up or down?",
            options=(
                Option(
                    "the input gate",
                    lambda run: _sign_follows(run, "i", 0),
                    "input-gate-is-input",
                ),
                Option("the candidate", lambda run: _sign_follows(run, "g", 0)),
                Option(
                    "what the unit held before",
                    lambda run: _sign_follows(run, "c_prev", 0),
                    "gate-looks-at-c",
                ),
            ),
            because=lambda run: (
                f"Here the candidates are {', '.join(number(value) for value in run.trace.g[0])}: "
                "the input gate, never below 0, can make them smaller but cannot flip their sign."
            ),
        ),
        Choice(
            id="shut",
            unit=unit,
            t=later,
            stage=CANDIDATE,
            ask=f"Unit {unit + 1} holds {number(held)}. Suppose its input gate were 0 at "
            f"“{run.tokens[later]}”, whatever the candidate. What would its cell state be then?",
            options=(
                Option(
                    f"{number(held)}: nothing comes in, so nothing changes",
                    _ends_at(held, later),
                    "gates-sum-to-one",
                ),
                Option(f"{number(kept)}: the forget gate still acts", _ends_at(kept, later)),
                Option(
                    f"{number(0.0)}: nothing comes in, so nothing is there",
                    _ends_at(0.0, later),
                    "write-replaces",
                ),
            ),
            because=lambda run: (
                f"Nothing is written, and the forget gate keeps its share: {number(f)} × "
                f"{bracketed(number(held))} = {number(_c_if_shut(run, later))}."
            ),
        ),
    )


def _ask(run: GateRun, t: int, unit: int) -> str:
    trace = run.trace
    return (
        f"At “{run.tokens[t]}” the candidate of unit {unit + 1} is {number(trace.g[t, unit])} and "
        f"its input gate {number(trace.i[t, unit])}. Where will what is written land?"
    )


def _because(run: GateRun, t: int, unit: int) -> str:
    trace = run.trace
    i, g, written = (float(a[t, unit]) for a in (trace.i, trace.g, trace.written))
    return f"{number(i)} × {bracketed(number(g))} = {number(written)}."


def _guesses(run: GateRun, t: int, unit: int) -> tuple[tuple[float, str], ...]:
    i, g = float(run.trace.i[t, unit]), float(run.trace.g[t, unit])
    return (
        (i, "input-gate-is-input"),
        (g if i > 0.5 else 0.0, "gate-is-a-switch"),
    )


QUESTIONS = GateQuestions(
    choices=_choices,
    landing=LandingQuestion("written", EFFECT, _ask, _because, _guesses),
    at=(2, 2),
)
