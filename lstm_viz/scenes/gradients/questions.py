"""What is asked about the way back; the right answers are read from the run."""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from lstm_viz.cells import LSTM
from lstm_viz.lesson.question import Again, Choice, Option, Question
from lstm_viz.scenes.gradients.record.cells import setup
from lstm_viz.scenes.gradients.record.run import Run
from lstm_viz.scenes.gradients.record.settings import Settings
from lstm_viz.scenes.gradients.words.captions import ROADS, START, road
from lstm_viz.scenes.gradients.words.sizes import size

TWICE = math.log10(2)
KEPT, TIMES = 0.9, 50


def _arrives(run: Run) -> float:
    return run.ways["LSTM"].arrives(run.first)


def _road(run: Run) -> str:
    return road(float(run.roads.direct[run.first]), float(run.roads.round[run.first]))


def _left() -> float:
    """What is left of 1 when that share is kept so many times."""
    return float(np.prod(np.full(TIMES, KEPT)))


@cache
def _with_shut_gates() -> float:
    """The length of the gradient five steps back in an LSTM whose forget gates are held at 0."""
    what = setup(Settings(length=6, hidden_size=4))
    cell = what.cells["LSTM"]
    assert isinstance(cell, LSTM)
    trace = cell.run(what.x, clamp={"f": 0.0})
    ask = np.zeros_like(trace.h)
    ask[-1] = what.asks["LSTM"]
    return float(np.linalg.norm(cell.backward(trace, ask).h[0]))


LITTLE_BY_LITTLE = Again(
    concept="lstm-never-vanishes",
    ask=f"An LSTM’s forget gates stand at {KEPT} at each of {TIMES} steps. What of a gradient of 1 "
    "comes back along its cell state?",
    options=(
        Option("about a half", lambda run: 0.4 <= _left() <= 0.6),
        Option(
            "all of it: an LSTM’s gradients do not vanish",
            lambda run: _left() > 0.9,
            "lstm-never-vanishes",
        ),
        Option("less than a hundredth", lambda run: _left() < 0.01),
    ),
    because=lambda run: f"{KEPT} multiplied {TIMES} times is {size(math.log10(_left()))}.",
)
SHUT = Again(
    concept="one-road",
    ask="All forget gates of an LSTM are held at 0. Does anything of a gradient still come back to "
    "an earlier step?",
    options=(
        Option("no: it comes along the cell state alone", lambda run: _with_shut_gates() == 0,
               "one-road"),
        Option("yes, through h and the gates", lambda run: 0 < _with_shut_gates() < 1),
        Option("yes, and it grows on the way", lambda run: _with_shut_gates() >= 1),
    ),
    because=lambda run: "Through h it still comes back: in an LSTM of 4 units "
    f"{size(math.log10(_with_shut_gates()))} of it over five steps.",
)  # fmt: skip


def questions(run: Run) -> tuple[Question, ...]:
    """Those of this run."""
    back = len(run) - 1 - run.first
    return (
        Choice(
            id="gradients-start",
            t=START,
            stage=0,
            ask=f"All the way back, {back} steps from the end: what will be left of the LSTM’s "
            "gradient of 1, by h or by c?",
            options=(
                Option("less than a half", lambda run: _arrives(run) < -TWICE),
                Option("all of it, or nearly: between a half and 2",
                       lambda run: abs(_arrives(run)) <= TWICE, "lstm-never-vanishes"),
                Option("more than 2", lambda run: _arrives(run) > TWICE),
            ),
            because=lambda run: f"It is {size(_arrives(run))}.",
            again=LITTLE_BY_LITTLE,
        ),
        Choice(
            id="gradients-roads",
            t=ROADS,
            stage=0,
            ask=f"From the LSTM’s last cell state back to that of step {run.first + 1}: on which "
            "road does most come?",
            options=(
                Option("straight along the cell state, through forget gates alone",
                       lambda run: _road(run) == "direct", "one-road"),
                Option("round through h and the gates", lambda run: _road(run) == "round"),
                Option("about as much on both", lambda run: _road(run) == "alike"),
            ),
            because=lambda run: f"Straight: {size(float(run.roads.direct[run.first]))}; "
            f"round: {size(float(run.roads.round[run.first]))}.",
            again=SHUT,
        ),
    )  # fmt: skip
