"""What is asked of the cell state; the right answers are read from the run."""

from __future__ import annotations

from collections.abc import Callable

from lstm_viz.lesson.question import Again, Choice, Option, Question
from lstm_viz.notation import number
from lstm_viz.scenes.cell_state.picture.board import ADDED, SUNG
from lstm_viz.scenes.cell_state.record import SINGS, Carried, update


def _holds(*fruit: int) -> Callable[[Carried], bool]:
    """Whether the new cell state stands for so many apples and pears."""
    return lambda run: update(run.basket).fruit["c"] == fruit


def _left(low: float, high: float) -> Callable[[Carried], bool]:
    """Whether this share of the apples' number is left in the end."""
    return lambda run: low <= float(run.c[-1, 0] / run.c[0, 0]) < high


def _added(run: Carried) -> str:
    at = update(run.basket).signals
    kept, written, c = (
        " and ".join(number(value) for value in at[name]) for name in ("kept", "written", "c")
    )
    return f"Apples and pears: {kept} are kept, {written} are written, and the sums are {c}."


SHARE, TIMES = 0.9, 20


def _shrunk() -> float:
    """What is left of 1 when that share is kept so many times."""
    left = 1.0
    for _ in range(TIMES):
        left *= SHARE
    return left


ANOTHER_APPLE = Again(
    concept="write-replaces",
    ask="An apple and a pear are in the basket. Mia picks another apple, and the forget gates stay "
    "open. What does the cell state stand for then?",
    options=(
        Option(
            "an apple: the new replaces the old",
            lambda run: run.fruit[0] == (1, 0),
            "write-replaces",
        ),
        Option("two apples and a pear", lambda run: run.fruit[0] == (2, 1)),
        Option(
            "an apple and a pear: kept is kept", lambda run: run.fruit[0] == (1, 1), "keep-is-all"
        ),
    ),
    because=lambda run: (
        f"It is {number(run.c[0, 0])} for the apples and {number(run.c[0, 1])} for the pears: what "
        "is written is added to what is kept."
    ),
)
SHARES = Again(
    concept="forgetting-subtracts",
    ask=f"A forget gate is {SHARE} at each of {TIMES} steps, and nothing is written. The cell "
    "state was 1. What is left?",
    options=(
        Option(
            f"nothing: {1 - SHARE:.1f} goes at every step",
            lambda run: _shrunk() <= 0.001,
            "forgetting-subtracts",
        ),
        Option("about 0.9", lambda run: 0.85 <= _shrunk() <= 0.95),
        Option("about 0.12", lambda run: 0.11 <= _shrunk() <= 0.13),
    ),
    because=lambda run: f"{SHARE} multiplied {TIMES} times is {number(_shrunk())}: never nothing.",
)

QUESTIONS: tuple[Question, ...] = (
    Choice(
        id="pear-after-apple",
        t=ADDED,
        stage=0,
        ask="An apple is kept, a pear is written. What does the cell state hold after this word?",
        options=(
            Option("a pear: the new replaces the old", _holds(0, 1), "write-replaces"),
            Option("an apple: what is kept cannot change", _holds(1, 0), "keep-is-all"),
            Option("an apple and a pear", _holds(1, 1)),
        ),
        because=_added,
        again=ANOTHER_APPLE,
    ),
    Choice(
        id="thirty-songs",
        t=SUNG,
        stage=0,
        ask=f"Mia sings {SINGS} times, nothing else. What is left of the two apples then?",
        options=(
            Option("about half: every word takes a little away", _left(0.3, 0.9),
                   "forgetting-subtracts"),
            Option("all of it", _left(0.9, 1.1)),
            Option("nothing: that is too long ago", _left(0, 0.1)),
        ),
        because=lambda run: (
            f"It was {number(run.c[0, 0])} and is {number(run.c[-1, 0])}: the forget gate stays "
            "open, the input gate shut."
        ),
        again=SHARES,
    ),
)  # fmt: skip
