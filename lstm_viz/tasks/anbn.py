"""aⁿbⁿ: as many b as there were a, and then the end. To predict the end, a network has to count."""

import numpy as np
from numpy.typing import NDArray

from lstm_viz.tasks import scores
from lstm_viz.tasks.sampling import PAST_END, check_sizes, labels, one_hot
from lstm_viz.tasks.task import Examples, Outputs, Task

INPUTS = ("start", "a", "b")
OUTPUTS = ("a", "b", "end")
START, A, B = 0, 1, 2
SAY_A, SAY_B, SAY_END = 0, 1, 2
SMALLEST = 2


def examples(count: int, rng: np.random.Generator, size: int) -> Examples:
    """n from 1 to `size`, each as likely; "start", n times a, n times b, and the next is asked for.

    A string has 1 + 2n steps. After an a the next symbol is asked for too, though nobody can know
    whether the last a has come; the score leaves those steps out.
    """
    check_sizes(count, size, SMALLEST, "greatest n")
    n = rng.integers(1, size, endpoint=True, size=count)
    step = np.arange(1 + 2 * int(n.max()))[:, np.newaxis]
    columns = np.select([step == 0, step <= n, step <= 2 * n], [START, A, B], default=PAST_END)
    targets = np.select([step < n, step < 2 * n, step == 2 * n], [SAY_A, SAY_B, SAY_END], default=0)
    x = one_hot(columns, len(INPUTS))
    return Examples(x, targets, columns != PAST_END, labels(columns, INPUTS))


def determined(examples: Examples) -> NDArray[np.bool_]:
    """(T, B): where only one symbol can come next: after "start" (a), and from the first b on."""
    return np.asarray(examples.mask & (examples.x[..., A] == 0))


def legal(examples: Examples) -> NDArray[np.bool_]:
    """(T, B, 3): which symbols may come next; after an a, another a or the first b."""
    may = np.eye(len(OUTPUTS), dtype=bool)[examples.targets]
    after_a = examples.x[..., A] > 0
    may[after_a] = [True, True, False]
    may[~examples.mask] = False
    return may


def score(outputs: Outputs, examples: Examples) -> float:
    return scores.share_of_sequences(outputs, examples, determined(examples))


def chance(size: int) -> float:
    """After each b it can only say "end" every time or b every time: "end" is right when n = 1."""
    return 1 / size


ANBN = Task(
    id="anbn",
    title="aⁿbⁿ",
    asks="It reads some a and then as many b, and after each it must say what comes next: a, b or "
    "the end.",
    source="Gers & Schmidhuber 2001, who want all symbols that may come next, and train on each n "
    "up to a greatest one. Here it is the symbol that does come next, its probability is learned, "
    "and strings are drawn at random.",
    inputs=INPUTS,
    outputs=OUTPUTS,
    loss="cross_entropy",
    sizes=(SMALLEST, 50, 10),
    size_name="greatest n",
    examples=examples,
    score=score,
    scores="share of strings with every prediction right that can be known",
    chance=chance,
    good_enough=0.999,
    legal=legal,
)
