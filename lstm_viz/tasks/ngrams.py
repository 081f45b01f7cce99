"""Unigram, bigram and trigram models of characters: what a network has to beat.

An n-gram model predicts a character from the n − 1 before it, so a trigram knows two. Counts alone
give 0 to whatever never came in training, so they are interpolated with the shorter contexts, by
absolute discounting with three discounts (Chen & Goodman 1999):

    p(c | h) = (n(hc) − d(hc)) / n(h)  +  Σ_c' d(hc') / n(h) · p(c | h without its first)

n(hc): how often c came after the context h; n(h) = Σ_c n(hc); d(hc) is 0, d₁, d₂ or d₃ for an n(hc)
of 0, 1, 2 or more. Under the unigram lies 1/A for every character. A context never met leaves it to
the shorter one. There are three d for each length of context, chosen on training text alone: the
counts of its first nine tenths must predict the last tenth best; then everything is counted again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.integer]
Table = NDArray[np.float64]

ORDERS: Mapping[str, int] = MappingProxyType({"unigram": 1, "bigram": 2, "trigram": 3})
MOST_CHARACTERS = 128  # a trigram's table has A³ entries
_SHARES = tuple(k / 20 for k in range(1, 20))  # of a count of 1, 2 or 3, to be discounted
_SWEEPS = 2

Discounts = tuple[float, float, float]


@dataclass(frozen=True, eq=False)
class NGram:
    """tables[k]: (A,) * (k + 1), p(last | the k before it)."""

    tables: tuple[Table, ...]

    @property
    def order(self) -> int:
        """The n of n-gram."""
        return len(self.tables)

    def surprise(self, indices: Indices) -> Table:
        """(T,): bits for each character of a text; the first ones have the context there is."""
        own = np.empty(len(indices))
        for t in range(min(self.order, len(indices))):
            own[t] = self.tables[t][tuple(indices[: t + 1])]
        if len(indices) > self.order:
            own[self.order - 1 :] = self.tables[-1][_grams(indices, self.order)]
        return np.asarray(-np.log2(own))

    def bits_per_character(self, indices: Indices) -> float:
        """Mean surprise from the second character on, which is the first a network predicts."""
        if len(indices) < 2:
            raise ValueError(f"a text must have at least 2 characters, got {len(indices)}")
        return float(self.surprise(indices)[1:].mean())


def learned(indices: Indices, characters: int, order: int) -> NGram:
    """The model of one order from a training text (T,) over so many characters."""
    if not 1 <= characters <= MOST_CHARACTERS:
        raise ValueError(f"characters must be 1 to {MOST_CHARACTERS}, got {characters}")
    if order < 1 or len(indices) < 10 * order:
        raise ValueError(f"an n-gram of order {order} needs a longer text, got {len(indices)}")
    cut = len(indices) * 9 // 10
    discounts = _tuned(indices[:cut], indices[cut:], characters, order)
    return NGram(_tables(_counts(indices, characters, order), discounts))


def _grams(indices: Indices, order: int) -> tuple[Indices, ...]:
    """The stretches of `order` characters, as an index into (A,) * order."""
    count = len(indices) - order + 1
    return tuple(indices[k : k + count] for k in range(order))


def _counts(indices: Indices, characters: int, order: int) -> tuple[Table, ...]:
    """How often each stretch of 1, 2 … `order` characters comes."""
    counts = []
    for length in range(1, order + 1):
        shape = (characters,) * length
        flat = np.ravel_multi_index(_grams(indices, length), shape)
        counts.append(np.bincount(flat, minlength=characters**length).reshape(shape))
    return tuple(count.astype(np.float64) for count in counts)


def _tables(counts: tuple[Table, ...], discounts: tuple[Discounts, ...]) -> tuple[Table, ...]:
    """The equation above, from the shortest context up."""
    shorter = np.full(counts[0].shape, 1 / len(counts[0]))
    tables = []
    for count, own in zip(counts, discounts, strict=True):
        shorter = _interpolated(count, shorter, own)
        tables.append(shorter)
    return tuple(tables)


def _interpolated(count: Table, shorter: Table, discounts: Discounts) -> Table:
    taken = np.array((0.0, *discounts))[np.minimum(count, 3).astype(np.intp)]
    met = count.sum(axis=-1, keepdims=True)
    whole = np.maximum(met, 1)
    left_over = np.where(met > 0, taken.sum(axis=-1, keepdims=True) / whole, 1)
    return np.asarray((count - taken) / whole + left_over * shorter)


def _tuned(
    training: Indices, validation: Indices, characters: int, order: int
) -> tuple[Discounts, ...]:
    """The discounts with which counts of `training` predict `validation` best, one at a time."""
    counts = _counts(training, characters, order)
    came = _counts(validation, characters, order)[-1]
    places = came.nonzero()
    times = came[places]
    chosen: list[Discounts] = [(0.5, 1.0, 1.5)] * order
    for _ in range(_SWEEPS):
        for k in range(order):
            for count in (1, 2, 3):
                tried = [_with(chosen[k], count, share * count) for share in _SHARES]
                surprises = []
                for own in tried:
                    tables = _tables(counts, (*chosen[:k], own, *chosen[k + 1 :]))
                    surprises.append(-(times @ np.log(tables[-1][places])))
                chosen[k] = tried[int(np.argmin(surprises))]
    return tuple(chosen)


def _with(discounts: Discounts, count: int, discount: float) -> Discounts:
    """The same with another discount for one count."""
    first, second, third = (
        discount if k == count else own for k, own in enumerate(discounts, start=1)
    )
    return first, second, third
