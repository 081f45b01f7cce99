"""A gate at work, as values: what it multiplies, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from lstm_viz.lesson.caption import Caption, caption, coloured, symbol
from lstm_viz.notation import bracketed, number
from lstm_viz.signals import LSTM_SIGNALS, signal

FRUIT = ("apples", "pears")
"""What each unit keeps; tests hold it against the run."""
UNITS = (0, 1)
Lines = dict[str, tuple[str, ...]]
"""Where values come from: by signal a line each."""


@dataclass(frozen=True)
class Gated:
    """Three signals, ``before`` × ``gate`` = ``after``, and what the two around it are called."""

    before: str
    gate: str
    after: str
    before_word: str
    after_word: str
    held: bool = True
    """What is multiplied is what the cell holds: the fruit lie in it."""

    @property
    def name(self) -> str:
        return signal(LSTM_SIGNALS, self.gate).label

    @property
    def colours(self) -> tuple[str, str, str]:
        """Of the gate, of what is multiplied and of what passes."""
        gate, before, after = (
            signal(LSTM_SIGNALS, name).color for name in (self.gate, self.before, self.after)
        )
        return gate, before, after


@dataclass(frozen=True)
class Product:
    """Of one unit at one word: ``before`` × ``gate`` = ``after``; ``fruit`` lie in ``before``.

    If ``before`` was squashed by tanh, ``held`` is what was.
    """

    before: float
    gate: float
    after: float
    fruit: int = 0
    held: float | None = None


@dataclass(frozen=True)
class Card:
    """A sentence of the story: the gate of both units at its word, and the fruit held after it."""

    label: str
    gates: tuple[float, float]
    fruit: tuple[int, int]
    says: str = ""
    """What the network answers, if it is a question."""


def exact(value: float) -> str:
    """With a third decimal where two would say next to nothing."""
    return number(value) if abs(value) >= 0.095 else f"{value:.3f}".replace("-", "−")


SMALL = 0.5
"""A sum nearer to 0 than that is written with three decimals."""


def decimals(z: float) -> int:
    """With how many the numbers of a sum are written."""
    return 2 if abs(z) >= SMALL else 3


@dataclass(frozen=True)
class Sum:
    """Of one unit: ``word`` + ``hidden`` + ``bias`` = ``z``, and ``z`` squashed is ``gate``.

    If the gate is held by hand, ``free`` is what it would be by itself; ``of_written`` is what
    ``z`` comes to with no more digits than are written.
    """

    word: float
    hidden: float
    bias: float
    z: float
    gate: float
    free: float
    of_written: float

    @property
    def held(self) -> bool:
        return abs(self.free - self.gate) > 1e-9

    @property
    def numbers(self) -> tuple[float, ...]:
        return (self.word, self.hidden, self.bias, self.z, self.gate)

    def written(self, value: float, *, sign: bool = False) -> str:
        """One of its numbers; all of them with a third decimal if two would say little of z."""
        if decimals(self.z) == 2:
            return number(value, sign=sign)
        told = f"{value:+.3f}" if sign else f"{value:.3f}"
        return told.replace("-", "−").replace("+0.000", "0.000").replace("−0.000", "0.000")

    @property
    def adds_up(self) -> str:
        """``word + hidden + bias = z``, as it is written."""
        word, *parts, z = (self.written(value) for value in self.numbers[:4])
        told = [float(part.replace("−", "-")) for part in (word, *parts, z)]
        holds = abs(sum(told[:-1]) - told[-1]) < 1e-6
        return f"{word} + {' + '.join(map(bracketed, parts))} {'=' if holds else '≈'} {z}"

    def in_short(self, squash: str) -> str:
        """``σ(word + hidden + bias) = σ(z) = gate``, as it is written, if it is not held."""
        parts, sign, _ = self.adds_up.rpartition("≈" if "≈" in self.adds_up else "=")
        return f"{squash}({parts.strip()}) {sign} {self.squashed_by(squash)}"

    def squashed_by(self, squash: str) -> str:
        """``σ(z) = gate``, as it is written, if it is not held; ≈ where the digits do not hold."""
        gate = self.written(self.free)
        sign = "=" if self.written(self.of_written) == gate else "≈"
        return f"{squash}({self.written(self.z)}) {sign} {gate}"


class GatedStory(Protocol):
    """A story with gates at work, sentence by sentence (``lesson.basket.Basket``)."""

    def label(self, number: int) -> str: ...
    def cards(self, gate: str) -> tuple[Card, ...]: ...
    def products(self, number: int, gated: Gated) -> tuple[Product, Product]: ...
    def sums(self, number: int, gate: str) -> tuple[Sum, Sum]: ...


Captions = tuple[Caption, Caption, Caption]
"""What is said of a moment of a story, in three stages."""
Three = tuple[str, str, str]


def captions(
    titles: Three, equations: Three, sentences: Three, numbers: Three = ("", "", "")
) -> Captions:
    """``sentences`` may have [[terms]] of the glossary in them."""
    first, second, third = map(caption, titles, sentences, equations, numbers)
    return first, second, third


def sum_captions(gate: str, apples: Sum, told: Three) -> Captions:
    """Where the gate of the apples comes from, in these three sentences."""
    return captions(
        (_where(apples), "Added up", "Squashed by σ"),
        ("", _summed(gate), _squashed(gate)),
        told,
        ("", apples.adds_up, apples.squashed_by("σ")),
    )


def sum_caption(gate: str, apples: Sum, told: str) -> Caption:
    """The same of a gate, or of the candidate, at once."""
    both = "&ensp;|&ensp;".join
    return caption(
        _where(apples),
        told,
        both((_summed(gate), _squashed(gate))),
        both((apples.adds_up, apples.squashed_by(signal(LSTM_SIGNALS, gate).squash))),
    )


def _where(gate: Sum) -> str:
    return f"Where does {number(gate.gate)} come from?"


def _summed(gate: str) -> str:
    return f"{_z(gate)} = W {coloured('x', 'x')} + U {coloured('h', 'h')} + b"


def _squashed(gate: str) -> str:
    row = signal(LSTM_SIGNALS, gate)
    return f"{symbol(gate)} = {row.squash}({_z(gate)})"


def _z(gate: str) -> str:
    row = signal(LSTM_SIGNALS, f"z_{gate}")
    return coloured(row.color, row.symbol)


def worked_out(name: str, one: Sum) -> str:
    """This word’s weight, what h adds and the bias, and their sum squashed; or that it is held."""
    made = one.squashed_by(signal(LSTM_SIGNALS, name).squash)
    if one.held:
        return f"held at {number(one.gate)}; by itself it would be {made}"
    return f"this word’s weight + what h adds + bias = {one.adds_up}; {made}"


@dataclass(frozen=True)
class StoryLines:
    """Where the values of a story come from.

    ``listed`` has for each sentence few and short lines, its words first; ``each`` by signal
    one for each sentence and unit, and by ``says`` one for the answer of each sentence.
    """

    listed: tuple[tuple[str, ...], ...]
    each: Lines

    def up_to(self, n: int) -> Lines:
        """Of sentence ``n`` (from 0) and those before it: the others are not read yet."""
        return {
            name: of[: n + 1 if name == "says" else 2 * n + 2] for name, of in self.each.items()
        }
