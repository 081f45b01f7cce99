"""What says how likely each next character is: a network, or a model of n-grams beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lstm_viz.learn.model import Model
from lstm_viz.reading.read import START, log2_softmax
from lstm_viz.tasks import Alphabet
from lstm_viz.tasks.ngrams import NGram
from lstm_viz.trace import Array

Indices = NDArray[np.int64]
States = tuple[NDArray[Any], ...]
"""What is known of N places: arrays of N rows."""


class Speller(Protocol):
    """``characters`` are its alphabet of A."""

    @property
    def characters(self) -> tuple[str, ...]: ...

    def read(self, indices: Indices) -> tuple[States, Array]:
        """Read T characters after ``START``: T + 1 states, the first before them all.

        (T + 1, A): log2 of how likely each character is to come next.
        """
        ...

    def step(self, states: States, indices: Indices) -> tuple[States, Array]:
        """Read one more character in each of N places: their states, and (N, A)."""
        ...


@dataclass(frozen=True, eq=False)
class NetworkSpeller:
    """A network of one LSTM layer; ``clamp`` holds gates at values (``Model.run``)."""

    model: Model
    alphabet: Alphabet
    clamp: Mapping[str, ArrayLike] | None = None

    @property
    def characters(self) -> tuple[str, ...]:
        return self.alphabet.characters

    def read(self, indices: Indices) -> tuple[States, Array]:
        start = self.alphabet.encode(START).indices
        inputs = self._letters[np.concatenate([start, indices])]
        forward = self.model.run(inputs, clamp=self._held)
        (trace,) = forward.traces
        return (trace.h, trace.c), log2_softmax(forward.outputs)

    def step(self, states: States, indices: Indices) -> tuple[States, Array]:
        h, c = states
        forward = self.model.run(self._letters[indices][np.newaxis], ((h, c),), clamp=self._held)
        (state,) = forward.state
        return state, log2_softmax(forward.outputs[0])

    @property
    def _held(self) -> Mapping[int, Mapping[str, ArrayLike]] | None:
        return None if self.clamp is None else {0: self.clamp}

    @cached_property
    def _letters(self) -> Array:
        every = self.alphabet.one_hot(np.arange(len(self.alphabet)))
        return np.asarray(every, self.model.dtype)


@dataclass(frozen=True, eq=False)
class NGramSpeller:
    """It knows the last n − 1 characters; before a text it takes line breaks for them."""

    model: NGram
    alphabet: Alphabet

    @property
    def characters(self) -> tuple[str, ...]:
        return self.alphabet.characters

    def read(self, indices: Indices) -> tuple[States, Array]:
        known = self.model.order - 1
        start = np.repeat(self.alphabet.encode(START).indices, known)
        padded = np.concatenate([start, indices])
        last = np.lib.stride_tricks.sliding_window_view(padded, known)
        return self._said(last)

    def step(self, states: States, indices: Indices) -> tuple[States, Array]:
        (last,) = states
        return self._said(np.concatenate([last[:, 1:], indices[:, np.newaxis]], axis=1))

    def _said(self, last: NDArray[Any]) -> tuple[States, Array]:
        return (last,), self._log2[tuple(last.T)]

    @cached_property
    def _log2(self) -> Array:
        return np.asarray(np.log2(self.model.tables[-1]))
