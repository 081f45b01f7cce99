"""Mia's basket: a story of fruit that come and go, and the question how many there are.

A sentence is "Mia", what she does, and "."; a question is one word. Most sentences change nothing.
There are at most `MOST` of a fruit, eating one needs one, and emptying the basket clears both. The
network has two outputs, one a fruit: the number at its own question, 0 at every other word.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from lstm_viz.tasks.sampling import PAST_END, Columns, check_sizes, labels, one_hot
from lstm_viz.tasks.task import Examples, Outputs, Task

FRUITS = ("apple", "pear")
MIA, STOP = "Mia", "."
PICKS = ("picks an apple", "picks a pear")
EATS = ("eats an apple", "eats a pear")
EMPTIES = "empties the basket"
IDLE = ("sees an apple", "sees a pear", "carries the basket", "sings", "sleeps", "waits")
QUESTIONS = ("how many apples?", "how many pears?")
WORDS = (MIA, *PICKS, *EATS, EMPTIES, *IDLE, STOP, *QUESTIONS)
OUTPUTS = ("apples", "pears")

MOST = 3
FEWEST_IDLE = 1
EVENTS = 8
"""Sentences of a story that change what is in the basket."""
EMPTIED, EATEN = 0.12, 0.3
"""How likely Mia empties a basket that is not empty; eats of a fruit that is there, not picks."""
ASKED, ASKED_BOTH = 0.6, 0.4
"""How likely a question follows an event, and the other question it."""
SILENT = 0.15
"""The share of other words at which an answer (nothing) is asked for: with all, learning stalls."""

Counts = tuple[int, int]
_NUMBER = {word: k for k, word in enumerate(WORDS)}


def after(word: str, counts: Counts) -> Counts:
    """What is in the basket once `word` was read; nobody checks that there is what Mia eats."""
    if word == EMPTIES:
        return (0, 0)
    changes = {PICKS[0]: (1, 0), PICKS[1]: (0, 1), EATS[0]: (-1, 0), EATS[1]: (0, -1)}
    apples, pears = changes.get(word, (0, 0))
    return (counts[0] + apples, counts[1] + pears)


def sentence(deed: str) -> tuple[str, str, str]:
    return (MIA, deed, STOP)


def answers(words: Sequence[str]) -> NDArray[np.float64]:
    """(T, 2): what is right at each word, the number at its own question and 0 elsewhere."""
    right = np.zeros((len(words), len(OUTPUTS)))
    counts = (0, 0)
    for t, word in enumerate(words):
        counts = after(word, counts)
        if word in QUESTIONS:
            fruit = QUESTIONS.index(word)
            right[t, fruit] = counts[fruit]
    return right


def counts_of(stories: Sequence[Sequence[str]]) -> NDArray[np.int64]:
    """(T, B, 2): apples and pears in the basket after each word; past a story's end as at it."""
    found = np.zeros((max(map(len, stories)), len(stories), len(FRUITS)), np.int64)
    for b, words in enumerate(stories):
        counts = (0, 0)
        for t, word in enumerate(words):
            counts = after(word, counts)
            found[t, b] = counts
        found[len(words) :, b] = counts
    return found


def columns(stories: Sequence[Sequence[str]]) -> Columns:
    """(T, B): the numbers of the words; `PAST_END` after a story's own end."""
    found = np.full((max(map(len, stories)), len(stories)), PAST_END)
    for b, words in enumerate(stories):
        found[: len(words), b] = [_NUMBER[word] for word in words]
    return found


def story(
    rng: np.random.Generator, idle: int, *, exactly: bool = False, events: int = EVENTS
) -> tuple[str, ...]:
    """A story of so many events, each followed by 0 to `idle` idle sentences, or exactly `idle`.

    It ends with a question.
    """
    words: list[str] = []
    counts = (0, 0)
    for number in range(events):
        deed = _event(rng, counts)
        counts = after(deed, counts)
        words += sentence(deed)
        for _ in range(idle if exactly else int(rng.integers(idle, endpoint=True))):
            words += sentence(IDLE[rng.integers(len(IDLE))])
        if number == events - 1 or rng.random() < ASKED:
            first = int(rng.integers(len(QUESTIONS)))
            words.append(QUESTIONS[first])
            if rng.random() < ASKED_BOTH:
                words.append(QUESTIONS[1 - first])
    return tuple(words)


def _event(rng: np.random.Generator, counts: Counts) -> str:
    if any(counts) and rng.random() < EMPTIED:
        return EMPTIES
    fruit = int(rng.integers(len(FRUITS)))
    full = counts[fruit] == MOST
    eats = counts[fruit] and (full or rng.random() < EATEN)
    return (EATS if eats else PICKS)[fruit]


def examples_of(
    stories: Sequence[Sequence[str]], silent: NDArray[np.bool_] | None = None
) -> Examples:
    """The stories as examples; `silent` (T, B): other words at which nothing is to be said."""
    numbers = columns(stories)
    targets = np.zeros((*numbers.shape, len(OUTPUTS)), np.float32)
    for b, words in enumerate(stories):
        targets[: len(words), b] = answers(words)
    mask = asked_at(numbers)
    if silent is not None:
        mask |= silent & (numbers != PAST_END)
    return Examples(one_hot(numbers, len(WORDS)), targets, mask, labels(numbers, WORDS))


def asked_at(numbers: Columns) -> NDArray[np.bool_]:
    """(T, B): where a question stands."""
    return np.isin(numbers, [_NUMBER[word] for word in QUESTIONS])


def examples(count: int, rng: np.random.Generator, size: int) -> Examples:
    """Stories with at most `size` idle sentences after an event."""
    check_sizes(count, size, FEWEST_IDLE, "idle sentences")
    stories = [story(rng, size) for _ in range(count)]
    silent = rng.random((max(map(len, stories)), count)) < SILENT
    return examples_of(stories, silent)


def score(outputs: Outputs, examples: Examples) -> float:
    """Of all questions, those with both numbers right when rounded."""
    if outputs.shape != examples.targets.shape:
        raise ValueError(f"outputs must be {examples.targets.shape}, got {outputs.shape}")
    questions = examples.x[..., [_NUMBER[word] for word in QUESTIONS]].any(axis=-1)
    right = np.abs(outputs - examples.targets).max(axis=-1) < 0.5
    return float(right[questions].mean())


@cache
def chance(size: int) -> float:
    """Always the number that is most often right at the question, counted over 4,000 stories.

    How many idle sentences stand between does not change what is in the basket.
    """
    rng = np.random.default_rng(0)
    numbers: tuple[list[int], list[int]] = ([], [])
    for _ in range(4_000):
        words = story(rng, 0)
        right = answers(words).astype(int)
        for t, word in enumerate(words):
            if word in QUESTIONS:
                fruit = QUESTIONS.index(word)
                numbers[fruit].append(int(right[t, fruit]))
    most = sum(int(np.bincount(of_fruit).max()) for of_fruit in numbers)
    return most / sum(map(len, numbers))


BASKET = Task(
    id="basket",
    title="Mia’s basket",
    asks="It reads what Mia does, word by word, and at “how many apples?” or “how many pears?” it "
    "must say how many there are.",
    source="Made for this lesson, after the stories of Weston et al. 2015 (bAbI), in which people "
    "pick up and drop things.",
    inputs=WORDS,
    outputs=OUTPUTS,
    loss="squared_error",
    sizes=(FEWEST_IDLE, 40, 2),
    size_name="idle sentences",
    examples=examples,
    score=score,
    scores="share of questions answered rightly (both numbers, rounded)",
    chance=chance,
    good_enough=0.99,
    tolerance=0.5,
)
