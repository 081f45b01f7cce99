"""Copying: read a few symbols, wait, and say them again in their order."""

import numpy as np

from lstm_viz.tasks import scores
from lstm_viz.tasks.sampling import check_sizes, labels, one_hot
from lstm_viz.tasks.task import Examples, Task

SYMBOLS = ("A", "B", "C", "D")
WAIT, GO = 4, 5
INPUTS = (*SYMBOLS, "wait", "go")
LENGTH = 5
SHORTEST = 1


def examples(count: int, rng: np.random.Generator, size: int) -> Examples:
    """5 symbols, `size` times "wait", "go" and 4 times "wait": the answers start at "go"."""
    check_sizes(count, size, SHORTEST, "delay")
    symbols = rng.integers(len(SYMBOLS), size=(LENGTH, count))
    columns = np.full((LENGTH + size + LENGTH, count), WAIT)
    columns[:LENGTH] = symbols
    columns[-LENGTH] = GO
    targets = np.zeros(columns.shape, np.int64)
    targets[-LENGTH:] = symbols
    mask = np.zeros(columns.shape, bool)
    mask[-LENGTH:] = True
    return Examples(one_hot(columns, len(INPUTS)), targets, mask, labels(columns, INPUTS))


def chance(size: int) -> float:
    """Neither "go" nor "wait" says anything about the symbol."""
    return 1 / len(SYMBOLS)


COPYING = Task(
    id="copying",
    title="Copying",
    asks=f"It reads {LENGTH} letters, waits, and from “go” on must say them again in their order.",
    source="As Arjovsky, Shah & Bengio 2016 ask it (10 of 8 symbols, hundreds of steps), who name "
    "Hochreiter & Schmidhuber 1997 as their model; the latter have no such task word for word. "
    f"Here it is {LENGTH} of {len(SYMBOLS)} letters, and nothing is asked for while it waits.",
    inputs=INPUTS,
    outputs=SYMBOLS,
    loss="cross_entropy",
    sizes=(SHORTEST, 100, 10),
    size_name="delay",
    examples=examples,
    score=scores.share_of_steps,
    scores="share of letters said rightly",
    chance=chance,
    good_enough=0.99,
)
