"""The record of a network writing on: what it drew, from what, and what went on inside."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lstm_viz.reading.record import (
    Integers,
    Prediction,
    Predictions,
    State,
    best_first,
    frozen,
    named,
)
from lstm_viz.trace import Array, Trace


@dataclass(frozen=True, eq=False, repr=False)
class Writing:
    """n characters that a network wrote, and read as it wrote them; A are in its alphabet.

    indices: (n,), the characters in ``alphabet``.
    log2_before: (n + 1, A), row k the log2 of the probability that the network itself gave each
    character at place k; the last row is on what comes after all of them. As in a ``Reading``.
    distributions: (n + 1, A), the probabilities after the temperature: character k was drawn from
    row k, the next one would be from the last.
    trace: n steps, (n, H), of the run that wrote; its first c_prev and h_prev are the state that
    the text before left.
    state: after the last character; with the last row of ``log2_before`` it is what to go on from.
    """

    alphabet: tuple[str, ...]
    indices: Integers
    log2_before: Array
    distributions: Array
    temperature: float
    trace: Trace
    state: State

    def __post_init__(self) -> None:
        frozen(self.indices)
        frozen(self.log2_before)
        frozen(self.distributions)

    def __len__(self) -> int:
        return len(self.indices)

    def __repr__(self) -> str:
        return f"Writing({self.string!r}, temperature={self.temperature})"

    @cached_property
    def text(self) -> tuple[str, ...]:
        return tuple(self.alphabet[k] for k in self.indices)

    @property
    def string(self) -> str:
        return "".join(self.text)

    @cached_property
    def probability(self) -> Array:
        """(n,) the probability, after the temperature, of what was drawn."""
        return frozen(self.distributions[np.arange(len(self)), self.indices])

    @cached_property
    def surprise(self) -> Array:
        """(n,) −log2 of the probability that the network itself gave what was drawn, in bits."""
        return frozen(-self.log2_before[np.arange(len(self)), self.indices])

    @cached_property
    def top(self) -> Integers:
        """(n + 1, 5) what the network itself held for most probable at each place, best first.

        A temperature makes none of them less probable than one after it.
        """
        return frozen(best_first(self.log2_before))

    @cached_property
    def top_probability(self) -> Array:
        """(n + 1, 5) the probabilities of ``top``, before any temperature."""
        return frozen(np.exp2(np.take_along_axis(self.log2_before, self.top, axis=1)))

    @cached_property
    def top_drawn(self) -> Array:
        """(n + 1, 5) the probabilities of ``top`` after the temperature."""
        return frozen(np.take_along_axis(self.distributions, self.top, axis=1))

    @cached_property
    def predictions(self) -> Predictions:
        """What was most probable to be drawn at each of the n places, with names."""
        return named(self.top[:-1], self.top_drawn[:-1], self.alphabet)

    def drawn(self, k: int) -> Prediction:
        """Character k and the probability with which it was drawn."""
        return Prediction(self.text[k], float(self.probability[k]))
