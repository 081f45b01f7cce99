"""A component that is not seen: it asks for the page's next run once the last one is shown."""

from __future__ import annotations

import streamlit as st

from lstm_viz.ui.assets import asset

_mount = st.components.v2.component(
    "lstm_viz_ticker",
    html='<p role="status"></p>',
    css="p { position: absolute; width: 1px; height: 1px; margin: -1px; clip-path: inset(50%); }",
    js=asset(__package__, "ticker.js"),
)


def tick(*, key: str, going: bool, count: int, said: str, later: float | None = None) -> None:
    """Ask for another run of the fragment that this stands in: in ``later`` seconds if that is
    said, else at once while ``going``.

    ``said`` is for screen readers, and is read out when it is another sentence than before.
    ``count`` has to be another number every time.  After a press on a way out of the page it waits
    a moment: a question that crosses the way to another page would bring the reader back.
    """
    _mount(
        key=key,
        data={"going": going, "count": count, "said": said, "later": later},
        on_tick_change=lambda: None,
    )
