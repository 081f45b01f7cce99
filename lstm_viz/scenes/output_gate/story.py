"""The output gate in the story of the basket: when is what is held shown?"""

from __future__ import annotations

from lstm_viz.figures.board import Board
from lstm_viz.figures.gating import Moment, Names, gating_board
from lstm_viz.lesson.basket import Basket, cards, products, read, sums
from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.lesson.question import Choice, Option
from lstm_viz.notation import honest, number

PICKED, ASKED, EMPTY = 4, 5, 7
"""Sentences of the story (from 0): an apple is picked, the question comes, it comes again."""
STEP_ASKED, STEP_EMPTY = 1, 2

ENDING = (
    "**To remember.** What is held and what is shown are two things. The output gate lets a unit "
    "speak when it is its turn; the [[cell state]] stays as it is."
)


def board() -> Board:
    basket = read()
    steps = [_step(basket, n) for n in (PICKED, ASKED, EMPTY)]
    where_from = Moment(
        ASKED,
        products(basket, ASKED, "tanh_c", "o", "h"),
        _sum_captions(basket),
        sums(basket, ASKED, "o"),
        label="Where from?",
    )
    held = max(abs(p.before) for step in steps for p in step.products)
    return gating_board(
        cards(basket, "o"),
        (*steps, where_from),
        Names("output gate", "o", before="held", before_colour="c", after="shown",
              after_colour="h"),
        largest=held,
        alt="What each of two units holds, times its output gate, and what is shown of it",
    )  # fmt: skip


def _step(basket: Basket, n: int) -> Moment:
    return Moment(n, products(basket, n, "tanh_c", "o", "h"), _captions(basket, n))


def _captions(basket: Basket, n: int) -> tuple[Caption, Caption, Caption]:
    t = basket.at[n]
    o = [number(value) for value in basket.trace.o[t]]
    apples, pears = basket.said(n)
    weight, out = basket.read_out[0, 0], basket.outputs[t, 0]
    held = {
        PICKED: "Mia picks her second apple. Two apples and a pear are held now, as tanh(c).",
        ASKED: "“How many apples?” Nothing has changed in the basket since.",
        EMPTY: "The basket was emptied, and the question comes again.",
    }
    gate = {
        PICKED: f"Nobody asked: both [[output gates|output gate]] stay shut, {o[0]} and {o[1]}.",
        ASKED: f"The output gate of the apples opens, {o[0]}; that of the pears does not, {o[1]}.",
        EMPTY: f"The output gate of the apples opens again: {o[0]}.",
    }
    shown = {
        PICKED: f"Nothing is shown, so the network says {apples} and {pears}; what is held stays.",
        ASKED: f"What is shown, times {number(weight)} (a weight of the read-out), is "
        f"{number(out)}: rounded, it says {apples}.",
        EMPTY: f"Little is held, so little is shown. It says {apples}.",
    }
    return (
        caption("What is held", held[n], equation="tanh(c<sub>t</sub>)"),
        caption("How far the gate is open", gate[n], equation="o<sub>t</sub>"),
        caption("What is shown", shown[n], equation="o<sub>t</sub> ⊙ tanh(c<sub>t</sub>)"),
    )


def _sum_captions(basket: Basket) -> tuple[Caption, Caption, Caption]:
    apples, pears = sums(basket, ASKED, "o")
    z = "z<sub>o</sub>"
    return (
        caption(
            f"Where does {number(apples.gate)} come from?",
            "The weight of the question, what the [[hidden state]] adds, and the [[bias]], which "
            "holds the gate shut at every other word.",
        ),
        caption(
            "Added up",
            f"The question opens its own unit: {number(apples.z)} for the apples, "
            f"{number(pears.z)} for the pears.",
            equation=f"{z} = W x + U h + b",
            numbers=honest(
                f"{number(apples.word)} + {number(apples.hidden)} + ({number(apples.bias)}) = "
                f"{number(apples.z)}"
            ),
        ),
        caption(
            "Squashed by σ",
            "Forget, input and output gate are made alike: three rows of weights, one σ. What "
            "differs is what each is multiplied with.",
            equation=f"o = σ({z})",
            numbers=f"σ({number(apples.z)}) = {number(apples.gate)}",
        ),
    )


def _pears_shown(basket: Basket) -> float:
    """The share of the pears that is shown as the apples are asked for."""
    return float(basket.trace.o[basket.at[ASKED], 1])


QUESTIONS = (
    Choice(
        id="asked",
        t=STEP_ASKED,
        stage=1,
        ask="“How many apples?” What becomes of the pear at this word?",
        options=(
            Option("it is shown too", lambda run: _pears_shown(run) > 0.5, "gate-is-a-number"),
            Option(
                "it is held and not shown",
                lambda run: _pears_shown(run) <= 0.5 and _pear_kept(run),
            ),
            Option("it is forgotten", lambda run: not _pear_kept(run), "h-is-c"),
        ),
        because=lambda run: (
            f"Its output gate is {number(_pears_shown(run))}; its cell state goes on as it was, "
            f"{number(run.trace.c[run.at[ASKED], 1])}."
        ),
    ),
    Choice(
        id="emptied",
        t=STEP_EMPTY,
        stage=2,
        ask="The gate is as open as before. How many apples will the network say?",
        options=(
            Option("2, as before", lambda run: run.said(EMPTY)[0] == 2),
            Option("1", lambda run: run.said(EMPTY)[0] == 1),
            Option("0", lambda run: run.said(EMPTY)[0] == 0),
        ),
        because=lambda run: (
            f"{number(run.outputs[run.at[EMPTY], 0])}, rounded. An open output gate shows what is "
            "held, and nothing is held any more."
        ),
    ),
)


def _pear_kept(basket: Basket) -> bool:
    t = basket.at[ASKED]
    return basket.fruit(t, 1) == basket.fruit(t - 1, 1) == 1
