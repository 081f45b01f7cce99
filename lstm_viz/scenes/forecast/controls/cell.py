"""The trained network in the cell, at any step of the series."""

from __future__ import annotations

from lstm_viz.scenes.forecast.controls.params import KEY, PARAMS
from lstm_viz.scenes.forecast.record.forecast import Forecast
from lstm_viz.scenes.forecast.record.shown import KINDS
from lstm_viz.ui.into_cell import CellRun, play_cell
from lstm_viz.ui.scene_state import SceneScreen

BACK = "Back to the forecast"


def play(found: Forecast, screen: SceneScreen) -> None:
    """At the step where the reader is."""
    running = screen["view"] == "running"
    to = KINDS.index("free" if running else "look")
    play_cell(KEY, _run(found, running), screen, PARAMS, back=BACK, to=to)


def _run(found: Forecast, running: bool) -> CellRun:
    series = found.series
    said = found.said_running if running else found.said
    (layer,) = found.model.layers
    came = [f" ({series.written(value)} came)" for value in series.values[1:]] + [""]
    return CellRun(
        found.running if running else found.reading,
        layer.parameters,
        tokens=series.labels,
        columns=("value, scaled",),
        answers=[
            f"{series.written(float(value))} comes next{after}"
            for value, after in zip(said, came, strict=True)
        ],
        look=found.look.unit,
    )
