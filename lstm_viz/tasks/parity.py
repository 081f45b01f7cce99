"""Parity: has an odd number of ones come so far? One bit of memory that every 1 turns over."""

import numpy as np

from lstm_viz.tasks import scores
from lstm_viz.tasks.sampling import check_sizes, labels, one_hot
from lstm_viz.tasks.task import Examples, Task

BITS = ("0", "1")
EVEN, ODD = 0, 1
SHORTEST = 2


def examples(count: int, rng: np.random.Generator, size: int) -> Examples:
    """Fair bits; the answer is asked for after each."""
    check_sizes(count, size, SHORTEST, "length")
    bits = rng.integers(2, size=(size, count))
    targets = bits.cumsum(axis=0) % 2
    return Examples(one_hot(bits, 2), targets, np.ones((size, count), bool), labels(bits, BITS))


def chance(size: int) -> float:
    """ "Odd" after a 1 and "even" after a 0 is right at the first step, and half the time later."""
    return (1 + (size - 1) / 2) / size


PARITY = Task(
    id="parity",
    title="Parity",
    asks="It reads zeros and ones, and after each it must say whether the number of ones so far is "
    "even or odd.",
    source="Ours; after the parity problem of Bengio, Simard & Frasconi 1994, who ask once, at the "
    "end. Asked at every step it is much easier to learn.",
    inputs=BITS,
    outputs=("even", "odd"),
    loss="cross_entropy",
    sizes=(SHORTEST, 100, 20),
    size_name="length",
    examples=examples,
    score=scores.share_of_steps,
    scores="share of steps answered rightly",
    chance=chance,
    good_enough=0.999,
)
