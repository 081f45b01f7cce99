"""The input gate in the story of the basket: what of the offer goes in, word by word."""

from __future__ import annotations

from lstm_viz.figures.board import Board
from lstm_viz.figures.gating import Moment, Names, gating_board
from lstm_viz.lesson.basket import Basket, cards, products, read, sums
from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.lesson.question import Choice, Option
from lstm_viz.notation import honest, number

APPLE, PEAR, SEEN = 0, 2, 3
"""Sentences of the story (from 0): an apple is picked, a pear is picked, an apple is seen."""
STEP_PEAR, STEP_SEEN = 1, 2

ENDING = (
    "**To remember.** Something is on offer at every word. The input gate says how much of it goes "
    "in, unit by unit; where it is shut, what the cell holds is left alone."
)


def board() -> Board:
    basket = read()
    steps = [_step(basket, n) for n in (APPLE, PEAR, SEEN)]
    where_from = Moment(
        APPLE,
        products(basket, APPLE, "g", "i", "written", fruit=False),
        _sum_captions(basket),
        sums(basket, APPLE, "i"),
        label="Where from?",
    )
    offered = max(abs(p.before) for step in steps for p in step.products)
    return gating_board(
        cards(basket, "i"),
        (*steps, where_from),
        Names("input gate", "i", before="on offer", before_colour="g", after="goes in",
              after_colour="c"),
        largest=offered,
        alt="What each of two units is offered, times its input gate, and what goes in",
    )  # fmt: skip


def _step(basket: Basket, n: int) -> Moment:
    return Moment(n, products(basket, n, "g", "i", "written", fruit=False), _captions(basket, n))


def _captions(basket: Basket, n: int) -> tuple[Caption, Caption, Caption]:
    t = basket.at[n]
    i = [number(value) for value in basket.trace.i[t]]
    g = [number(value) for value in basket.trace.g[t]]
    offer = {
        APPLE: "Mia picks an apple. The [[candidate]] is what could be written: "
        f"{g[0]} for the apples’ unit, {g[1]} for the pears’.",
        PEAR: f"Mia picks a pear. Now the pears’ unit is offered most: {g[1]}, the apples’ {g[0]}.",
        SEEN: f"Mia sees an apple and takes none. A little is on offer all the same: {g[0]} and "
        f"{g[1]}.",
    }
    gate = {
        APPLE: f"The [[input gate]] opens for the apples, {i[0]}, and stays shut for the pears, "
        f"{i[1]}.",
        PEAR: f"The other way round: {i[0]} for the apples, {i[1]} for the pears.",
        SEEN: f"Both input gates stay shut: {i[0]} and {i[1]}.",
    }
    into = {
        APPLE: "The offer times the gate goes into the [[cell state]]: about one apple.",
        PEAR: "A pear goes in, and the apples are left alone.",
        SEEN: "Nothing goes in. Without this gate every word would count as a little fruit.",
    }
    return (
        caption("What is on offer", offer[n], equation="c̃<sub>t</sub>"),
        caption("How far the gate is open", gate[n], equation="i<sub>t</sub>"),
        caption("What goes in", into[n], equation="i<sub>t</sub> ⊙ c̃<sub>t</sub>"),
    )


def _sum_captions(basket: Basket) -> tuple[Caption, Caption, Caption]:
    apples, pears = sums(basket, APPLE, "i")
    z = "z<sub>i</sub>"
    return (
        caption(
            f"Where does {number(apples.gate)} come from?",
            "The weight of this word, what the [[hidden state]] adds, and the [[bias]]: here it "
            "holds the gate shut, at every word that brings no fruit.",
        ),
        caption(
            "Added up",
            f"For the apples the word outweighs the bias: {number(apples.z)}. For the pears it "
            f"does not: {number(pears.z)}.",
            equation=f"{z} = W x + U h + b",
            numbers=honest(
                f"{number(apples.word)} + {number(apples.hidden)} + ({number(apples.bias)}) = "
                f"{number(apples.z)}"
            ),
        ),
        caption(
            "Squashed by σ",
            "The same word, two units, two answers: every unit has weights of its own.",
            equation=f"i = σ({z})",
            numbers=f"σ({number(apples.z)}) = {number(apples.gate)}",
        ),
    )


def _i(basket: Basket) -> float:
    """The input gate of the apples as Mia sees an apple."""
    return float(basket.trace.i[basket.at[SEEN], 0])


def _opened(basket: Basket, unit: int) -> bool:
    """Whether the input gate of a unit is open as Mia picks a pear."""
    return float(basket.trace.i[basket.at[PEAR], unit]) > 0.5


QUESTIONS = (
    Choice(
        id="pear",
        t=STEP_PEAR,
        stage=1,
        ask="Mia picks a pear. Which input gate opens?",
        options=(
            Option("both", lambda run: _opened(run, 0) and _opened(run, 1), "gate-is-a-number"),
            Option("that of the apples", lambda run: _opened(run, 0) and not _opened(run, 1)),
            Option("that of the pears", lambda run: _opened(run, 1) and not _opened(run, 0)),
        ),
        because=lambda run: (
            f"{number(run.trace.i[run.at[PEAR], 0])} for the apples, "
            f"{number(run.trace.i[run.at[PEAR], 1])} for the pears: each unit has a gate of its "
            "own."
        ),
    ),
    Choice(
        id="sees",
        t=STEP_SEEN,
        stage=1,
        ask="Mia sees an apple, she does not pick it. How far will the apples’ input gate open?",
        options=(
            Option("nearly 1, as for every apple", lambda run: _i(run) > 0.9),
            Option("about half", lambda run: 0.1 <= _i(run) <= 0.9, "gate-is-a-switch"),
            Option("nearly 0", lambda run: _i(run) < 0.1),
        ),
        because=lambda run: (
            f"It is {number(_i(run))}. The network was never told which words matter: it learned "
            "it from the answers."
        ),
    ),
)
