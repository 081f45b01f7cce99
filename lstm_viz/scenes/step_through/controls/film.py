"""What the player is handed."""

from __future__ import annotations

from typing import Any

from lstm_viz.figures.film import film as draw
from lstm_viz.player import payload
from lstm_viz.scenes.step_through.link import Screen
from lstm_viz.scenes.step_through.record import perform


def film(screen: Screen) -> dict[str, Any]:
    """The run of a screen; where the reader is makes no other one."""
    experiment = perform(screen)
    inputs, trace, network = experiment.inputs, experiment.trace, experiment.network
    return payload(
        draw(trace, tokens=inputs.tokens, columns=inputs.columns),
        weights=experiment.cell.parameters,
        unit_labels=network.unit_labels(inputs, trace.hidden_size),
        answers=network.answers(trace) if network.answers else (),
    )
