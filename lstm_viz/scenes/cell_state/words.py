"""What is said of the sum and of the belt, with the numbers of the run."""

from __future__ import annotations

from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.caption import Caption, caption, coloured, symbol
from lstm_viz.networks import basket as networks
from lstm_viz.notation import bracketed, number, percent
from lstm_viz.scenes.cell_state.record import ASKED, SINGS, Carried, Update, numbers_of
from lstm_viz.tasks.basket import OUTPUTS

OPENING = (
    "**What was kept, plus what is written:** the new [[cell state]], carried on as on a "
    "[[conveyor belt]]."
)
KEPT = f"{symbol('f')} ⊙ {symbol('c_prev')}"
WRITTEN = f"{symbol('i')} ⊙ {symbol('g')}"


ENDING = (
    "**To remember.** The cell state is a sum that nothing squashes: kept plus written. Where the "
    "gates leave it alone, it goes on nearly as it is, and its [[gradient]] comes back so."
)


def _words(basket: Basket) -> int:
    """Words while she sings."""
    return basket.until[-1] - basket.until[-1 - SINGS]


def captions(carried: Carried, at: Update) -> list[Caption]:
    """One for each moment."""
    return [*_of_the_sum(at), *_of_the_belt(carried)]


def _of_the_sum(at: Update) -> list[Caption]:
    return [
        caption(
            "An apple is there",
            "Mia has picked an apple: the apples’ [[unit]] of the [[cell state]] holds it. Now she "
            "picks a pear. What becomes of the apple?",
        ),
        caption(
            "What is kept",
            "The [[forget gate]] is open for both units. The apple stays.",
            KEPT,
        ),
        caption(
            "What is written",
            "The [[input gate]] opens for the pears and stays shut for the apples. Of what is on "
            "offer, a pear goes in; the dashed rest does not.",
            WRITTEN,
        ),
        caption(
            "The two are added",
            "Unit by unit: the apple that was kept, the pear that was written. Nothing of the one "
            "touches the other.",
            f"{symbol('c')} = {KEPT} + {WRITTEN}",
        ),
        caption(
            "In numbers",
            "The same sum, once for each unit. For the pears both gates are open at once: each "
            "gate has [[weights]] of its own, and the two need not add up to 1.",
            f"{symbol('c')} = {KEPT} + {WRITTEN}",
            " &ensp; ".join(f"{fruit}: {_sum(at, unit)}" for unit, fruit in enumerate(OUTPUTS)),
        ),
    ]


def _sum(at: Update, unit: int) -> str:
    f, before, i, g, c = (
        bracketed(number(at.signals[name][unit])) for name in ("f", "c_prev", "i", "g", "c")
    )
    return f"{f} × {before} + {i} × {g} = {c}"


def _of_the_belt(carried: Carried) -> list[Caption]:
    lstm, rnn = carried.answers[networks.LSTM][-1], carried.answers[networks.RNN][-1]
    so_far = carried.told(networks.RNN)
    shares = [networks.right_after(name) for name in (networks.LSTM, networks.RNN)]
    far = max(shares[0])
    return [
        caption(
            "On the belt",
            "Mia picks one more apple: two apples and a pear. Then she sings. The forget gates "
            "stay open and the input gates shut, so the cell state rides on as it is.",
        ),
        caption(
            f"{SINGS} times",
            f"She sings {SINGS} times; with each “Mia” and full stop the network reads "
            f"{_words(carried.basket)} words. The cell state still "
            f"reads {number(carried.c[-1, 0])} and {number(carried.c[-1, 1])}: two apples and a "
            "pear.",
        ),
        caption(
            "Beside it, an RNN",
            f"This RNN is as large ({numbers_of(networks.RNN)} weights and biases, the LSTM "
            f"{numbers_of(networks.LSTM)}) and was trained alike. Its [[h|hidden-state]] is made "
            "anew at every word, and drifts away from where it was (plum is below 0, ochre above).",
        ),
        caption(
            f"How many {OUTPUTS[ASKED]}?",
            f"Asked anywhere here, the LSTM says {lstm}. This RNN says {carried.so} up to the "
            f"{so_far}th time, then {rnn}: it did not hold on to the number. In many other "
            "stories, "
            f"with {far} idle sentences before the question, the LSTM was right "
            f"{percent(shares[0][far])} of the time, "
            f"this RNN {percent(shares[1][far])}.",
        ),
        *_of_the_way_back(carried),
    ]


def _of_the_way_back(carried: Carried) -> list[Caption]:
    along, through = carried.back[networks.LSTM], carried.back[networks.RNN]
    c, h, least = map(percent, (along[0], through[0], through.min()))
    return [
        caption(
            "And the way back",
            "How much does an early word still change the end? That is the [[gradient]]: training "
            "changes each weight by it, and where nothing of it arrives, nothing is learned. Along "
            f"the cell state only forget gates multiply it, near 1 each: {c} comes back over "
            f"{_words(carried.basket)} words.",
            f"{coloured('c', '∂c<sub>T</sub>/∂c<sub>t</sub>')} = "
            f"{coloured('f', 'f<sub>t+1</sub> · … · f<sub>T</sub>')}",
        ),
        caption(
            "Through an RNN’s h",
            "Here every word multiplies it by U, the weights of h, and by slopes of tanh, which "
            "change with h. So it wavers: on the way back it first grows, to at most "
            f"{number(through.max())} times, falls to about {least}, and at most {h} is left at "
            f"the start. <b>That is why adding helps:</b> over the same {_words(carried.basket)} "
            f"words, {c} comes back along the sum.",
        ),
    ]
