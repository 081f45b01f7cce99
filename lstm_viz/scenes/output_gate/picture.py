"""The picture of the scene on the output gate: what is held × the gate = what is shown."""

from __future__ import annotations

from lstm_viz.figures.board import Board
from lstm_viz.figures.gating import Moment, gating_board
from lstm_viz.lesson.basket import held_open
from lstm_viz.lesson.gating import Gated
from lstm_viz.scenes.output_gate import record, words
from lstm_viz.scenes.output_gate.record import ASKED, SINGS

GATED = Gated("tanh_c", "o", "h", before_word="held, squashed", after_word="shown")


def board() -> Board:
    run = record.run()
    held = held_open("o", run.sentences)
    return gating_board(
        GATED,
        (
            Moment(run, ASKED, words.asked(run, record.many())),
            Moment(run, SINGS, words.sung(run)),
            Moment(held, SINGS, words.never_shut(run, held), "What if?"),
            Moment(run, ASKED, words.where_from(run), "Where from?", sums=(2,)),
        ),
        alt="What each of two units holds, times its output gate, and what is shown of it",
    )
