"""What is asked before a frame of some parts; the question's run is what the part shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from lstm_viz.lesson.question import Again, Choice, Option, Run
from lstm_viz.notation import number
from lstm_viz.scenes.around.record.padding import PADS, Padding, padding
from lstm_viz.scenes.around.record.shapes import Shapes, shapes
from lstm_viz.scenes.around.record.stacked import Stacked, stacked
from lstm_viz.scenes.around.record.state import FIRST, SECOND, Carried, carried
from lstm_viz.scenes.around.record.steps import Steps, steps


@dataclass(frozen=True)
class Asked:
    question: Choice
    run: Callable[[], Run]

    @property
    def concept(self) -> str:
        return self.question.again.concept


# ---- samples × time × features -----------------------------------------------------------------


def _row_a_step(run: Shapes) -> bool:
    return len(run.h) == len(run.block[0])


def _column_a_step(run: Shapes) -> bool:
    return len(run.h[0]) == len(run.block[0])


def _sizes(run: Shapes) -> str:
    rows, columns = run.h.shape
    return f"h has {rows} rows, one a step, and {columns} columns, one a unit."


SHAPES = Choice(
    "around-shapes",
    3,
    0,
    "The same cell reads a sequence of twice as many steps. What does its h get more of?",
    (
        Option("Rows: one a step", _row_a_step),
        Option("Columns: one a unit", _column_a_step, "units-are-steps"),
    ),
    _sizes,
    Again(
        "units-are-steps",
        "A layer called LSTM(50) reads sentences of 20 words. How many numbers is its h at one "
        "word?",
        (
            Option("20, one a word", _column_a_step, "units-are-steps"),
            Option("50, one a unit", _row_a_step),
        ),
        _sizes,
    ),
)

# ---- h and c -----------------------------------------------------------------------------------


def _runs_on(run: Steps) -> bool:
    return run.h.shape == run.c.shape and run.off > 0


def _exchanged(run: Steps) -> str:
    return f"c after the next step was another, by up to {number(run.off)}."


STEPS = Choice(
    "around-steps",
    5,
    0,
    "h and c are handed on, each in the place of the other. What happens?",
    (
        Option("It is refused", lambda run: run.h.shape != run.c.shape),
        Option("Nothing: they are alike", lambda run: run.off == 0, "h-is-c"),
        Option("It runs on, to another c", _runs_on),
    ),
    _exchanged,
    Again(
        "h-is-c",
        "A library hands back h and c. Does it matter which of them is which when reading goes on?",
        (
            Option("No, they are alike", lambda run: run.off == 0, "h-is-c"),
            Option("Yes", lambda run: run.off > 0),
        ),
        _exchanged,
    ),
)


def _reads(signal: str) -> Callable[[Stacked], bool]:
    return lambda run: np.array_equal(run.above.x, getattr(run.below, signal))


def _handed_up(run: Stacked) -> str:
    apart = float(np.abs(run.above.x - run.below.h).max())
    return f"The x of layer 2 and the h of layer 1 differ by {number(apart)}."


STACKED = Choice(
    "around-stacked",
    1,
    0,
    "A second layer stands on the first. What does it read?",
    (Option("The h below", _reads("h")), Option("The c below", _reads("c"), "h-is-c")),
    _handed_up,
    Again(
        "h-is-c",
        "Of two LSTMs on top of each other the upper one reads something of the lower one. What?",
        (Option("Its c", _reads("c"), "h-is-c"), Option("Its h", _reads("h"))),
        _handed_up,
    ),
)

# ---- what came before, and what comes after ----------------------------------------------------


def _missed(run: Carried) -> str:
    return f"{run.wrong} of {len(SECOND)} answers were wrong from zeros."


STATE = Choice(
    "around-state",
    2,
    0,
    f"{SECOND} is read from zeros, not from the state that {FIRST} left. Are the answers the same?",
    (
        Option("Yes, it is the same input", lambda run: not run.wrong, "same-input-same-answer"),
        Option("No", lambda run: run.wrong > 0),
    ),
    _missed,
    Again(
        "same-input-same-answer",
        "A network says after each bit whether the ones so far are odd. A sequence is cut in two. "
        "Does it need its state of the first half in the second?",
        (
            Option("Yes", lambda run: run.wrong > 0),
            Option("No, the bits say it all", lambda run: not run.wrong, "same-input-same-answer"),
        ),
        _missed,
    ),
)


def _moved(run: Padding) -> float:
    return float(np.abs(run.padded.c[-1] - run.short.c[-1]).max())


def _after_zeros(run: Padding) -> str:
    return f"After {PADS} steps of zeros c had moved by up to {number(_moved(run))}."


PADDING = Choice(
    "around-padding",
    1,
    0,
    f"The sequence is over, and {PADS} steps of zeros follow. What does the cell state do?",
    (
        Option("It stays: nothing comes in", lambda run: not _moved(run), "bias-left-out"),
        Option("It moves", lambda run: _moved(run) > 0),
    ),
    _after_zeros,
    Again(
        "bias-left-out",
        "All inputs of a step are 0. Was the cell state still moved at such steps?",
        (
            Option("Yes", lambda run: _moved(run) > 0),
            Option("No, there was nothing to add", lambda run: not _moved(run), "bias-left-out"),
        ),
        _after_zeros,
    ),
)

ASKED: Mapping[str, Asked] = {
    "shapes": Asked(SHAPES, shapes),
    "steps": Asked(STEPS, steps),
    "state": Asked(STATE, carried),
    "padding": Asked(PADDING, padding),
    "stacked": Asked(STACKED, stacked),
}
"""By part."""
