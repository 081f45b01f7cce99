"""Bracket strings to train on and to be tested on, and the right answer for every step."""

import numpy as np

from lstm_viz.tasks.sampling import Columns

OPEN, CLOSE, OTHER = 0, 1, 2  # the columns of `inputs.from_brackets`
TOO_MANY_CLOSED, ALL_CLOSED, STILL_OPEN = 0, 1, 2

LETTER_SHARE = 0.2
SHALLOWEST, STEEPEST = 0.4, 0.95


def random_strings(
    rng: np.random.Generator, count: int, length: int, *, overclosed: float = 0.0
) -> Columns:
    """`count` strings of one `length`, as columns: (T, B) of OPEN, CLOSE and OTHER.

    Each rises in its first half and falls in its second, some steeply and some hardly, so that
    great depths come up and so do returns to 0. A ")" never comes without a "(" to close, except
    in a share `overclosed` of the strings, where it may.
    """
    steepness = rng.uniform(SHALLOWEST, STEEPEST, count)
    may_overclose = rng.random(count) < overclosed
    columns = np.empty((length, count), np.int64)
    depth = np.zeros(count, np.int64)
    for t in range(length):
        share_open = steepness if t < length / 2 else 1 - steepness
        opens = rng.random(count) < share_open
        opens |= (depth <= 0) & ~may_overclose
        letter = rng.random(count) < LETTER_SHARE
        columns[t] = np.where(letter, OTHER, np.where(opens, OPEN, CLOSE))
        depth += change_of_depth(columns[t])
    return columns


def change_of_depth(columns: Columns) -> Columns:
    return np.asarray((columns == OPEN).astype(np.int64) - (columns == CLOSE))


def depths(columns: Columns) -> Columns:
    """Brackets opened minus brackets closed, up to and including each step."""
    return np.asarray(change_of_depth(columns).cumsum(axis=0))


def answers(columns: Columns) -> Columns:
    """TOO_MANY_CLOSED, ALL_CLOSED or STILL_OPEN after each step."""
    return np.asarray(np.sign(depths(columns)) + 1)
