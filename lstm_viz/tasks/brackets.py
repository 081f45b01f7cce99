"""Bracket depth: after each character, are all brackets closed, some open, or too many closed?"""

from functools import cache

import numpy as np

from lstm_viz.inputs import BRACKET_COLUMNS
from lstm_viz.tasks import scores
from lstm_viz.tasks.bracket_strings import (
    LETTER_SHARE,
    SHALLOWEST,
    STEEPEST,
    answers,
    random_strings,
)
from lstm_viz.tasks.sampling import check_sizes, labels, one_hot
from lstm_viz.tasks.task import Examples, Task

SHORTEST = 2
OVERCLOSED = 0.3
OUTPUTS = ("too many closed", "all closed", "still open")
LABELS = ("(", ")", "a")


def examples(count: int, rng: np.random.Generator, size: int) -> Examples:
    """Strings of one length, as `random_strings` draws them; in some a ")" may be astray."""
    check_sizes(count, size, SHORTEST, "length")
    columns = random_strings(rng, count, size, overclosed=OVERCLOSED)
    mask = np.ones(columns.shape, bool)
    x = one_hot(columns, len(BRACKET_COLUMNS))
    return Examples(x, answers(columns), mask, labels(columns, LABELS))


@cache
def chance(size: int) -> float:
    """The share of steps right for the best of all rules "after this character, that answer".

    The depth is a random walk whose steps depend on the depth and on how steep the string is, so
    its distribution is followed exactly, step by step, for enough steepnesses between the extremes
    to integrate over them (Gauss–Legendre: exact for polynomials, which these shares are).
    """
    nodes, weights = np.polynomial.legendre.leggauss(size // 2 + 1)
    steepness = (SHALLOWEST + STEEPEST) / 2 + (STEEPEST - SHALLOWEST) / 2 * nodes[:, np.newaxis]
    met = sum(
        share * _met(size, steepness, weights / 2, stray)
        for share, stray in ((1 - OVERCLOSED, False), (OVERCLOSED, True))
    )
    return float(np.asarray(met).max(axis=1).sum() / size)


def _met(size: int, steepness: np.ndarray, weights: np.ndarray, stray: bool) -> np.ndarray:
    """(3, 3): how often in `size` steps each character is met with each answer, as expected.

    steepness: (N, 1), weights: (N,), which sum to 1. stray: a ")" may come at depth 0.
    """
    zero = size  # the column of depth 0; depths from −size to size
    at = np.zeros((len(steepness), 2 * size + 1))  # at[n, zero + d]: probability of depth d
    at[:, zero] = 1
    met = np.zeros((3, 3))
    for t in range(size):
        share_open = np.broadcast_to(steepness if t < size / 2 else 1 - steepness, at.shape).copy()
        if not stray:
            share_open[:, : zero + 1] = 1
        bracket = (1 - LETTER_SHARE) * at
        opened = np.zeros_like(at)
        closed = np.zeros_like(at)
        opened[:, 1:] = (bracket * share_open)[:, :-1]
        closed[:, :-1] = (bracket * (1 - share_open))[:, 1:]
        other = LETTER_SHARE * at
        for character, reached in enumerate((opened, closed, other)):
            after = weights @ reached
            met[character] += after[:zero].sum(), after[zero], after[zero + 1 :].sum()
        at = opened + closed + other
    return met


BRACKETS = Task(
    id="brackets",
    title="Bracket depth",
    asks="It reads brackets and letters, and after each it must say whether all brackets are "
    "closed, some are still open or too many were closed.",
    source="Ours. It is never told the depth, yet has to count it.",
    inputs=BRACKET_COLUMNS,
    outputs=OUTPUTS,
    loss="cross_entropy",
    sizes=(SHORTEST, 100, 20),
    size_name="length",
    examples=examples,
    score=scores.share_of_steps,
    scores="share of steps answered rightly",
    chance=chance,
    good_enough=0.999,
)
