"""What the player is handed on the start page."""

from __future__ import annotations

from typing import Any

from lstm_viz.player import asked, payload
from lstm_viz.scenes.start.picture import components
from lstm_viz.scenes.start.record import run
from lstm_viz.scenes.start.words import QUESTIONS


def film() -> dict[str, Any]:
    opening = run()
    return payload(
        components(opening.step, token=opening.token, columns=opening.inputs.columns),
        weights=opening.cell.parameters,
        questions=asked(QUESTIONS, opening),
        overview=False,
        ribbon="stages",
    )
