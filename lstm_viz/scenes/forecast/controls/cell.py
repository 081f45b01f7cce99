"""The trained network in the cell, at any step of the series."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lstm_viz.player.contract import Network
from lstm_viz.player.units import units_payload, window
from lstm_viz.scenes.forecast.controls import state
from lstm_viz.scenes.forecast.controls.params import KEY, PARAMS
from lstm_viz.scenes.forecast.record.forecast import Forecast
from lstm_viz.scenes.forecast.record.shown import KINDS
from lstm_viz.ui import player, scene_state
from lstm_viz.ui.films import once
from lstm_viz.ui.scene_state import SceneScreen

CHOSEN = 4
"""Units with numbers: beside them there is room for the field of all."""
BACK = "Back to the forecast"


def play(found: Forecast, screen: SceneScreen, on_missing: Callable[[], None]) -> None:
    """At the step where the reader is; ``screen`` is within the series."""
    running = screen["view"] == "running"
    trace = found.running if running else found.reading
    units = chosen(found)
    tells = window(len(trace), trace.hidden_size, screen.t) != (0, len(trace))
    player.show(
        once(_film(found, running, units, screen.t)),
        {**scene_state.player_data(KEY, screen, PARAMS), "tells": tells, "back": BACK},
        key=KEY,
        on_at=lambda: scene_state.rests(KEY, st.session_state[KEY].at),
        on_edit=lambda: None,
        on_action=lambda: _acted(str(st.session_state[KEY].action), found, running, on_missing),
    )


def chosen(found: Forecast) -> tuple[int, ...]:
    """The one to look at, then the one that the reader clicked, then the first ones."""
    size = found.model.hidden_size
    clicked = st.session_state.get("forecast_unit", found.look.unit)
    wanted = (found.look.unit, clicked, *range(size))
    units = tuple(dict.fromkeys(unit for unit in wanted if unit < size))
    return tuple(sorted(units[:CHOSEN]))


def _film(found: Forecast, running: bool, units: tuple[int, ...], t: int) -> Network:
    series, trace = found.series, found.running if running else found.reading
    said = found.said_running if running else found.said
    (layer,) = found.model.layers
    came = [f" ({series.written(value)} came)" for value in series.values[1:]] + [""]
    return units_payload(
        trace,
        weights=layer.parameters,
        units=units,
        at=t,
        tokens=series.labels,
        columns=("value, scaled",),
        answers=[
            f"{series.written(float(value))} comes next{after}"
            for value, after in zip(said, came, strict=True)
        ],
    )


def _acted(action: str, found: Forecast, running: bool, on_missing: Callable[[], None]) -> None:
    kind, _, number = action.partition(":")
    if kind == "back":
        state.back(KINDS.index("free" if running else "look"))
    elif kind == "unit" and number.isdecimal():
        st.session_state.forecast_unit = int(number)
    elif action == "need-plotly":
        on_missing()
