"""What is asked in the scene on the output gate; the right answers are read from the run."""

from __future__ import annotations

from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.question import Again, Choice, Option, Question
from lstm_viz.notation import number
from lstm_viz.scenes.output_gate.record import ASKED, PEARS_ASKED, SINGS


def _pears_shown(basket: Basket) -> float:
    """The share of the pears that is shown as the apples are asked for."""
    return float(basket.trace.o[basket.at[ASKED], 1])


def _pear_kept(basket: Basket) -> bool:
    t = basket.at[ASKED]
    return basket.fruit(t, 1) == basket.fruit(t - 1, 1) == 1


def _apples_held(basket: Basket) -> int:
    """After they have been told, as Mia sings."""
    return basket.fruit(basket.at[SINGS], 0)


def _open(basket: Basket, unit: int) -> float:
    """The output gate as the pears are asked for."""
    return float(basket.trace.o[basket.at[PEARS_ASKED], unit])


def _pears_left(basket: Basket) -> int:
    """What is held of them once they have been told."""
    return basket.fruit(basket.until[PEARS_ASKED], 1)


PEARS_ALONE = Again(
    concept="gate-is-a-number",
    ask="Mia has apples and a pear and is asked how many pears. How far open is the output gate of "
    "the apples?",
    options=(
        Option(
            "wide: it is one gate for both", lambda run: _open(run, 0) > 0.5, "gate-is-a-number"
        ),
        Option("hardly", lambda run: _open(run, 0) < 0.1),
        Option("about half", lambda run: 0.1 <= _open(run, 0) <= 0.5),
    ),
    because=lambda run: (
        f"It is {number(_open(run, 0))} for the apples and {number(_open(run, 1))} for the pears: "
        "each unit has its own."
    ),
)
TOLD_TWICE = Again(
    concept="output-gate-empties",
    ask="Mia has one pear; “how many pears?” was asked and answered. If the same were asked right "
    "away once more, what would the cell state still hold?",
    options=(
        Option("no pear: it was told", lambda run: _pears_left(run) == 0, "output-gate-empties"),
        Option("one pear", lambda run: _pears_left(run) == 1),
        Option("two pears: it was asked twice", lambda run: _pears_left(run) == 2),
    ),
    because=lambda run: (
        f"c was {number(run.trace.c_prev[run.at[PEARS_ASKED], 1])} before the question and is "
        f"{number(run.trace.c[run.at[PEARS_ASKED], 1])} after it: telling takes nothing away."
    ),
)


def questions() -> tuple[Question, ...]:
    return (
        Choice(
            id="asked",
            t=0,
            stage=1,
            ask="The question is for the apples. What becomes of the pear at this word?",
            options=(
                Option("it is shown too", lambda run: _pears_shown(run) > 0.5, "gate-is-a-number"),
                Option(
                    "it is held and not shown",
                    lambda run: _pears_shown(run) <= 0.5 and _pear_kept(run),
                ),
                Option("it is forgotten", lambda run: not _pear_kept(run), "h-is-c"),
            ),
            because=lambda run: (
                f"Its output gate is {number(_pears_shown(run))}; its cell state goes on as it "
                f"was, {number(run.trace.c[run.at[ASKED], 1])}."
            ),
            again=PEARS_ALONE,
        ),
        Choice(
            id="told",
            t=1,
            stage=0,
            ask="The network has just said how many apples there are. How many does it hold at the "
            "next sentence?",
            options=(
                Option(
                    "none: they have been let out",
                    lambda run: _apples_held(run) == 0,
                    "output-gate-empties",
                ),
                Option("one fewer", lambda run: _apples_held(run) == run.answer(ASKED) - 1),
                Option("as many as before", lambda run: _apples_held(run) == run.answer(ASKED)),
            ),
            because=lambda run: (
                f"Still {_apples_held(run)}: c was {number(run.trace.c[run.at[ASKED], 0])} at the "
                f"question and is {number(run.trace.c[run.at[SINGS], 0])} as Mia sings."
            ),
            again=TOLD_TWICE,
        ),
    )
