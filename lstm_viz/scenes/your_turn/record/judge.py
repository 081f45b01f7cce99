"""An answer beside the core's: right, right from the reader's own numbers, a belief, or wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from lstm_viz.scenes.your_turn.record.sums import STEPS, Values, follows, rounded_between, slips
from lstm_viz.scenes.your_turn.record.task import Task

HALF = 0.005 + 1e-9
"""Two decimals are asked for: a value this near rounds to what was said."""
Answers = dict[str, tuple[float, ...]]
"""By step, what the reader got for each unit."""


class Kind(Enum):
    RIGHT = "right"
    """The exact value, with two decimals."""
    OWN = "own"
    """What follows from the reader's own numbers before it."""
    BELIEF = "belief"
    WRONG = "wrong"


@dataclass(frozen=True)
class Verdict:
    """On one number.  ``believes`` is the misconception that gives it, if one does."""

    kind: Kind
    said: float
    exact: float
    believes: str = ""

    @property
    def passes(self) -> bool:
        return self.kind in (Kind.RIGHT, Kind.OWN)


def judge(task: Task, step: str, said: Sequence[float], before: Answers) -> tuple[Verdict, ...]:
    """On the value of each unit; ``before`` are the reader's own numbers so far."""
    own = own_values(task, before)
    typed = np.array(said)
    exact = task.exact[step]
    right = _same(typed, exact)
    ways = (follows(task.given, step, own), rounded_between(task.given, step, own))
    follow = np.any([_same(typed, way) for way in ways], axis=0)
    believes = [""] * len(typed)
    for values in (own, task.exact):
        for slip in slips(task.given, step, values):
            for k in np.flatnonzero(_same(typed, slip.value)):
                believes[k] = believes[k] or slip.believes
    kinds = [
        Kind.RIGHT if is_right else Kind.OWN if is_own else Kind.BELIEF if belief else Kind.WRONG
        for is_right, is_own, belief in zip(right, follow, believes, strict=True)
    ]
    return tuple(
        Verdict(kind, float(value), float(wanted), belief if kind is Kind.BELIEF else "")
        for kind, value, wanted, belief in zip(kinds, typed, exact, believes, strict=True)
    )


def judged(task: Task, answers: Answers) -> dict[str, tuple[Verdict, ...]]:
    """On everything that was answered."""
    return {
        step: judge(task, step, answers[step], before_of(step, answers))
        for step in STEPS
        if step in answers
    }


def passed(task: Task, answers: Answers) -> set[str]:
    """The steps in which every unit has a value that counts as right."""
    found = judged(task, answers)
    return {step for step, each in found.items() if all(verdict.passes for verdict in each)}


def before_of(step: str, answers: Answers) -> Answers:
    earlier = STEPS[: STEPS.index(step)]
    return {name: value for name, value in answers.items() if name in earlier}


def own_values(task: Task, answers: Answers) -> Values:
    """Each value as the reader has it; the exact one where they have none."""
    return {step: np.array(answers.get(step, task.exact[step])) for step in STEPS}


def _same(typed: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Equal at two decimals."""
    near: np.ndarray = np.abs(typed - value) <= HALF
    return near
