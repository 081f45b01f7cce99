"""What is said of the row, and around it, with the numbers of the run."""

from __future__ import annotations

from collections.abc import Callable

from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.lesson.untaught import eaten, picked, wrong
from lstm_viz.lesson.word_row import WordRow, fruits
from lstm_viz.notation import number
from lstm_viz.scenes.all_together.record import STORY, cell_numbers, read_out_numbers, values
from lstm_viz.tasks.basket import EATS, EMPTIES, OUTPUTS, PICKS, QUESTIONS

OPENING = (
    "**One cell, drawn once a sentence**: [[unrolled]]. Left box: apples, right: pears; full "
    "is open."
)
CELL_OPENING = (
    "**The cell at one word.** The same numbers as in the row, with the wires on which they "
    "come and go."
)
INSIDE = " <b>→ looks inside.</b>"
NOTHING = 0.05
"""A cell state that is nearer to 0 stands for no fruit."""
_KEEPS = "so next to nothing of the cell state is kept"


def ending(basket: Basket) -> str:
    """The takeaway, and what is counted: Markdown."""
    units, inputs = basket.cell.hidden_size, basket.cell.input_size
    return (
        "**To remember.** At every [[time step]] the same [[weights]] make new [[gates]] of the "
        "word and of h, and the gates say what of the cell state stays, what comes in and what is "
        "let out.\n\n"
        f"**In all** the cell has 4 · {units} · ({inputs} + {units} + 1) = "
        f"{cell_numbers(basket)} numbers, for {len(basket.words)} words (full stops are words, "
        "too) as for a "
        f"thousand; "
        f"{read_out_numbers()} more make the answer of h."
    )


def captions(row: WordRow) -> list[Caption]:
    """One for each sentence; the last says how to go on."""
    basket, last = row.basket, len(row) - 1
    if basket.sentences == STORY:
        told = _sentences(basket)
    else:
        told = tuple(_own(row, n) for n in range(len(row)))
    return [
        caption(basket.label(n), sentence + (INSIDE if n == last else ""))
        for n, sentence in enumerate(told)
    ]


def _sentences(basket: Basket) -> tuple[str, ...]:
    def at(name: str, sentence: int, unit: int = 0) -> str:
        return number(values(basket, name, sentence)[unit])

    return (
        f"In order: the [[forget gate]] keeps what is there, the [[input gate]] takes in "
        f"{at('i', 0)} of the [[candidate]] {at('g', 0)}, the cell state is {at('c', 0)}. The "
        f"[[output gate]] is shut, so the hidden state stays {at('h', 0)}.",
        "The same cell again, one sentence later. Forget gate open, input gate shut: the cell "
        "state rides on.",
        f"Now the right one of two boxes: the pears’ input gate opens, {at('i', 2, 1)}, and that "
        f"of the apples stays at {at('i', 2)}.",
        f"Something is on offer, {at('g', 3)}, and the input gate is at {at('i', 3)}: nothing is "
        "written.",
        f"The forget gates fall to {at('f', 4)} and {at('f', 4, 1)}: next to nothing of the cell "
        f"state is kept. A candidate is on offer at every word, here {at('g', 4)} and "
        f"{at('g', 4, 1)}, but the input gates stay shut.",
        f"The same word as in the first sentence, with the same weights: its input gate is "
        f"{at('i', 5)}, there it was {at('i', 0)}.",
        f"One more apple: {at('i', 6)} of {at('g', 6)} is added to what is there, and the cell "
        "state is "
        f"{at('c', 6)}.",
        f"The output gate of the apples opens, {at('o', 7)}. For the first time h is not 0.00 but "
        f"{at('h', 7)}, and from h the answer is made: {basket.said(7)[0]}.",
    )


# ---- stories of the reader's own ---------------------------------------------------------------


def _own(row: WordRow, n: int) -> str:
    """What the gates do at a sentence of any story."""
    told = row.basket.sentences[n]
    if told in PICKS:
        return _moved(row, n, PICKS.index(told), "", picked)
    if told in EATS:
        return _moved(row, n, EATS.index(told), ", less than 0,", eaten)
    if told == EMPTIES:
        return _emptied(row.basket, n)
    if told in QUESTIONS:
        return _asked(row, n)
    apples, pears = row.basket.numbers("c", n)
    return (
        "Forget gates open, input gates shut: the cell state rides on, "
        f"{apples} for the apples and {pears} for the pears."
    )


def _moved(
    row: WordRow, n: int, unit: int, what: str, untaught: Callable[[WordRow, int, int], str]
) -> str:
    """A fruit more or less; ``what`` is said of the candidate."""
    gate, candidate, state = (row.basket.numbers(name, n)[unit] for name in ("i", "g", "c"))
    return (
        f"The [[input gate]] of the {OUTPUTS[unit]} opens: {gate} of the [[candidate]] "
        f"{candidate}{what} is written. The cell state is now {state} and stands for "
        f"{fruits(row.columns[n].fruit[unit], unit)}. {untaught(row, n, unit)}"
    ).rstrip()


def _emptied(basket: Basket, n: int) -> str:
    apples, pears = basket.numbers("f", n)
    before = basket.trace.c_prev[basket.at[n]]
    kept = "though there is nothing to let go" if abs(before).max() < NOTHING else _KEEPS
    return f"The [[forget gates|forget gate]] fall to {apples} and {pears}, {kept}."


def _asked(row: WordRow, n: int) -> str:
    answer = row.columns[n].answer
    assert answer is not None
    gate, hidden = (row.basket.numbers(name, n)[answer.fruit] for name in ("o", "h"))
    said = str(answer.lstm).replace("-", "−")
    return (
        f"The [[output gate]] of the {OUTPUTS[answer.fruit]} opens, {gate}: h is {hidden}, and of "
        f"h the answer is made: <b>{said}</b>. {wrong(row, n, answer)}"
    ).rstrip()
