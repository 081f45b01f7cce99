"""The record of one reading: what came, how much it surprised the network, what it expected next.

Position t means that character t has been read. What was expected of it was said before, from the
characters before it alone.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from lstm_viz.trace import Array, Trace

Integers = NDArray[np.integer[Any]]
AnyArray = TypeVar("AnyArray", bound=NDArray[Any])
State = tuple[tuple[Array, ...], ...]
"""Per layer (h, c), each (H,)."""

TOP = 5
"""So many of the most probable characters are named."""


class Prediction(NamedTuple):
    """A character and the probability that the network gave it."""

    character: str
    probability: float


Predictions = tuple[tuple[Prediction, ...], ...]


@dataclass(frozen=True, eq=False, repr=False)
class Reading:
    """What a network of one LSTM layer did with a text of T characters; A are in its alphabet.

    text: the characters as they were typed; indices: (T,), those the network read, in ``alphabet``;
    mapped: whether a typed character is none of the alphabet's, so that another was read.
    Before the text the network reads the symbol ``start``, a line break, from a state of zeros:
    so even the first character is expected from something. ``start`` is in no array here.
    log2_before: (T + 1, A), row t the log2 of the probability of each character at place t, given
    the start and the characters before t; the last row is on what comes after the text.
    trace: T steps, (T, H); its first c_prev and h_prev are the state after ``start``.
    state: the state after the last character, from which the network can go on.
    """

    text: tuple[str, ...]
    indices: Integers
    mapped: tuple[bool, ...]
    alphabet: tuple[str, ...]
    start: str
    log2_before: Array
    trace: Trace
    state: State

    def __post_init__(self) -> None:
        frozen(self.indices)
        frozen(self.log2_before)

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return f"Reading({len(self)} characters, {self.hidden_size} units)"

    @property
    def hidden_size(self) -> int:
        return self.trace.hidden_size

    @cached_property
    def read_as(self) -> tuple[str, ...]:
        """The characters that the network read, one for each that was typed."""
        return tuple(self.alphabet[k] for k in self.indices)

    @cached_property
    def surprise(self) -> Array:
        """(T,) −log2 of the probability of what came, in bits: Shannon's information content."""
        return frozen(-self.log2_before[np.arange(len(self)), self.indices])

    @cached_property
    def probability(self) -> Array:
        """(T,) what the network gave the character before seeing it."""
        return frozen(np.exp2(-self.surprise))

    @cached_property
    def _probabilities(self) -> Array:
        return frozen(np.exp2(self.log2_before))

    @property
    def expected(self) -> Array:
        """(T, A) the distribution over the alphabet before character t."""
        return self._probabilities[:-1]

    @property
    def distributions(self) -> Array:
        """(T, A) the distribution over the alphabet after character t."""
        return self._probabilities[1:]

    @cached_property
    def top(self) -> Integers:
        """(T + 1, 5) the most probable characters before character t, best first, as indices."""
        return frozen(best_first(self.log2_before))

    @cached_property
    def top_probability(self) -> Array:
        """(T + 1, 5) the probabilities of ``top``."""
        return frozen(np.take_along_axis(self._probabilities, self.top, axis=1))

    @cached_property
    def ranked(self) -> Predictions:
        """The most probable at each of the T + 1 places, best first: before each character, and
        after the last."""
        return named(self.top, self.top_probability, self.alphabet)

    @property
    def guesses(self) -> Predictions:
        """What the network thought most probable before each character, best first."""
        return self.ranked[:-1]

    @property
    def predictions(self) -> Predictions:
        """What it thinks most probable after each character, best first."""
        return self.ranked[1:]

    @property
    def bits_per_character(self) -> float:
        """The mean surprise of the whole text; NaN if it is empty."""
        return float(self.surprise.mean()) if len(self) else float("nan")


def frozen(array: AnyArray) -> AnyArray:
    """``array``, read-only."""
    array.setflags(write=False)
    return array


def best_first(scores: Array) -> Integers:
    """The columns (…, 5) of the highest scores in each row, best first; fewer if there are fewer.

    Of equal ones the first in the alphabet comes first.
    """
    return np.argsort(-scores, axis=-1, kind="stable")[..., :TOP].copy()


def named(top: Integers, probabilities: Array, alphabet: tuple[str, ...]) -> Predictions:
    """Rows of indices and probabilities, both (N, k), with the characters' names."""
    return tuple(
        tuple(Prediction(alphabet[k], p) for k, p in zip(*row, strict=True))
        for row in zip(top.tolist(), probabilities.tolist(), strict=True)
    )
