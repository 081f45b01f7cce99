"""What is asked in the scene on the output gate; the right answers are read from the run."""

from __future__ import annotations

from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.question import Choice, Option, Question
from lstm_viz.notation import number
from lstm_viz.scenes.output_gate.record import ASKED, SINGS


def _pears_shown(basket: Basket) -> float:
    """The share of the pears that is shown as the apples are asked for."""
    return float(basket.trace.o[basket.at[ASKED], 1])


def _pear_kept(basket: Basket) -> bool:
    t = basket.at[ASKED]
    return basket.fruit(t, 1) == basket.fruit(t - 1, 1) == 1


def _apples_held(basket: Basket) -> int:
    """After they have been told, as Mia sings."""
    return basket.fruit(basket.at[SINGS], 0)


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
        ),
        Choice(
            id="told",
            t=2,
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
        ),
    )
