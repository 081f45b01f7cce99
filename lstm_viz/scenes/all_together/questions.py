"""What is asked of the row and of the cell; the right answers are read from the run."""

from __future__ import annotations

from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.question import Choice, Option, Question
from lstm_viz.notation import number
from lstm_viz.scenes.all_together.picture.cell import SUMS
from lstm_viz.scenes.all_together.record import (
    STORY,
    cell_numbers,
    from_x_and_h,
    gate_again,
    run,
)
from lstm_viz.signals import LSTM_SIGNALS, gates

THIRD, AGAIN = 2, 5
"""The sentences (from 0) before which something is asked."""
GATES = gates(LSTM_SIGNALS)


def row_questions(story: tuple[str, ...] = STORY) -> tuple[Question, ...]:
    """They are of the story that is told at first."""
    return (_units(), _weights()) if story == STORY else ()


def _units() -> Choice:
    units, read = run().cell.hidden_size, THIRD + 1

    def held(basket: Basket) -> int:
        """How many numbers the cell state has after that sentence."""
        return int(basket.trace.c[basket.at[THIRD]].size)

    return Choice(
        id="together-units",
        t=THIRD,
        stage=0,
        ask="The third sentence comes. How many numbers does the cell state hold then?",
        options=(
            Option(f"{read}: one for each sentence", lambda b: held(b) == read, "units-are-steps"),
            Option(f"{units}: one for each unit, as always", lambda b: held(b) == units),
            Option(f"{units * read}: each sentence adds its own",
                   lambda b: held(b) == units * read, "units-are-steps"),
        ),
        because=lambda basket: (
            f"{held(basket)} numbers at every one of the {len(basket.words)} words: the columns "
            "are times, the two halves of a column are units."
        ),
    )  # fmt: skip


def _weights() -> Choice:
    return Choice(
        id="together-weights",
        t=AGAIN,
        stage=0,
        ask="Another column. With which weights are its gates computed?",
        options=(
            Option("with its own: each column has some", lambda b: not _same(b),
                   "new-weights-each-step"),
            Option("with the same as in every column", _same),
        ),
        because=lambda basket: (
            f"There is one cell with {cell_numbers(basket)} numbers. With them, this word and h, "
            f"the apples’ input gate is {number(gate_again(basket, 'i', AGAIN)[0])}, as in the run."
        ),
    )  # fmt: skip


def _same(basket: Basket) -> bool:
    return all(
        from_x_and_h(basket, gate, n) for gate in GATES for n in range(len(basket.sentences))
    )


def cell_questions(sentence: int) -> tuple[Question, ...]:
    def waits(basket: Basket) -> bool:
        """Whether a gate needs more than the word and h."""
        return not all(from_x_and_h(basket, gate, sentence) for gate in GATES)

    return (
        Choice(
            id="together-turn",
            t=0,
            stage=SUMS,
            ask="The word and h are there. What does the input gate still wait for?",
            options=(
                Option("for the forget gate: one after the other", waits, "gates-in-turn"),
                Option("for nothing", lambda basket: not waits(basket)),
            ),
            because=lambda basket: (
                f"Worked out from the word, h and the weights alone, it is "
                f"{number(gate_again(basket, 'i', sentence)[0])} for the apples; in the run it is "
                f"{number(float(basket.trace.i[basket.at[sentence], 0]))}."
            ),
        ),
    )
