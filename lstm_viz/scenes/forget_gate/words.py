"""The forget gate in words: what stays of what is there, and what if it never shut."""

from __future__ import annotations

from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.caption import symbol
from lstm_viz.lesson.gating import Captions, captions, sum_captions
from lstm_viz.notation import number
from lstm_viz.scenes.forget_gate.record import ASKED, EMPTIES, SINGS, open_elsewhere

OPENING = "How much of the [[cell state]] stays? At every word the [[forget gate]] says so."
ENDING = (
    "**To remember.** The forget gate is the share that each [[unit]] keeps of what it holds: near "
    "1 it remembers, near 0 it lets go."
)
TITLES = ("What is there", "How far the gate is open", "What stays")
F, BEFORE = symbol("f"), symbol("c_prev")
EQUATIONS = (BEFORE, F, f"{F} ⊙ {BEFORE}")


def _a_fruit(basket: Basket) -> float:
    """How much of the cell state stands for one, as Mia empties her basket."""
    t = basket.at[EMPTIES]
    return float(basket.trace.c_prev[t].sum() / basket.counts[t - 1].sum())


def emptied(basket: Basket) -> Captions:
    apples, pears = basket.numbers("f", EMPTIES)
    least = int(100 * open_elsewhere(basket)) / 100  # rounded down, so that "above" holds
    return captions(
        TITLES,
        EQUATIONS,
        (
            "Two apples and a pear are in the basket: one [[unit]] holds the apples, one the "
            f"pears, about {number(_a_fruit(basket))} for each fruit. Now Mia empties it.",
            f"Both [[forget gates|forget gate]] fall: to {apples} for the apples, to {pears} for "
            "the pears. Each unit has its own.",
            "What is there times the gate is what stays: next to nothing. At all other words of "
            f"this story the gate stands above {number(least)}.",
        ),
    )


def where_from(basket: Basket) -> Captions:
    apples, pears = basket.sums(EMPTIES, "f")
    shown = number(float(abs(basket.trace.h_prev[basket.at[EMPTIES]]).max()))
    return sum_captions(
        "f",
        apples,
        (
            "Three numbers make it: the weight that training gave the word “empties the basket”, "
            "what the [[hidden state]] h adds (next to nothing: with the output gates shut h is "
            f"{shown}), and the [[bias]], which holds the gate open at all other words.",
            f"The word pulls further down than the bias holds up: {number(apples.z)} for the "
            f"apples, {number(pears.z)} for the pears.",
            "[[σ|sigmoid]] squashes any number to between 0 and 1: that is the gate. Nobody set "
            "these weights: they were learned from stories and right answers.",
        ),
    )


def sung(basket: Basket) -> Captions:
    apples, pears = basket.numbers("f", SINGS)
    return captions(
        TITLES,
        EQUATIONS,
        (
            "Since then Mia has picked a pear. Now she sings: nothing goes into the basket or out.",
            f"Both forget gates stand open: {apples} for the apples, {pears} for the pears.",
            "All of it. To remember is to keep the gate open, word after word.",
        ),
    )


def never_shut(basket: Basket, held: Basket) -> Captions:
    apples, pears = basket.numbers("f", EMPTIES)
    fruit = int(basket.counts[basket.at[ASKED], 0])
    return captions(
        ("What if it stayed open?", "The gate is held open", "What stays"),
        (EQUATIONS[0], f"{F} = 1", EQUATIONS[2]),
        (
            "The story once more, with both forget gates held at 1 all the time. Mia empties the "
            "basket. How many apples will the network say at the end?",
            f"This word would bring the gates down to {apples} and {pears}. Held, they stay at 1.",
            f"All of it. Asked at the end, the network says {held.answer(ASKED)} apples; "
            f"{fruit or 'none'} are in the basket. Without forgetting, old fruit is never gone.",
        ),
    )
