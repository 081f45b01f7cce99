"""Predict, then reveal: questions the reader answers before a step runs.

Which answer is right is never written down: each option says how to see in the run whether it is
so, and what somebody who chose it in vain believes.  What was missed is asked again later, in
another guise.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Run = Any
"""What a scene was computed from: the ``Trace`` of a cell, or a scene's own record."""


@dataclass(frozen=True)
class Option:
    """One answer. ``believes`` names the misconception (``misconceptions.py``) behind it."""

    text: str
    is_so: Callable[[Run], bool]
    believes: str | None = None


@dataclass(frozen=True)
class Again:
    """A question's second guise, with another example, for who missed it: asked in a later scene.

    Nothing of the first one's picture is on screen then.  Plain text.  ``concept`` is the
    misconception that both are about; they are answered by the same run.
    """

    concept: str
    ask: str
    options: tuple[Option, ...]
    because: Callable[[Run], str]

    def right(self, run: Run) -> int:
        return _right(self.options, run, f"second guise of {self.concept!r}")


@dataclass(frozen=True)
class Choice:
    """A question with options, of which exactly one is so.

    It is asked before the reader sees stage ``stage`` of step ``t`` (both from 0). ``because`` says
    with the run's numbers what the step shows.
    """

    id: str
    t: int
    stage: int
    ask: str
    options: tuple[Option, ...]
    because: Callable[[Run], str]
    again: Again
    unit: int | None = None
    """The unit (from 0) that it asks about, if it is one: outlined in a cell while it is asked."""
    look: str = ""
    """The trace of the picture to look at: on a phone its point ``unit`` is scrolled into view."""

    def right(self, run: Run) -> int:
        return _right(self.options, run, f"question {self.id!r}")


def _right(options: Sequence[Option], run: Run, name: str) -> int:
    """The number of the option that is so; ``ValueError`` unless it is exactly one."""
    so = [n for n, option in enumerate(options) if option.is_so(run)]
    if len(so) != 1:
        raise ValueError(f"{name}: expected one option to be so, got {len(so)}")
    return so[0]


@dataclass(frozen=True)
class Guess:
    """A value somebody expects who believes something else."""

    value: Callable[[Run], float]
    believes: str


@dataclass(frozen=True)
class Marker:
    """A marker to drag to where a value will land, between ``low`` and ``high``.

    A marker within ``near`` of the value is right; otherwise the nearest ``Guess``, if it is as
    near to the marker, names the misconception.
    """

    id: str
    t: int
    stage: int
    ask: str
    value: Callable[[Run], float]
    low: float
    high: float
    near: float
    because: Callable[[Run], str]
    again: Again
    guesses: tuple[Guess, ...] = ()
    unit: int | None = None
    look: str = ""
    """As of a ``Choice``."""


Question = Choice | Marker
