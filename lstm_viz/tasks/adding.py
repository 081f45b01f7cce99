"""The adding problem: two marked numbers among many, and their sum at the end.

Hochreiter & Schmidhuber 1997. Each step is a pair of a number in [−1, 1] and a marker: 1 for the
two numbers to add, −1 at the first and the last step, 0 elsewhere. One of the first ten is marked,
then another of the first T/2 − 1. The answer is 0.5 + (X₁ + X₂)/4, which lies in [0, 1], and is
right if it is off by less than 0.04.

In the paper the first step may be marked too, and then counts as 0; here it never is.
"""

import numpy as np

from lstm_viz.tasks import scores
from lstm_viz.tasks.sampling import check_sizes
from lstm_viz.tasks.task import Examples, Task

SHORTEST = 10
FIRST_TEN = 10
TOLERANCE = 0.04

# "0.73", and with a star where marked: a label for each hundredth from −1 to 1.
_LABELS = tuple(f"{hundredths / 100:.2f}".replace("-", "−") for hundredths in range(-100, 101))
_ALL_LABELS = (*_LABELS, *(f"{label}*" for label in _LABELS))


def examples(count: int, rng: np.random.Generator, size: int) -> Examples:
    """Lengths from T = `size` to T + T/10; the answer is asked for at a sequence's last step."""
    check_sizes(count, size, SHORTEST, "length")
    lengths = rng.integers(size, size + size // 10, endpoint=True, size=count)
    step = np.arange(lengths.max())[:, np.newaxis]
    sequence = np.arange(count)
    own, last = step < lengths, step == lengths - 1

    numbers = rng.uniform(-1, 1, (len(step), count))
    # Steps from 0; the first is left out. The second mark jumps over the first.
    half = size // 2 - 1
    first = rng.integers(1, min(FIRST_TEN, half), size=count)
    second = rng.integers(1, half - 1, size=count)
    second += second >= first
    marked = (step == first) | (step == second)
    ends = (step == 0) | last

    x = np.stack([numbers, marked.astype(float) - ends], axis=-1) * own[..., np.newaxis]
    targets = np.zeros((len(step), count, 1))
    total = numbers[first, sequence] + numbers[second, sequence]
    targets[lengths - 1, sequence, 0] = 0.5 + total / 4

    label = np.rint(numbers * 100).astype(int) + 100 + len(_LABELS) * marked
    tokens = tuple(
        tuple([_ALL_LABELS[k] for k in row[:length]])
        for row, length in zip(label.T.tolist(), lengths, strict=True)
    )
    return Examples(x.astype(np.float32), targets.astype(np.float32), last, tokens)


def chance(size: int) -> float:
    """Always 0.5, the likeliest sum; the last number is never one of the two.

    s = X₁ + X₂ has the density (2 − |s|)/4, and |s|/4 < tolerance is the area between ±4·tolerance.
    """
    reach = 4 * TOLERANCE
    return (2 * reach - reach**2 / 2) / 2


ADDING = Task(
    id="adding",
    title="Adding",
    asks="It reads pairs of a number and a marker, and after the last it must say the sum of the "
    "two marked numbers, as 0.5 + sum/4.",
    source="Hochreiter & Schmidhuber 1997. There the first step may be marked, and then counts as "
    "0; here it never is.",
    inputs=("number", "marker"),
    outputs=("0.5 + sum/4",),
    loss="squared_error",
    sizes=(SHORTEST, 200, 50),
    size_name="length",
    examples=examples,
    score=scores.share_within(TOLERANCE),
    scores=f"share of sums off by less than {TOLERANCE} (of 0.5 + sum/4)",
    chance=chance,
    good_enough=0.99,
    tolerance=TOLERANCE,
)
