"""A component that is not seen: it asks for the page's next run once the last one is shown."""

from __future__ import annotations

import streamlit as st

from lstm_viz.ui.assets import asset

LOST = (
    "The training that went on here was cut off and is no longer kept: the server was started "
    "anew, or had too many. Begun again, it comes out the same."
)
_mount = st.components.v2.component(
    "lstm_viz_ticker",
    html=f'<p role="status"></p><div class="lost" role="alert" hidden>{LOST}</div>',
    css=(
        "p { position: absolute; width: 1px; height: 1px; margin: -1px; clip-path: inset(50%); }\n"
        ".lost:not([hidden]) { padding: 0.4rem 0.7rem; border-radius: 6px; "
        "background: var(--st-secondary-background-color); color: var(--st-text-color); }"
    ),
    js=asset(__package__, "ticker.js"),
)


def tick(
    *,
    key: str,
    going: bool,
    said: str,
    name: str = "",
    begun: bool = True,
    later: float | None = None,
) -> None:
    """Ask for another run of the fragment that this stands in: in ``later`` seconds if that is
    said, else at once while ``going``.

    ``begun``: some of what is shown is trained, or its address has it trained again or says that
    it is gone.  Where not, and the training of this ``name`` went on in this tab when it was shown
    last, a sentence says that it was cut off.  ``said`` is for screen readers, and is read out when
    it is another sentence than before.  After a press on a way out of the page it waits a moment: a
    question that crosses the way to another page would bring the reader back.
    """
    count = st.session_state[f"{key}_count"] = st.session_state.get(f"{key}_count", 0) + 1
    _mount(
        key=key,
        data={
            "name": name or key,
            "going": going,
            "begun": begun,
            "count": count,
            "said": said,
            "later": later,
        },
        on_tick_change=lambda: None,
    )
