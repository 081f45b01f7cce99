"""The record of a network writing on: what it drew each character from, and what it drew."""

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
from lstm_viz.trace import Array


@dataclass(frozen=True, eq=False, repr=False)
class Writing:
    """n characters that a network wrote.

    indices: (n,), the characters in `alphabet`; distributions: (n, A), the probabilities that each
    was drawn from, after the temperature; log2_next: (A,), log2 of the probabilities of what comes
    after all of them, before any temperature; state: after the last character; with `log2_next`
    it is what to go on from.
    """

    alphabet: tuple[str, ...]
    indices: Integers
    distributions: Array
    temperature: float
    log2_next: Array
    state: State

    def __post_init__(self) -> None:
        frozen(self.indices)
        frozen(self.distributions)
        frozen(self.log2_next)

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
    def top(self) -> Integers:
        """(n, 5) what was most probable to be drawn, best first."""
        return frozen(best_first(self.distributions))

    @cached_property
    def top_probability(self) -> Array:
        """(n, 5) the probabilities of `top`."""
        return frozen(np.take_along_axis(self.distributions, self.top, axis=1))

    @cached_property
    def predictions(self) -> Predictions:
        """`top` with the characters' names."""
        return named(self.top, self.top_probability, self.alphabet)

    def drawn(self, k: int) -> Prediction:
        """Character k and the probability with which it was drawn."""
        return Prediction(self.text[k], float(self.probability[k]))
