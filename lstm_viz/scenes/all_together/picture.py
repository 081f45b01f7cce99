"""The cell over a whole sentence: a row of cells, and each of them as a film."""

from __future__ import annotations

from typing import Literal

from lstm_viz.figures.film import film
from lstm_viz.player import payload
from lstm_viz.player.contract import Row
from lstm_viz.player.questions import questions_payload
from lstm_viz.player.row import with_rows
from lstm_viz.scenes.all_together.questions import questions
from lstm_viz.scenes.all_together.record import run as run_sentence

STAGES = 10
"""Of each step, in the cell."""


def sentence_payload(sentence: str, level: Literal["row", "cell"]) -> Row:
    """What the player is handed on a sentence; it opens on ``level``."""
    run = run_sentence(sentence)
    picture = film(run.trace, tokens=run.inputs.tokens, columns=run.inputs.columns)
    sent = payload(
        picture,
        weights=run.cell.parameters,
        unit_labels=run.network.unit_labels(run.inputs, run.trace.hidden_size),
        questions=questions_payload(questions(run), run),
    )
    return with_rows(sent, picture, level=level)
