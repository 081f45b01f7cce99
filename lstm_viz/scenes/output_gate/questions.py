"""What is asked in the scene on the output gate; the right answers are read from the run."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from lstm_viz.lesson.gates.questions import GateQuestions, LandingQuestion
from lstm_viz.lesson.gates.record import GateRun, Hold
from lstm_viz.lesson.gates.record import run as run_with
from lstm_viz.lesson.question import Choice, Option, Question
from lstm_viz.notation import bracketed, number, percent
from lstm_viz.trace import Trace

SQUASH_C, EFFECT, NEXT = 6, 7, 8
"""The stages before which something is asked."""

ASKED_OF = 2
"""The unit (from 0) of the question on the widest open gate."""
HALF = 0.5


def _wide_open() -> float:
    """h of ``ASKED_OF`` at the first step if its output gate were 1."""
    return float(run_with(Hold("o", 1.0)).trace.h[0, ASKED_OF])


def _half_open() -> Trace:
    """The run with every output gate at ``HALF``."""
    return run_with(Hold("o", HALF)).trace


def _shows(value: Callable[[float], float]) -> Callable[[GateRun], bool]:
    return lambda run: bool(np.isclose(_wide_open(), value(float(run.trace.c[0, ASKED_OF]))))


def _carries(name: str) -> Callable[[GateRun], bool]:
    """With every output gate half open, step 2 starts from ``name`` of step 1."""

    def is_so(run: GateRun) -> bool:
        half = _half_open()
        left = {"c": half.c[0], "held back": (1 - HALF) * half.c[0], "h": half.h[0]}[name]
        return bool(np.allclose(half.c_prev[1], left))

    return is_so


def _choices(run: GateRun) -> tuple[Question, ...]:
    unit = ASKED_OF
    c = float(run.trace.c[0, unit])
    return (
        Choice(
            id="open",
            unit=unit,
            t=0,
            stage=SQUASH_C,
            ask=f"At “{run.tokens[0]}” the cell state of unit {unit + 1} is {number(c)}. If its "
            "output gate were wide open, at 1, what would its h be?",
            options=(
                Option(number(c), _shows(lambda c: c), "h-is-c"),
                Option(number(np.tanh(c)), _shows(lambda c: float(np.tanh(c)))),
                Option(f"{number(np.sign(c))}, cut off there", _shows(np.sign), "tanh-clips"),
            ),
            because=lambda run: (
                f"c is squashed before the gate: 1 × tanh({number(c)}) = {number(_wide_open())}"
                ". h is never c."
            ),
        ),
        Choice(
            id="copy",
            unit=unit,
            t=0,
            stage=NEXT,
            ask=f"Suppose the output gate lets out half ({percent(HALF)}) of each unit. What of c "
            "goes on to the next step?",
            options=(
                Option(
                    "the half that was not let out", _carries("held back"), "output-gate-empties"
                ),
                Option("all of it", _carries("c")),
                Option("h", _carries("h"), "h-is-c"),
            ),
            because=lambda run: (
                f"Run that way, unit {unit + 1} starts the next step with "
                f"{number(_half_open().c_prev[1, unit])}, exactly its c: the gate works on a copy."
            ),
        ),
    )


def _ask(run: GateRun, t: int, unit: int) -> str:
    trace = run.trace
    return (
        f"At “{run.tokens[t]}” unit {unit + 1} holds c = {number(trace.c[t, unit])}, and its "
        f"output gate is {number(trace.o[t, unit])}. Where will its h land?"
    )


def _because(run: GateRun, t: int, unit: int) -> str:
    trace = run.trace
    c, tanh_c, o, h = (float(a[t, unit]) for a in (trace.c, trace.tanh_c, trace.o, trace.h))
    return (
        f"tanh({number(c)}) = {number(tanh_c)}, and {number(o)} × {bracketed(number(tanh_c))} = "
        f"{number(h)}."
    )


def _guesses(run: GateRun, t: int, unit: int) -> tuple[tuple[float, str], ...]:
    trace = run.trace
    c, tanh_c, o = (float(a[t, unit]) for a in (trace.c, trace.tanh_c, trace.o))
    return (
        (c, "h-is-c"),
        (tanh_c if o > 0.5 else 0.0, "gate-is-a-switch"),
    )


QUESTIONS = GateQuestions(
    choices=_choices,
    landing=LandingQuestion("h", EFFECT, _ask, _because, _guesses, near=0.08),
    at=(1, 3),
)
