"""Remember the first symbol: hold one thing while others come by."""

import numpy as np

from lstm_viz.tasks import scores
from lstm_viz.tasks.sampling import check_sizes, labels, one_hot
from lstm_viz.tasks.task import Examples, Task

SYMBOLS = ("A", "B", "C", "D")
SHORTEST = 2


def examples(count: int, rng: np.random.Generator, size: int) -> Examples:
    """Every symbol is as likely at every step; the answer is asked for at the last step alone.

    The distractors are the same symbols as the one to remember, so what matters is that it came
    first: a network has to shut its input gate after it.
    """
    check_sizes(count, size, SHORTEST, "length")
    columns = rng.integers(len(SYMBOLS), size=(size, count))
    targets = np.zeros((size, count), np.int64)
    targets[-1] = columns[0]
    mask = np.zeros((size, count), bool)
    mask[-1] = True
    return Examples(one_hot(columns, len(SYMBOLS)), targets, mask, labels(columns, SYMBOLS))


def chance(size: int) -> float:
    """The last symbol says nothing about the first."""
    return 1 / len(SYMBOLS)


FIRST_SYMBOL = Task(
    id="first-symbol",
    title="Remember the first symbol",
    asks=f"It reads letters {SYMBOLS[0]} to {SYMBOLS[-1]}, and after the last it must name the "
    "first.",
    source="Ours; after the 2-sequence problem of Bengio, Simard & Frasconi 1994 and the "
    "long-time-lag tasks of Hochreiter & Schmidhuber 1997, where the distractors are other symbols "
    "or noise. Here they are the same symbols.",
    inputs=SYMBOLS,
    outputs=SYMBOLS,
    loss="cross_entropy",
    sizes=(SHORTEST, 100, 20),
    size_name="length",
    examples=examples,
    score=scores.share_of_steps,
    scores="share of sequences whose first symbol was named",
    chance=chance,
    good_enough=0.999,
)
