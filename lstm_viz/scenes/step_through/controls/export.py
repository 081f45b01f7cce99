"""Taking it along: the trace as numbers, the animation as a page, the screen as a link."""

from __future__ import annotations

import io
from urllib.parse import urlencode

import streamlit as st

from lstm_viz.player import standalone_page
from lstm_viz.scenes.step_through.controls import state
from lstm_viz.scenes.step_through.controls.params import PARAMS
from lstm_viz.scenes.step_through.record import Experiment
from lstm_viz.ui import keeping
from lstm_viz.ui.films import Packed
from lstm_viz.ui.scene_state import SceneScreen, link, place


def menu(screen: SceneScreen, experiment: Experiment, packed: Packed) -> None:
    """A popover with the downloads; each file is made when it is asked for."""
    trace = experiment.trace

    def npz() -> bytes:
        file = io.BytesIO()
        trace.save_npz(file)
        return file.getvalue()

    def page() -> str:
        at = (screen.t, screen.stage, screen.unit)
        title = f"LSTM Viz: {' '.join(experiment.inputs.tokens)[:60]}"
        return standalone_page(packed.film, title=title, at=at)

    with st.popover("Save or share", width="stretch"):
        st.download_button("Every value, NumPy (.npz)", npz, "lstm-trace.npz", on_click="ignore")
        st.download_button(
            "Every value, table, opens in Excel (.csv)",
            lambda: trace.to_csv(experiment.inputs.tokens).encode("utf-8-sig"),
            "lstm-trace.csv",
            "text/csv",
            on_click="ignore",
        )
        first, stop = state.shown_steps()
        part = f" of steps {first + 1} to {stop}" if stop - first < len(trace) else ""
        st.download_button(
            f"The animation{part}, plays offline (.html)",
            page,
            "lstm-animation.html",
            "text/html",
            on_click="ignore",
        )
        st.caption("In the files steps and units count from 0, as in Python.")
        st.caption("The picture as PNG: the button in the bar below the cell.")
        query, too_long = link(screen, PARAMS)
        st.caption(
            f"{too_long} {keeping.said()}"
            if too_long
            else "The address bar holds this screen; or copy it here:"
        )
        address = (st.context.url or "").split("?")[0]
        asked = "&".join(filter(None, (query, urlencode(place(screen)))))
        st.code(f"{address}?{asked}" if asked else address, language=None, wrap_lines=True)
