"""What is asked about the step that is shown."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.question import Choice, Option
from lstm_viz.notation import number
from lstm_viz.trace import Array


def _same(a: Array, b: Array) -> bool:
    return bool(np.allclose(a, b, rtol=0, atol=1e-9))


QUESTIONS: tuple[Choice, ...] = (
    Choice(
        id="gate-at-one",
        t=0,
        stage=2,
        ask="Suppose the forget gate of a unit stands at 1. What happens to its old value?",
        options=(
            Option("All of it stays", lambda run: _same(run.held.kept, run.held.c_prev)),
            Option(
                "It is forgotten",
                lambda run: _same(run.held.kept, 0 * run.held.c_prev),
                believes="forget-one-forgets",
            ),
            Option(
                "What is new takes its place",
                lambda run: (
                    _same(run.held.c, run.held.written)
                    and not _same(run.held.kept, run.held.c_prev)
                ),
                believes="write-replaces",
            ),
        ),
        because=lambda run: (
            f"The gate is the share that is kept: held at 1, unit 1 keeps "
            f"{number(run.held.kept[0, 0])} of {number(run.held.c_prev[0, 0])}. Here it stands at "
            f"{number(run.step.f[0, 0])}, and {number(run.step.kept[0, 0])} is left."
        ),
    ),
    Choice(
        id="output-at-one",
        t=0,
        stage=4,
        ask="Suppose every output gate stands at 1. What is the hidden state h then?",
        options=(
            Option(
                "The same as the cell state",
                lambda run: _same(run.released.h, run.released.c),
                believes="h-is-c",
            ),
            Option(
                "In every unit nearer to 0 than the cell state",
                lambda run: bool((abs(run.released.h) < abs(run.released.c)).all()),
            ),
            Option(
                "In some units further from 0",
                lambda run: bool((abs(run.released.h) > abs(run.released.c)).any()),
            ),
        ),
        because=lambda run: (
            f"tanh squashes the cell state first: unit 3 holds {number(run.released.c[0, 2])}, and "
            f"all of it shown is {number(run.released.h[0, 2])}. Here its output gate stands at "
            f"{number(run.step.o[0, 2])}, and h is {number(run.step.h[0, 2])}."
        ),
    ),
)
