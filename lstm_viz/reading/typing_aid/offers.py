"""How a text goes on to the end of the next word: the three most probable ways that a beam finds.

An offer is what comes up to a word's end: the rest of the word that is being typed, or marks and
spaces and the word after them.  Its probability is that of exactly these characters followed by one
that ends the word: P(c₁) · P(c₂ | c₁) · … · P(the word ends | all of them).  So no two offers can
both come true.  An offer of one character is left out: its key would save none.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.reading.typing_aid.spellers import Indices, Speller, States
from lstm_viz.trace import Array

OFFERED = 3
BEAM = 8
"""Beginnings that are followed at a time."""
LONGEST = 16
"""Characters of an offer."""
MARKS = 3
"""So many of them may come before its word."""
FEWEST = 2
AT_ONCE = 256
"""Places that are searched side by side: what this takes in memory."""


@dataclass(frozen=True)
class Offer:
    """What would be put in.  ``factors``: the probability of each of its characters after those
    before it, and then that its word ends."""

    text: str
    factors: tuple[float, ...]

    @property
    def probability(self) -> float:
        return prod(self.factors)


def in_word(character: str) -> bool:
    """Letters, digits and apostrophes are of a word, wherever they stand."""
    return character.isalnum() or character in "'’"


def offers(
    speller: Speller, states: States, log2_next: Array, *, temperature: float = 1.0
) -> tuple[tuple[Offer, ...], ...]:
    """For each of P places, at most ``OFFERED``, best first.

    ``states`` and ``log2_next`` (P, A) are as a speller gives them; ``temperature`` is put to every
    character by itself (``tempered``).
    """
    found: list[tuple[Offer, ...]] = []
    for first in range(0, len(log2_next), AT_ONCE):
        few = slice(first, first + AT_ONCE)
        search = _Search(speller, temperature)
        found += search.run(tuple(state[few] for state in states), log2_next[few])
    return tuple(found)


def tempered(log2: Array, temperature: float) -> Array:
    """log2 of p^(1/temperature), made to sum to 1 along the last axis."""
    with np.errstate(over="ignore"):
        powers = (log2 - log2.max(axis=-1, keepdims=True)) / temperature
    shares: Array = powers - np.log2(np.exp2(powers).sum(axis=-1, keepdims=True))
    return shares


@dataclass(frozen=True, eq=False)
class _Beginnings:
    """W beginnings of offers in each of P places.

    ``chances`` (P, W) are log2 of their probabilities, −∞ of one that is given up; ``characters``
    and ``factors`` (P, W, ``LONGEST`` + 1) what they are made of, −1 and 0 beyond their ends.
    """

    chances: Array
    characters: Indices
    factors: Array

    @classmethod
    def none(cls, places: int, width: int, chance: float) -> _Beginnings:
        shape = (places, width, LONGEST + 1)
        return cls(np.full(shape[:2], chance), np.full(shape, -1), np.zeros(shape))

    def chosen(self, columns: Indices, chances: Array) -> _Beginnings:
        """Others of them in each place, (P, V), with new chances."""
        rows = np.arange(len(columns))[:, np.newaxis]
        return _Beginnings(chances, self.characters[rows, columns], self.factors[rows, columns])

    def grown(self, at: int, characters: Indices, log2: Array) -> _Beginnings:
        """With this character of this log2 each, as number ``at``."""
        self.characters[..., at] = characters
        self.factors[..., at] = np.exp2(log2)
        return self

    def beside(self, others: _Beginnings) -> _Beginnings:
        return _Beginnings(
            np.concatenate([self.chances, others.chances], axis=1),
            np.concatenate([self.characters, others.characters], axis=1),
            np.concatenate([self.factors, others.factors], axis=1),
        )


class _Search:
    """A beam for each place, all at once: every beginning is extended by one character a time."""

    def __init__(self, speller: Speller, temperature: float) -> None:
        self.speller = speller
        self.temperature = temperature
        self.of_word = np.array([in_word(character) for character in speller.characters])

    def run(self, states: States, log2_next: Array) -> list[tuple[Offer, ...]]:
        places, letters = log2_next.shape
        beam = _Beginnings.none(places, 1, 0.0)
        best = _Beginnings.none(places, OFFERED, -np.inf)
        begun = np.zeros((places, 1), bool)  # whether there is a letter of a word
        beams = tuple(state[:, np.newaxis] for state in states)
        following = tempered(log2_next, self.temperature)[:, np.newaxis]  # (P, W, A)
        for length in range(LONGEST):
            chances = beam.chances[..., np.newaxis] + following
            inner = begun[..., np.newaxis] if length < MARKS else np.True_
            chances = np.where(inner & ~self.of_word, -np.inf, chances)
            chances[chances <= best.chances[:, -1:, np.newaxis]] = -np.inf  # no better any more
            flat = chances.reshape(places, -1)
            order = np.argpartition(-flat, min(BEAM, flat.shape[1]) - 1, axis=1)[:, :BEAM]
            parents, came = order // letters, order % letters
            rows = np.arange(places)[:, np.newaxis]
            beam = beam.chosen(parents, flat[rows, order])
            beam = beam.grown(length, came, following[rows, parents, came])
            alive = np.isfinite(beam.chances)
            if not alive.any():
                break
            begun = begun[rows, parents] | self.of_word[came]
            beams, following = self._step(beams, parents, came, alive)
            if length + 1 >= FEWEST:
                best = self._ended(best, beam, length + 1, following, begun)
        return [self._named(best, place) for place in range(places)]

    def _step(
        self, beams: States, parents: Indices, came: Indices, alive: NDArray[np.bool_]
    ) -> tuple[States, Array]:
        """Read what came in all beginnings that are alive."""
        rows = np.arange(len(parents))[:, np.newaxis]
        chosen = tuple(state[rows, parents][alive] for state in beams)
        after, log2 = self.speller.step(chosen, came[alive])

        def placed(values: NDArray[Any]) -> NDArray[Any]:
            room = np.zeros((*alive.shape, *values.shape[1:]), values.dtype)
            room[alive] = values
            return room

        return tuple(map(placed, after)), np.asarray(placed(tempered(log2, self.temperature)))

    def _ended(
        self,
        best: _Beginnings,
        beam: _Beginnings,
        length: int,
        following: Array,
        begun: NDArray[np.bool_],
    ) -> _Beginnings:
        """The best so far, with those whose word may end here."""
        with np.errstate(divide="ignore"):
            ends = np.log2(np.exp2(following[..., ~self.of_word]).sum(axis=-1))
        chances = np.where(begun, beam.chances + ends, -np.inf)
        ended = _Beginnings(chances, beam.characters.copy(), beam.factors.copy())
        ended.factors[..., length] = np.exp2(ends)
        every = best.beside(ended)
        order = np.argsort(-every.chances, axis=1, kind="stable")[:, :OFFERED]
        return every.chosen(order, np.take_along_axis(every.chances, order, axis=1))

    def _named(self, best: _Beginnings, place: int) -> tuple[Offer, ...]:
        characters = self.speller.characters
        named = []
        for column in np.flatnonzero(np.isfinite(best.chances[place])):
            of = best.characters[place, column]
            text = "".join(characters[k] for k in of if k >= 0)
            factors = best.factors[place, column, : len(text) + 1].tolist()
            named.append(Offer(text, tuple(factors)))
        return tuple(named)
