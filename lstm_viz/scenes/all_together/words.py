"""What is said of the row, and around it, with the numbers of the run."""

from __future__ import annotations

from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import number
from lstm_viz.scenes.all_together.record import cell_numbers, run, values

OPENING = (
    "**One cell, drawn once a sentence**: [[unrolled]]. In each row apples left, pears right; a "
    "full gate is open."
)
CELL_OPENING = (
    "**The cell at one word.** The same numbers as in its column, with the wires on which they "
    "come and go."
)
INSIDE = " <b>→ looks inside.</b>"


def ending() -> str:
    """The takeaway, and what is counted: Markdown."""
    basket = run()
    units, inputs = basket.cell.hidden_size, basket.cell.input_size
    return (
        "**To remember.** At every [[time step]] the same [[weights]] make new [[gates]] of the "
        "word and of h, and the gates say what of the cell state stays, what comes in and what is "
        "let out.\n\n"
        f"**In all** the cell has 4 · {units} · ({inputs} + {units} + 1) = "
        f"{cell_numbers(basket)} numbers, for {len(basket.words)} words as for a thousand."
    )


def captions(basket: Basket) -> list[Caption]:
    """One for each sentence; the last says how to go on."""
    told = _sentences(basket)
    return [
        caption(basket.label(n), sentence + (INSIDE if n == len(told) - 1 else ""))
        for n, sentence in enumerate(told)
    ]


def _sentences(basket: Basket) -> tuple[str, ...]:
    def at(name: str, sentence: int, unit: int = 0) -> str:
        return number(values(basket, name, sentence)[unit])

    return (
        f"From top to bottom: the [[forget gate]] keeps what is there, the [[input gate]] takes in "
        f"{at('i', 0)} of the [[candidate]] {at('g', 0)}, the cell state is {at('c', 0)}. The "
        f"[[output gate]] is shut, so the hidden state stays {at('h', 0)}.",
        "The next column is the same cell, one sentence later. Forget gate open, input gate shut: "
        "the cell state rides on.",
        f"Now the other half of each row: the pears’ input gate opens, {at('i', 2, 1)}, and that "
        f"of the apples stays at {at('i', 2)}.",
        f"Something is on offer, {at('g', 3)}, and the input gate is at {at('i', 3)}: nothing is "
        "written.",
        f"The forget gates fall to {at('f', 4)} and {at('f', 4, 1)}: next to nothing of the cell "
        "state is kept.",
        f"The same word as in the first column, with the same weights: its input gate is "
        f"{at('i', 5)}, there it was {at('i', 0)}.",
        f"Once more: {at('i', 6)} of {at('g', 6)} is added to what is there, and the cell state is "
        f"{at('c', 6)}.",
        f"The output gate of the apples opens, {at('o', 7)}. For the first time h is not 0.00 but "
        f"{at('h', 7)}, and of h the answer is made: {basket.said(7)[0]}.",
    )
