"""What is asked of the row and of the cell; the right answers are read from the run."""

from __future__ import annotations

from lstm_viz.lesson.basket import Basket, read
from lstm_viz.lesson.question import Again, Choice, Option, Question
from lstm_viz.notation import number
from lstm_viz.scenes.all_together.picture.cell import SUMS
from lstm_viz.scenes.all_together.record import (
    STORY,
    cell_numbers,
    from_x_and_h,
    gate_again,
    read_out_numbers,
    run,
)
from lstm_viz.signals import LSTM_SIGNALS, gates

THIRD, AGAIN = 2, 5
"""The sentences (from 0) before which something is asked."""
GATES = gates(LSTM_SIGNALS)


LONG = ("sings",) * 33 + ("how many apples?",)
"""A story of a hundred words."""


def _at_its_end(long: Basket) -> int:
    """How many numbers its cell state has after the last word."""
    return int(long.trace.c[-1].size)


def _long_story() -> Again:
    words, units = len(read(LONG).words), run().cell.hidden_size
    return Again(
        concept="units-are-steps",
        ask=f"The same network reads a story of {words} words. How many numbers does its cell "
        "state hold after the last one?",
        options=(
            Option(
                f"{words}: one for each word",
                lambda b: _at_its_end(read(LONG)) == words,
                "units-are-steps",
            ),
            Option(
                f"{units * words}: each word has {units}",
                lambda b: _at_its_end(read(LONG)) == units * words,
                "units-are-steps",
            ),
            Option(f"{units}: one for each unit", lambda b: _at_its_end(read(LONG)) == units),
        ),
        because=lambda b: (
            f"{_at_its_end(read(LONG))}, as at every word before: units stand side by side, "
            "steps follow each other."
        ),
    )


def _more(basket: Basket) -> int:
    """How many more weights and biases the long story took than this one."""
    return cell_numbers(read(LONG)) - cell_numbers(basket)


LONGER = Again(
    concept="new-weights-each-step",
    ask="Mia’s story gets longer by ten words. How many more weights does the network need to read "
    "it?",
    options=(
        Option(
            "as many again for each word", lambda basket: _more(basket) > 0, "new-weights-each-step"
        ),
        Option("none", lambda basket: _more(basket) == 0),
        Option("fewer: it gets used to them", lambda basket: _more(basket) < 0),
    ),
    because=lambda basket: (
        f"A story of {len(read(LONG).words)} words was read with the same "
        f"{cell_numbers(basket)} numbers of the cell as one of {len(basket.words)}."
    ),
)


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
            f"{held(basket)} numbers at each of the {len(basket.words)} words (full stops count): "
            "sentences follow each other in time, the two boxes of a pair are units."
        ),
        again=_long_story(),
    )  # fmt: skip


def _weights() -> Choice:
    return Choice(
        id="together-weights",
        t=AGAIN,
        stage=0,
        ask="The next sentence comes. With which weights are its gates computed?",
        options=(
            Option("with its own: each sentence has some", lambda b: not _same(b),
                   "new-weights-each-step"),
            Option("with the same as at every sentence", _same),
        ),
        because=lambda basket: (
            f"There is one cell, with {cell_numbers(basket)} numbers ({read_out_numbers()} more "
            "make the answer). With them, this word and h, the apples’ input gate is "
            f"{number(gate_again(basket, 'i', AGAIN)[0])}, as in the picture."
        ),
        again=LONGER,
    )  # fmt: skip


def _same(basket: Basket) -> bool:
    return all(
        from_x_and_h(basket, gate, n) for gate in GATES for n in range(len(basket.sentences))
    )


def cell_questions(sentence: int) -> tuple[Question, ...]:
    def waits(basket: Basket) -> bool:
        """Whether a gate needs more than the word and h."""
        return not all(from_x_and_h(basket, gate, sentence) for gate in GATES)

    def other_way(basket: Basket) -> int:
        """How many gates wait for another: they could not be computed in any order."""
        return sum(not from_x_and_h(basket, gate, sentence) for gate in GATES)

    turned = Again(
        concept="gates-in-turn",
        ask="Somebody computes the output gate first, then the input gate, the forget gate last. "
        "Which of them come out differently?",
        options=(
            Option("none", lambda basket: other_way(basket) == 0),
            Option(
                "all: each needs the one before",
                lambda basket: other_way(basket) == len(GATES),
                "gates-in-turn",
            ),
            Option(
                "some of them", lambda basket: 0 < other_way(basket) < len(GATES), "gates-in-turn"
            ),
        ),
        because=lambda basket: (
            "From the word, h and the weights alone, each comes out as it stands in the picture; "
            "none looks at another."
        ),
    )
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
                f"{number(gate_again(basket, 'i', sentence)[0])} for the apples, and the "
                f"story has {number(float(basket.trace.i[basket.at[sentence], 0]))}: the same."
            ),
            again=turned,
        ),
    )
