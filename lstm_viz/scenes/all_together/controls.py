"""What the player is handed on a whole sentence."""

from __future__ import annotations

from typing import Any

from lstm_viz.figures.film import film as draw
from lstm_viz.player import asked, payload
from lstm_viz.player.row import with_rows
from lstm_viz.scenes.all_together.questions import questions
from lstm_viz.scenes.all_together.record import run


def film(sentence: str, level: str) -> dict[str, Any]:
    """A sentence by its name, as a row of cells or with one of them opened."""
    told = run(sentence)
    story = draw(told.trace, tokens=told.inputs.tokens, columns=told.inputs.columns)
    data = payload(
        story,
        weights=told.cell.parameters,
        unit_labels=told.network.unit_labels(told.inputs, told.trace.hidden_size),
        questions=asked(questions(told), told),
    )
    return with_rows(data, story, level=level)
