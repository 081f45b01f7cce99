"""What the player is handed on the phone call."""

from __future__ import annotations

from typing import Any

from lstm_viz.networks import NETWORKS
from lstm_viz.player import asked, payload
from lstm_viz.scenes.phone_call.questions import QUESTIONS
from lstm_viz.scenes.phone_call.record import film_of, run
from lstm_viz.scenes.phone_call.words import PHONE_CALL as STORY


def film(held: int | None) -> dict[str, Any]:
    """The story as told or, with the forget gate kept open at moment ``held``, retold."""
    cell, _, trace = run(STORY, NETWORKS["call"], held)
    return payload(
        film_of(STORY, trace, held),
        weights=cell.parameters,
        unit_labels=STORY.units,
        questions=asked(QUESTIONS, trace),
    )
