"""What is asked in the scene on the forget gate; the right answers are read from the run."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.question import Again, Choice, Option, Question
from lstm_viz.notation import number
from lstm_viz.scenes.forget_gate.record import EMPTIES, SINGS, WAITS

OPEN, SHUT = 0.9, 0.1
"""A gate above the one is called open, below the other shut."""


def _gate(basket: Basket, sentence: int, unit: int) -> float:
    return float(basket.trace.f[basket.at[sentence], unit])


def _open(basket: Basket) -> tuple[bool, bool]:
    """Whether the forget gates are open as Mia sings: apples, pears."""
    return _gate(basket, SINGS, 0) > OPEN, _gate(basket, SINGS, 1) > OPEN


def _needs(basket: Basket, *, hidden: bool) -> bool:
    """Whether the word, and h if ``hidden``, give the sum of the forget gate at every word."""
    cell, trace = basket.cell, basket.trace
    rows = cell.rows("f")
    z = trace.x @ cell.weight_ih[rows].T + cell.bias[rows]
    if hidden:
        z = z + trace.h_prev @ cell.weight_hh[rows].T
    return bool(np.allclose(z, trace.z_f, atol=1e-9))


WAITING = Again(
    concept="forget-one-forgets",
    ask="Mia waits, and her apples are to stay. Where does their forget gate have to be?",
    options=(
        Option("near 0", lambda run: _gate(run, WAITS, 0) < SHUT, "forget-one-forgets"),
        Option("near 1", lambda run: _gate(run, WAITS, 0) > OPEN),
        Option("about half", lambda run: SHUT <= _gate(run, WAITS, 0) <= OPEN),
    ),
    because=lambda run: (
        f"It is {number(_gate(run, WAITS, 0))} as she waits: that is the share that is kept."
    ),
)
WORKED_OUT = Again(
    concept="gate-looks-at-c",
    ask="You want to work out the forget gate at one word. What do you need beside its weights and "
    "bias?",
    options=(
        Option("the word, h and what is held, c", lambda run: not _needs(run, hidden=True),
               "gate-looks-at-c"),
        Option("the word alone", lambda run: _needs(run, hidden=False), "gate-sees-x-alone"),
        Option("the word and h",
               lambda run: _needs(run, hidden=True) and not _needs(run, hidden=False)),
    ),
    because=lambda run: (
        f"The word and h give the gate of the run at each of its {len(run.words)} words; c is "
        "multiplied by it only afterwards."
    ),
)  # fmt: skip


def questions() -> tuple[Question, ...]:
    return (
        Choice(
            id="empties",
            t=0,
            stage=1,
            ask="How far open will the forget gate of the apples be at this word?",
            options=(
                Option("nearly 1", lambda run: _gate(run, EMPTIES, 0) > OPEN, "forget-one-forgets"),
                Option("about half", lambda run: SHUT <= _gate(run, EMPTIES, 0) <= OPEN),
                Option("nearly 0", lambda run: _gate(run, EMPTIES, 0) < SHUT),
            ),
            because=lambda run: (
                f"It is {number(_gate(run, EMPTIES, 0))}: the basket is emptied, so nothing is to "
                "be kept."
            ),
            again=WAITING,
        ),
        Choice(
            id="nothing-happens",
            t=2,
            stage=1,
            ask="A pear is held and no apple, and nothing happens. What do the forget gates do?",
            options=(
                Option(
                    "both shut: there is nothing to do", lambda run: _open(run) == (False, False)
                ),
                Option(
                    "that of the apples shuts: there are none",
                    lambda run: _open(run) == (False, True),
                    "gate-looks-at-c",
                ),
                Option("both stay open", lambda run: _open(run) == (True, True)),
            ),
            because=lambda run: (
                f"{' and '.join(run.numbers('f', SINGS))}. The gates see the word and h; how much "
                "is held they do not see."
            ),
            again=WORKED_OUT,
        ),
    )
