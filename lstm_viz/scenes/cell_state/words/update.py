"""The cell state, one update after the other: what is kept plus what is written, in words."""

from __future__ import annotations

from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.gating import Captions, Three, captions
from lstm_viz.notation import bracketed
from lstm_viz.scenes.cell_state.record import EATS, EMPTIES, PICKS

OPENING = (
    "Keep, write, add: the new [[cell state]] is what the [[forget gate]] kept plus what "
    "the [[input gate]] let in."
)
ENDING = (
    "**To remember.** The cell state is a sum: what is written is added to what was kept, and "
    "nothing squashes it."
)
KEPT, WRITTEN = "f<sub>t</sub> ⊙ c<sub>t−1</sub>", "i<sub>t</sub> ⊙ c̃<sub>t</sub>"


def _apples(basket: Basket, sentence: int, *signals: str) -> list[str]:
    return [basket.numbers(signal, sentence)[0] for signal in signals]


def _told(basket: Basket, sentence: int, sentences: Three) -> Captions:
    kept, written, c = _apples(basket, sentence, "kept", "written", "c")
    return captions(
        ("Keep", "Write", "Add"),
        (KEPT, WRITTEN, f"c<sub>t</sub> = {KEPT} + {WRITTEN}"),
        sentences,
        ("", "", f"{kept} + {bracketed(written)} = {c}"),
    )


def picked(basket: Basket) -> Captions:
    i, g, written = _apples(basket, PICKS, "i", "g", "written")
    return _told(
        basket,
        PICKS,
        (
            "Mia picks her second apple. First the [[forget gate]]: the apple and the pear that "
            "were there are kept.",
            f"Then the [[input gate]], open as well: {i} of the candidate {g} is written for the "
            f"apples, {written}.",
            "The two are added. Nothing is replaced: now two apples are held.",
        ),
    )


def eaten(basket: Basket) -> Captions:
    i, g, written = _apples(basket, EATS, "i", "g", "written")
    return _told(
        basket,
        EATS,
        (
            "Mia eats an apple. The forget gates stay open all the same: nearly all is kept.",
            f"The candidate of the apples is below 0 now: {i} of {g} is written, {written}.",
            "A number below 0 is added: one apple fewer. To take something away is to write, too.",
        ),
    )


def emptied(basket: Basket) -> Captions:
    f, i = _apples(basket, EMPTIES, "f", "i")
    return _told(
        basket,
        EMPTIES,
        (
            f"Mia empties the basket. The forget gate of the apples falls to {f}: next to nothing "
            "is kept.",
            f"The input gate is shut as well, at {i}. The two do not make up one whole: each has "
            "weights of its own.",
            "Next to nothing plus next to nothing: both units are ready for new fruit.",
        ),
    )
