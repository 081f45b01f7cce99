"""The picture of "Read along" as a Streamlit component: a reading in, what the reader does out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

import streamlit as st

from lstm_viz.player.assets import reading_script, reading_style, reading_template
from lstm_viz.player.contract import Reading, ReadingData, ReadingSettings
from lstm_viz.ui.assets import asset
from lstm_viz.ui.served import needs_plotly, plotly_sources, served_script

__all__ = ["needs_plotly", "show"]

_mount = st.components.v2.component(
    "lstm_viz_reading",
    html=reading_template(),
    css=reading_style(),
    js=asset("lstm_viz.ui", "fetching.js"),
    isolate_styles=False,  # Plotly writes its own style into the page
)


def show(
    payload: Reading,
    settings: ReadingSettings,
    *,
    key: str,
    on_text: Callable[[], None],
    on_enter: Callable[[], None],
    on_unit: Callable[[], None],
    on_marks: Callable[[], None],
    on_action: Callable[[], None],
) -> None:
    """Mount the component with a reading (``player.reading.reading_payload``).

    Events, in the session under ``key``: ``text`` {text, id, t}; ``enter`` {t}; ``unit`` {unit};
    ``marks`` {marks}; ``action``: "need-plotly", "stopped" or "discarded".
    """
    # Not compressed: its numbers hardly get smaller, and to unpack them the browser takes longer.
    sent = json.dumps(payload, separators=(",", ":"))
    version = hashlib.sha256(sent.encode()).hexdigest()[:16]  # another one, another picture
    data: ReadingData = {
        "reading": sent,
        "version": version,
        "plotly": plotly_sources(key),
        "script": served_script(reading_script(), "lstm_viz_reading"),
        **settings,
    }
    _mount(
        key=key,
        data=data,
        on_text_change=on_text,
        on_enter_change=on_enter,
        on_unit_change=on_unit,
        on_marks_change=on_marks,
        on_action_change=on_action,
    )
