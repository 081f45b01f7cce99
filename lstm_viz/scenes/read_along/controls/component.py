"""The picture of "Read along" as a Streamlit component: a reading in, what the reader does out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import streamlit as st

from lstm_viz.player.assets import reading_script, reading_style, reading_template
from lstm_viz.ui.assets import asset
from lstm_viz.ui.served import needs_plotly, plotly_sources, served

__all__ = ["needs_plotly", "show"]

_mount = st.components.v2.component(
    "lstm_viz_reading",
    html=reading_template(),
    css=reading_style(),
    js=asset("lstm_viz.ui", "fetching.js"),
    isolate_styles=False,  # Plotly writes its own style into the page
)


def show(
    payload: dict[str, Any],
    data: dict[str, Any],
    *,
    key: str,
    on_at: Callable[[], None],
    on_text: Callable[[], None],
    on_enter: Callable[[], None],
    on_unit: Callable[[], None],
    on_marks: Callable[[], None],
    on_action: Callable[[], None],
) -> None:
    """Mount the component with a reading (``player.reading.reading_payload``) and ``data``:

    ``at`` {id, t}: where it opens, taken over when ``id`` changes; ``tells``: False if the place is
    to stay in the browser; ``answered``: the id of the newest ``text`` event that the payload
    answers; ``query``: the address without the place; ``marks`` [[start, end), …]; ``writing``
    a ``player.writing.writing_payload`` with an ``id``, or None; ``problem``: a sentence or None;
    ``look``: another number than before brings the text into view.

    Events, in the session under ``key``: ``at`` {t}; ``text`` {text, id, t}; ``enter`` {t};
    ``unit`` {unit}; ``marks`` {marks}; ``action``: "need-plotly", "stopped" or "discarded".
    """
    # Not compressed: its numbers hardly get smaller, and to unpack them the browser takes longer.
    sent = json.dumps(payload, separators=(",", ":"))
    version = hashlib.sha256(sent.encode()).hexdigest()[:16]  # another one, another picture
    _mount(
        key=key,
        data={
            "reading": sent,
            "version": version,
            "plotly": plotly_sources(key),
            "script": served(reading_script().encode(), "text/javascript", "lstm_viz_reading"),
            **data,
        },
        on_at_change=on_at,
        on_text_change=on_text,
        on_enter_change=on_enter,
        on_unit_change=on_unit,
        on_marks_change=on_marks,
        on_action_change=on_action,
    )
