"""Something a sentence says of a run, so that a test can check it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lstm_viz.trace import Trace


@dataclass(frozen=True)
class Claim:
    """Something a sentence says, and how to see in the trace that it is so."""

    text: str
    holds: Callable[[Trace], bool]


def unit_is(
    signal: str, unit: int, t: int, *, above: float = -float("inf"), below: float = float("inf")
) -> Callable[[Trace], bool]:
    """``signal`` of ``unit`` at step ``t`` lies between the bounds."""
    return lambda trace: bool(above < getattr(trace, signal)[t, unit] < below)
