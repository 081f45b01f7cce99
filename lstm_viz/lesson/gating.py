"""A gate at work, as values: what it multiplies, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Product:
    """Of one unit at one word: ``before`` × ``gate`` = ``after``; ``fruit`` lie in ``before``."""

    before: float
    gate: float
    after: float
    fruit: int = 0


@dataclass(frozen=True)
class Card:
    """A sentence of the story: the gate of both units at its word, and the fruit held after it."""

    label: str
    gates: tuple[float, float]
    fruit: tuple[int, int]


@dataclass(frozen=True)
class Sum:
    """Of one unit: ``word`` + ``hidden`` + ``bias`` = ``z``, and σ(z) = ``gate``."""

    word: float
    hidden: float
    bias: float
    z: float
    gate: float

    @property
    def numbers(self) -> tuple[float, ...]:
        return (self.word, self.hidden, self.bias, self.z, self.gate)
