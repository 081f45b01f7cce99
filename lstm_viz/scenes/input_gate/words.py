"""The input gate in words: what is on offer, and how much of it goes in."""

from __future__ import annotations

from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.gating import Captions, Three, captions
from lstm_viz.notation import number
from lstm_viz.scenes.input_gate.record import APPLE, ASKED, PEAR, SEEN

OPENING = (
    "At every word something could be written: the [[candidate]]. How much of it goes in, the "
    "[[input gate]] says."
)
ENDING = (
    "**To remember.** The candidate is what could be written, the input gate the share of it that "
    "each [[unit]] takes in."
)
TITLES = ("What is on offer", "How far the gate is open", "What goes in")
EQUATIONS = ("c̃<sub>t</sub>", "i<sub>t</sub>", "i<sub>t</sub> ⊙ c̃<sub>t</sub>")


def _told(sentences: Three) -> Captions:
    return captions(TITLES, EQUATIONS, sentences)


def apple_picked(basket: Basket) -> Captions:
    offer, gate = basket.numbers("g", APPLE), basket.numbers("i", APPLE)
    return _told(
        (
            f"Mia picks an apple. The [[candidate]] is what could be written: {offer[0]} into the "
            f"apples’ unit, {offer[1]} into the pears’.",
            f"The [[input gate]] opens for the apples, {gate[0]}, and stays shut for the pears, "
            f"{gate[1]}.",
            "The offer times the gate goes into the [[cell state]]: about one apple, and "
            "next to no pear.",
        )
    )


def where_from(basket: Basket) -> Captions:
    (gate, other), (offer, _) = basket.sums(APPLE, "i"), basket.sums(APPLE, "g")
    (opens, offered) = (number(one.gate) for one in (gate, offer))
    return captions(
        (f"Where does {opens} come from?", "Squashed by σ", f"And the {offered} on offer?"),
        (
            "z<sub>i</sub> = W x + U h + b",
            "i = σ(z<sub>i</sub>)",
            "c̃ = tanh(z<sub>c̃</sub>)",
        ),
        (
            "The weight of this word, what the [[hidden state]] adds, and the [[bias]], which "
            f"holds the gate shut. For the apples the word outweighs the bias: {number(gate.z)}. "
            f"For the pears it does not: {number(other.z)}.",
            "[[σ|sigmoid]] makes the gate of the sum. The same word, two units, two answers: "
            "every unit has weights of its own.",
            "The [[candidate]] is made the same way, with weights of its own. But [[tanh]] "
            "squashes it, to between −1 and 1: what is written can be below 0, too, and take "
            "something away.",
        ),
        (
            gate.adds_up,
            f"σ({number(gate.z)}) = {opens}",
            f"{offer.adds_up}&ensp;|&ensp;tanh({offer.written(offer.z)}) = "
            f"{offer.written(offer.gate)}",
        ),
    )


def pear_picked(basket: Basket) -> Captions:
    offer, gate = basket.numbers("g", PEAR), basket.numbers("i", PEAR)
    return _told(
        (
            f"Now Mia picks a pear. The pears’ unit is offered {offer[1]}, the apples’ {offer[0]}.",
            f"The other way round: {gate[0]} for the apples, {gate[1]} for the pears.",
            "A pear goes in, and the apples are left alone: they are in another unit.",
        )
    )


def apple_seen(basket: Basket, held: Basket) -> Captions:
    offer, gate = basket.numbers("g", SEEN), basket.numbers("i", SEEN)
    return captions(
        (TITLES[0], TITLES[2], "What if it stayed open?"),
        (EQUATIONS[0], EQUATIONS[2], "i<sub>t</sub> = 1"),
        (
            "Mia sees an apple and does not take it. A little is on offer all the same: "
            f"{offer[0]} and {offer[1]}.",
            f"Both input gates stay shut, {gate[0]} and {gate[1]}: nothing goes in.",
            "The story once more, with both input gates held at 1. A little goes in at every word, "
            f"and it adds up: asked for the apples, the network says {held.answer(ASKED)} instead "
            f"of {basket.answer(ASKED)}.",
        ),
    )
