"""The forget gate in the story of the basket: what stays of what is there, word by word."""

from __future__ import annotations

import numpy as np

from lstm_viz.figures.board import Board
from lstm_viz.figures.gating import Moment, Names, gating_board
from lstm_viz.lesson.basket import Basket, cards, products, read, sums
from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.lesson.question import Choice, Option
from lstm_viz.notation import honest, number

COMES, NOTHING, EMPTIED = 2, 3, 6
"""Sentences of the story (from 0): another fruit comes, nothing happens, the basket is emptied."""
STEP_NOTHING, STEP_EMPTIED = 1, 2
"""Steps of the board: nothing happens, the basket is emptied; the last one shows the sums."""

ENDING = (
    "**To remember.** The forget gate is the share that is kept: near 1 it keeps what is there for "
    "as long as nothing happens, near 0 it lets go. Each unit has its own."
)


def board() -> Board:
    basket = read()
    steps = [_step(basket, n) for n in (COMES, NOTHING, EMPTIED)]
    where_from = Moment(
        EMPTIED,
        products(basket, EMPTIED, "c_prev", "f", "kept"),
        _sum_captions(basket),
        sums(basket, EMPTIED, "f"),
        label="Where from?",
    )
    return gating_board(
        cards(basket, "f"),
        (*steps, where_from),
        Names("forget gate", "f", before="before", before_colour="c", after="stays",
              after_colour="c"),
        largest=float(np.abs(basket.trace.c).max()),
        alt="What each of two units holds, times its forget gate, and what stays of it",
    )  # fmt: skip


def open_elsewhere(basket: Basket) -> float:
    """The least that any unit's forget gate is open at every other word of the story."""
    f = basket.trace.f
    return float(np.delete(f, basket.at[EMPTIED], axis=0).min())


def _step(basket: Basket, n: int) -> Moment:
    return Moment(n, products(basket, n, "c_prev", "f", "kept"), _captions(basket, n))


def _captions(basket: Basket, n: int) -> tuple[Caption, Caption, Caption]:
    t = basket.at[n]
    f = [number(value) for value in basket.trace.f[t]]
    there = {
        COMES: "Mia picks a pear. The network already holds an apple, in unit 1. What becomes of "
        "it?",
        NOTHING: "Mia sees an apple and takes none. An apple and a pear are held. What stays?",
        EMPTIED: "Mia empties the basket. Two apples and a pear are held, one kind in each unit.",
    }
    gate = {
        COMES: f"The [[forget gate]] stays open: {f[0]} for the apples, {f[1]} for the pears.",
        NOTHING: f"Both forget gates stay open again: {f[0]} and {f[1]}.",
        EMPTIED: f"Now both forget gates fall: to {f[0]} and {f[1]}. Each unit has its own.",
    }
    stays = {
        COMES: "What is there times the gate is what stays: all of it.",
        NOTHING: "An open forget gate keeps what is there, however long nothing happens.",
        EMPTIED: "A gate near 0 lets go. At every other word of the story it stood above "
        f"{_below(open_elsewhere(basket))}, and the basket stayed as it was.",
    }
    return (
        caption("What is there", there[n]),
        caption("How far the gate is open", gate[n], equation="f<sub>t</sub>"),
        caption("What stays", stays[n], equation="f<sub>t</sub> ⊙ c<sub>t−1</sub>"),
    )


def _below(value: float) -> str:
    """Rounded down to two decimals, so that "above" holds."""
    return f"{int(value * 100) / 100:.2f}"


def _sum_captions(basket: Basket) -> tuple[Caption, Caption, Caption]:
    apples, pears = sums(basket, EMPTIED, "f")
    z = "z<sub>f</sub>"
    return (
        caption(
            f"Where does {number(apples.gate)} come from?",
            "Three numbers: the weight that training gave this word, what the [[hidden state]] "
            "adds, and the [[bias]], which holds the gate open at every other word.",
        ),
        caption(
            "Added up",
            f"The word pulls further down than the bias holds up: {number(apples.z)} for the "
            f"apples, {number(pears.z)} for the pears.",
            equation=f"{z} = W x + U h + b",
            numbers=honest(
                f"{number(apples.word)} + {number(apples.hidden)} + {number(apples.bias)} = "
                f"{number(apples.z)}"
            ),
        ),
        caption(
            "Squashed by σ",
            "[[σ|sigmoid]] brings any number between 0 and 1: that is the gate. Nobody set it: "
            "these weights were learned from stories and right answers alone.",
            equation=f"f = σ({z})",
            numbers=f"σ({number(apples.z)}) = {number(apples.gate)}",
        ),
    )


def _f(basket: Basket) -> float:
    """The forget gate of the apples as the basket is emptied."""
    return float(basket.trace.f[basket.at[EMPTIED], 0])


def _least_kept(basket: Basket) -> float:
    """The least that a forget gate keeps while nothing happens."""
    return float(basket.trace.f[basket.at[NOTHING]].min())


QUESTIONS = (
    Choice(
        id="nothing-happens",
        t=STEP_NOTHING,
        stage=1,
        ask="Nothing goes into the basket or out of it. What do the forget gates do?",
        options=(
            Option("they shut", lambda run: _least_kept(run) < 0.1, "forget-one-forgets"),
            Option("they let some of it go", lambda run: 0.1 <= _least_kept(run) <= 0.9),
            Option("they stay open", lambda run: _least_kept(run) > 0.9),
        ),
        because=lambda run: (
            f"Both keep at least {number(_least_kept(run))}. To remember is not to do nothing: "
            "the gate has to stay open at every word."
        ),
    ),
    Choice(
        id="empties",
        t=STEP_EMPTIED,
        stage=1,
        ask="How far open will the forget gate of the apples be now?",
        options=(
            Option("nearly 1", lambda run: _f(run) > 0.9, "forget-one-forgets"),
            Option("about half", lambda run: 0.1 <= _f(run) <= 0.9),
            Option("nearly 0", lambda run: _f(run) < 0.1),
        ),
        because=lambda run: (
            f"It is {number(_f(run))}: the gate is the share that is kept, and nothing is to be "
            "kept."
        ),
    ),
)
