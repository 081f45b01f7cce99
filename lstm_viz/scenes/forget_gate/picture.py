"""The picture of the scene on the forget gate: what is there × the gate = what stays."""

from __future__ import annotations

from lstm_viz.figures.board import Board
from lstm_viz.figures.gating import Moment, gating_board
from lstm_viz.lesson.basket import held_open
from lstm_viz.lesson.gating import Gated
from lstm_viz.scenes.forget_gate import record, words
from lstm_viz.scenes.forget_gate.record import ASKED, EMPTIES, SINGS

GATED = Gated("c_prev", "f", "kept", before_word="before", after_word="stays")


def board() -> Board:
    run = record.run()
    held = held_open("f", run.sentences)
    return gating_board(
        GATED,
        (
            Moment(run, EMPTIES, words.emptied(run)),
            Moment(
                run,
                EMPTIES,
                words.where_from(run),
                "Where from?",
                sums=(0, 1, 2),
            ),
            Moment(run, SINGS, words.sung(run)),
            Moment(held, EMPTIES, words.never_shut(run, held), "What if?", until=ASKED),
        ),
        alt="What each of two units holds, times its forget gate, and what stays of it",
    )
