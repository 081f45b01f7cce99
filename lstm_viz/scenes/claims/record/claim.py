"""A thing that is said of LSTMs, and what a run shows of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

Verdict = Literal["true", "false", "depends"]


def same(verdict: Verdict) -> Verdict:
    """Of what says the same as a claim."""
    return verdict


def opposite(verdict: Verdict) -> Verdict:
    """Of what says that a claim is not so."""
    answers: dict[Verdict, Verdict] = {"true": "false", "false": "true", "depends": "depends"}
    return answers[verdict]


def always(verdict: Verdict) -> Verdict:
    """Of what says that a claim is so in every case."""
    return "true" if verdict == "true" else "false"


def never(verdict: Verdict) -> Verdict:
    """Of what says that a claim is so in no case."""
    return "true" if verdict == "false" else "false"


@dataclass(frozen=True)
class Curve:
    """``colour`` is the key of a signal or ``"ink"``; ``x`` and ``y`` are as long."""

    name: str
    colour: str
    x: tuple[float, ...]
    y: tuple[float, ...]


@dataclass(frozen=True)
class Curves:
    """Curves over one axis; with ``log`` the y are drawn by their powers of ten."""

    x_label: str
    y_label: str
    curves: tuple[Curve, ...]
    log: bool = False


@dataclass(frozen=True)
class Bar:
    """``written`` is the value as it is read."""

    name: str
    value: float
    written: str
    colour: str = "h"


@dataclass(frozen=True)
class Bars:
    y_label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Evidence:
    """``saw`` is one sentence with the numbers of the run."""

    verdict: Verdict
    chart: Curves | Bars
    saw: str


@dataclass(frozen=True)
class Claim:
    """``says`` is the claim, ``setup`` what will be run, ``why`` what is behind it whatever the
    numbers are.  ``test`` runs it, with random numbers by a seed.

    ``concept`` is the misconception that it is about, and ``believed`` whether who holds it would
    say that the claim is true.  Who was wrong is asked ``again`` later, of another sentence, which
    stands to the claim as ``relation`` says.
    """

    id: str
    says: str
    setup: str
    test: Callable[[int], Evidence]
    why: str
    again: str
    relation: Callable[[Verdict], Verdict]
    concept: str
    believed: bool = True

    @property
    def again_believed(self) -> bool:
        return self.believed != (self.relation in (opposite, never))


def curve(name: str, colour: str, y: ArrayLike, first: int = 0) -> Curve:
    """Over the whole numbers from ``first`` on."""
    values = np.asarray(y, dtype=float).tolist()
    x = map(float, range(first, first + len(values)))
    return Curve(name, colour, tuple(x), tuple(values))
