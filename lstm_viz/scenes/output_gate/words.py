"""The output gate in words: what is held, and what is shown of it."""

from __future__ import annotations

from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.caption import Caption, symbol
from lstm_viz.lesson.gating import Captions, captions, sum_caption
from lstm_viz.notation import multiplied, number
from lstm_viz.scenes.output_gate.record import ASKED, MANY, SINGS

OPENING = (
    "Seen outside is the [[hidden state]]: what the [[output gate]] lets out of the squashed "
    "[[cell state]]."
)
ENDING = (
    "**To remember.** What is held and what is shown are two things: the output gate lets a "
    "[[unit]] speak when it is asked, and what the unit holds stays as it is."
)
TITLES = ("What is held, squashed", "How far the gate is open", "What is shown")
GATE, SQUASHED = symbol("o"), f"tanh({symbol('c')})"
EQUATIONS = (SQUASHED, GATE, f"{symbol('h')} = {GATE} ⊙ {SQUASHED}")


def asked(basket: Basket, many: Basket) -> Captions:
    apples, pears = basket.numbers("o", ASKED)
    weight, shown = basket.read_out[0, 0], basket.trace.h[basket.at[ASKED], 0]
    # As many digits as it takes for the product to hold with those that are printed.
    sum_ = multiplied(f"{shown:.4f}", number(weight), number(weight * shown))
    c, squashed = (f"{getattr(basket.trace, s)[basket.at[ASKED], 0]:.3f}" for s in ("c", "tanh_c"))
    larger, smaller = (many.numbers(s, MANY)[0] for s in ("c", "tanh_c"))
    return captions(
        TITLES,
        EQUATIONS,
        (
            "Somebody asks for the apples. On the way out [[tanh]] squashes c, so that nothing "
            f"that is shown is above 1 or below −1. The two apples’ {c} becomes {squashed}, hardly "
            f"less; the {larger} of {MANY} apples would become {smaller}.",
            f"The [[output gate]] of the apples opens, {apples}; that of the pears does not, "
            f"{pears}.",
            "The answer is made from what is shown of the apples, times a weight that was learned: "
            f"{sum_}. Rounded, the network says {basket.answer(ASKED)}.",
        ),
    )


def sung(basket: Basket) -> Captions:
    apples, pears = basket.numbers("o", SINGS)
    said = basket.said(SINGS)
    return captions(
        TITLES,
        EQUATIONS,
        (
            "The answer is given, and all is held as before: the output gate works on a copy. Now "
            "Mia sings.",
            f"Nobody asks: both output gates are shut, {apples} and {pears}.",
            f"Nothing is shown, and the network says {said[0]} and {said[1]}. Two apples and a "
            "pear are held all the same.",
        ),
    )


def never_shut(basket: Basket, held: Basket) -> Captions:
    apples, pears = basket.numbers("o", SINGS)
    said = held.said(SINGS)
    return captions(
        ("What if it stayed open?", "The gate is held open", "What is shown"),
        (EQUATIONS[0], f"{GATE} = 1", EQUATIONS[2]),
        (
            "The story once more, with both output gates held at 1 all the time. Now h is not 0 at "
            "other words either, and since every gate reads h, what is held comes out a little "
            "different. Mia sings. What will the network say?",
            f"This word would leave the gates at {apples} and {pears}. Held, they stay at 1.",
            f"All is shown: the network says {said[0]} and {said[1]}, and nobody has asked. It "
            "talks at every word.",
        ),
    )


def where_from(basket: Basket) -> tuple[Caption]:
    """Once more what the forget gate has told at length, and why h adds nothing."""
    apples, _ = basket.sums(ASKED, "o")
    before = basket.trace.h[basket.at[ASKED] - 1]
    return (
        sum_caption(
            "o",
            apples,
            "Forget, input and output gate are all made this way, each by [[weights]] of its own. "
            f"h adds {apples.written(apples.hidden)}: at the word before nobody asked, so both "
            f"output gates were shut and h was {number(before[0])} and {number(before[1])}.",
        ),
    )
