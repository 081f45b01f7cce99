"""What a unit is good for: hold one of its gates, read again, compare what was predicted.

To silence a unit hold its output gate at 0: then h is 0, and nothing of the unit reaches the gates
of the next step or the prediction. Holding f and i at 0 (so that c is 0) would change the
predictions in exactly the same way, as c leaves the cell only through h; but with the output gate
held, the unit's own c goes on and can still be looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Literal, get_args

import numpy as np

from lstm_viz.reading.record import Prediction, Reading, frozen
from lstm_viz.trace import Array

Gate = Literal["f", "i", "o"]
GATES: tuple[Gate, ...] = get_args(Gate)
CONTEXT = 20
"""So many characters before a place are quoted with it."""
WORD = 8
"""… and so many of its own word on each side."""
BREAKS = ("\n", "\r", "\r\n")


@dataclass(frozen=True)
class Hold:
    """A unit's forget, input or output gate, held at a value in [0, 1] throughout."""

    unit: int
    gate: Gate
    value: float

    def __post_init__(self) -> None:
        if self.gate not in GATES:
            raise ValueError(f"a gate to hold must be one of {', '.join(GATES)}, got {self.gate!r}")
        if not 0 <= self.value <= 1:  # not so for NaN either
            raise ValueError(f"a gate is held at a value in [0, 1], got {self.value}")


def silence(unit: int) -> Hold:
    """What makes a unit count for nothing: its output gate shut."""
    return Hold(unit, "o", 0.0)


def clamps(holds: Sequence[Hold], hidden_size: int) -> dict[str, Array]:
    """By gate, the values (H,) to hold it at, NaN for units left free.

    Of two holds on one gate of one unit the later one is taken. Raises ``ValueError`` for a unit
    that is not there.
    """
    held: dict[str, Array] = {}
    for hold in holds:
        if not 0 <= hold.unit < hidden_size:
            raise ValueError(f"unit must be in 0 … {hidden_size - 1}, got {hold.unit}")
        values = held.setdefault(hold.gate, np.full(hidden_size, np.nan))
        values[hold.unit] = hold.value
    return held


@dataclass(frozen=True)
class CharacterChange:
    """One character that surprised the network more, or less, with gates held; in bits.

    ``context`` is what stands before it, as typed; ``word`` what its word has before and after it
    (for a space: the word before it, and nothing); ``line`` is counted from 1; ``top_before`` and
    ``top_after`` are what the network had thought most probable for this place.
    """

    t: int
    character: str
    context: str
    word: tuple[str, str]
    line: int
    surprise_before: float
    surprise_after: float
    top_before: Prediction
    top_after: Prediction

    @property
    def change(self) -> float:
        return self.surprise_after - self.surprise_before


@dataclass(frozen=True, eq=False)
class Effect:
    """Two readings of one text: as the network is, and with gates held."""

    holds: tuple[Hold, ...]
    before: Reading
    after: Reading

    @cached_property
    def change(self) -> Array:
        """(T,) how much more each character surprised the network with gates held, in bits."""
        return frozen(self.after.surprise - self.before.surprise)

    @property
    def bits_before(self) -> float:
        return self.before.bits_per_character

    @property
    def bits_after(self) -> float:
        return self.after.bits_per_character

    def most_changed(self, k: int = 5) -> tuple[CharacterChange, ...]:
        """The k characters whose surprise changed most, either way; unchanged ones are left out."""
        order = np.argsort(-np.abs(self.change), kind="stable")[:k]
        return tuple(self.changed(int(t)) for t in order if self.change[t] != 0)

    def changed(self, t: int) -> CharacterChange:
        """What changed at place t."""
        return CharacterChange(
            t,
            self.before.text[t],
            "".join(self.before.text[max(0, t - CONTEXT) : t]),
            _word(self.before.text, t),
            1 + sum(character in BREAKS for character in self.before.text[:t]),
            float(self.before.surprise[t]),
            float(self.after.surprise[t]),
            self.before.guesses[t][0],
            self.after.guesses[t][0],
        )


def _word(text: Sequence[str], t: int) -> tuple[str, str]:
    """What stands round place t up to the next spaces, cut to ``WORD`` characters with a …"""
    before = list(takewhile(_solid, reversed(text[:t])))
    after = list(takewhile(_solid, text[t + 1 :])) if _solid(text[t]) else []
    left, right = "".join(before[:WORD][::-1]), "".join(after[:WORD])
    return (
        f"…{left}" if len(before) > WORD else left,
        f"{right}…" if len(after) > WORD else right,
    )


def _solid(character: str) -> bool:
    return not character.isspace()


def effect(before: Reading, after: Reading, holds: Sequence[Hold]) -> Effect:
    """Compare two readings of the same text; ``ValueError`` if the texts differ."""
    if before.text != after.text or before.alphabet != after.alphabet:
        raise ValueError(
            f"an effect compares two readings of one text, got {len(before)} and {len(after)} "
            "characters that differ"
        )
    return Effect(tuple(holds), before, after)
