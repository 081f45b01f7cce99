"""The picture of the scene on the input gate: what is on offer × the gate = what goes in."""

from __future__ import annotations

from lstm_viz.figures.board import Board
from lstm_viz.figures.gating import Moment, Summed, gating_board
from lstm_viz.lesson.basket import held_open
from lstm_viz.lesson.gating import Gated
from lstm_viz.scenes.input_gate import record, words
from lstm_viz.scenes.input_gate.record import APPLE, ASKED, EATEN, PEAR, SEEN

GATED = Gated("g", "i", "written", before_word="on offer", after_word="goes in", held=False)


def board() -> Board:
    run = record.run()
    eating = record.eating()
    held = held_open("i", run.sentences)
    return gating_board(
        GATED,
        (
            Moment(run, APPLE, words.apple_picked(run)),
            Moment(run, PEAR, words.pear_picked(run)),
            Moment(run, SEEN, words.apple_seen(run, held), shows=(0, 2, 2), held=held, until=ASKED),
            Moment(
                run,
                APPLE,
                words.where_from(run, eating),
                "Where from?",
                sums=(2, 2, 2),
                others=(Summed(run, APPLE, "g"), Summed(eating, EATEN, "g")),
            ),
        ),
        alt="What each of two units is offered, times its input gate, and what goes in",
    )
