"""Stretches of a text as examples: which character comes after each one of them."""

import numpy as np
from numpy.typing import NDArray

from lstm_viz.tasks.alphabet import Alphabet, visible
from lstm_viz.tasks.sampling import check_sizes
from lstm_viz.tasks.task import Examples

Indices = NDArray[np.int64]
SHORTEST = 2


def window_starts(alphabet: Alphabet, indices: Indices, size: int, after: str | None) -> Indices:
    """Where a stretch of `size` characters may begin that has one more behind it.

    Anywhere in the text (T,); with `after`, only behind this character.
    """
    if len(indices) <= size:
        raise ValueError(f"length must be below the text's {len(indices)}, got {size}")
    if after is None:
        return np.arange(len(indices) - size)
    behind = np.flatnonzero(indices == alphabet.characters.index(after)) + 1
    found = behind[behind < len(indices) - size]
    if not len(found):
        raise ValueError(f"no {size + 1} characters of the text follow {after!r}")
    return found


def windows(
    alphabet: Alphabet,
    indices: Indices,
    count: int,
    rng: np.random.Generator,
    size: int,
    *,
    shortest: int = SHORTEST,
    after: str | None = None,
) -> Examples:
    """`count` stretches of `size` characters (see `window_starts`), and what follows each."""
    check_sizes(count, size, shortest, "length")
    places = window_starts(alphabet, indices, size, after)
    starts = places[rng.integers(len(places), size=count)]
    stretches = indices[starts + np.arange(size + 1)[:, np.newaxis]]
    read, following = stretches[:-1], stretches[1:]
    names = [visible(character) for character in alphabet.characters]
    tokens = tuple(tuple([names[k] for k in stretch]) for stretch in read.T.tolist())
    return Examples(alphabet.one_hot(read), following, np.ones(read.shape, bool), tokens)
