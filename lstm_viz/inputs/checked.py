"""What reading an input gives: a labelled array (T, I), or an ``InputError``; and the limits."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lstm_viz.notation import quoted, read_number

MAX_STEPS = 5_000
MAX_COLUMNS = 16
MAX_VOCABULARY = 500
MAX_CHARACTERS = 50_000
MAX_CSV_BYTES = 1_000_000
MAX_NUMBER = 1e6


class InputError(ValueError):
    """What was typed cannot be read; the message is one sentence for the person who typed it."""


@dataclass(frozen=True, eq=False)
class Inputs:
    """A sequence as a network sees it, with the words for what it sees.

    x: (T, I), read-only; `tokens` has a label per time step (T), `columns` one per input (I).
    `notes`: sentences on what of the text was not taken, if anything.
    """

    kind: str
    tokens: tuple[str, ...]
    columns: tuple[str, ...]
    x: NDArray[np.float64]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        x = np.array(self.x, dtype=np.float64)
        if x.shape != (len(self.tokens), len(self.columns)):
            wanted = (len(self.tokens), len(self.columns))
            raise ValueError(f"x must have shape {wanted}, got {x.shape}")
        x.flags.writeable = False
        object.__setattr__(self, "x", x)

    @property
    def one_hot(self) -> bool:
        """Whether each step is one of several things (a word, a bracket), not measured numbers."""
        return self.kind in ("sentence", "brackets", "story")


def number_in(text: str, where: str) -> float:
    """The number in an entry or a cell; `where` names it."""
    try:
        value = read_number(text)
    except ValueError as came:
        raise InputError(f"Expected a number in {where}, got {came}.") from None
    if abs(value) > MAX_NUMBER:
        limits = f"between −{MAX_NUMBER:,.0f} and {MAX_NUMBER:,.0f}"
        raise InputError(f"Expected a number {limits} in {where}, got {quoted(text)}.")
    return value


def limit_characters(text: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise InputError(f"Expected at most {MAX_CHARACTERS:,} characters, got {len(text):,}.")


def limit_steps(count: int, what: str) -> None:
    if count > MAX_STEPS:
        raise InputError(f"Expected at most {MAX_STEPS:,} {what}, got {count:,}.")
