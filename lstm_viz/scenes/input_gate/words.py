"""The input gate in words: what is on offer, and how much of it goes in."""

from __future__ import annotations

from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.caption import symbol
from lstm_viz.lesson.gating import Captions, Three, captions, exact, sum_caption
from lstm_viz.notation import multiplied, number
from lstm_viz.scenes.input_gate.record import APPLE, ASKED, EATEN, PEAR, SEEN

OPENING = (
    "The [[candidate]] is what could be written. How much of it goes in, the [[input gate]] says."
)
ENDING = (
    "**To remember.** The candidate is what could be written, the input gate the share of it that "
    "each [[unit]] takes in."
)
TITLES = ("What is on offer", "How far the gate is open", "What goes in")
GATE, OFFER = symbol("i"), symbol("g")
EQUATIONS = (OFFER, GATE, f"{GATE} ⊙ {OFFER}")


def _told(sentences: Three) -> Captions:
    return captions(TITLES, EQUATIONS, sentences)


def _offer(basket: Basket, sentence: int) -> tuple[str, str]:
    """The candidates at the word of a sentence, as they stand in the picture: apples, pears."""
    apples, pears = map(exact, basket.trace.g[basket.at[sentence]])
    return apples, pears


def apple_picked(basket: Basket) -> Captions:
    offer, gate = _offer(basket, APPLE), basket.numbers("i", APPLE)
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


def pear_picked(basket: Basket) -> Captions:
    offer, gate = _offer(basket, PEAR), basket.numbers("i", PEAR)
    return _told(
        (
            f"Now Mia picks a pear. The pears’ unit is offered {offer[1]}, the apples’ {offer[0]}.",
            f"The other way round: {gate[0]} for the apples, {gate[1]} for the pears.",
            "A pear goes in, and the apples are left alone: they are in another unit.",
        )
    )


def apple_seen(basket: Basket, held: Basket) -> Captions:
    offer, gate = _offer(basket, SEEN), basket.numbers("i", SEEN)
    return captions(
        (TITLES[0], TITLES[2], "What if it stayed open?"),
        (EQUATIONS[0], EQUATIONS[2], f"{GATE} = 1"),
        (
            "Mia sees an apple and does not take it. A little is on offer all the same: "
            f"{offer[0]} and {offer[1]}.",
            f"Both input gates stay shut, {gate[0]} and {gate[1]}: nothing goes in.",
            "The story once more, with both input gates held at 1. A little goes in at every word, "
            f"and it adds up: asked for the apples, the network says {held.answer(ASKED)} instead "
            f"of {basket.answer(ASKED)}.",
        ),
    )


def where_from(basket: Basket, eating: Basket) -> Captions:
    """What the forget gate has told at length, once more; then the candidate, above 0 and below."""
    gate, other = basket.sums(APPLE, "i")
    offer, eaten = basket.sums(APPLE, "g")[0], eating.sums(EATEN, "g")[0]
    opened, taken = (eating.numbers(name, EATEN)[0] for name in ("i", "written"))
    before, after = (eating.fruit(eating.at[EATEN] + by, 0) for by in (-1, 0))
    return (
        sum_caption(
            "i",
            gate,
            "Back to the picked apple: as with the forget gate, but this [[bias]] holds the gate "
            f"shut. For the apples the word outweighs it: {gate.written(gate.z)}; for the pears it "
            f"does not: {other.written(other.z)}.",
        ),
        sum_caption(
            "g",
            offer,
            "The [[candidate]] is made of the same word and the same h, by [[weights]] of its own. "
            f"It is squashed by [[tanh]], between −1 and 1: it says what to write, "
            f"{offer.written(offer.gate)}, the gate how much of it.",
        ),
        sum_caption(
            "g",
            eaten,
            f"In another story Mia eats an apple. This candidate is below 0, and the input gate is "
            f"open, {opened}: {multiplied(opened, number(eaten.gate), taken)} is written. That "
            f"takes an apple away, from {before} to {after}.",
        ),
    )
