"""What every page begins with: its tools, words that open their glossary entry.

All of it is one element that is the same in every run, so the browser is sent it once a session.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import streamlit as st

from lstm_viz.player import style
from lstm_viz.player.bundle import bundle
from lstm_viz.ui import coming_back, keeping, scene_state, share, terms
from lstm_viz.ui.assets import asset
from lstm_viz.ui.navigation import root

STYLES = ("terms.css", "tools.css", "presenter.css", "connection.css")


@cache
def script() -> str:
    """The script of ``page/``, which shares modules with the player's."""
    return bundle("ui/page/mount.js", lambda path: (files("lstm_viz") / path).read_text("utf-8"))


_mount = st.components.v2.component(
    "lstm_viz_page",
    html=asset(__package__, "page/tools.html"),
    css="".join((style(), *(asset(__package__, f"page/{name}") for name in STYLES))),
    js=script(),
    isolate_styles=False,  # what it styles is all over the page
)


def begin() -> None:
    """Once per run, before anything is shown.

    Text makes links to ``#term-…`` with ``lstm_viz.lesson.glossary.linked``; one listener opens
    them all where they stand.
    """
    chosen = _mount(
        key="lv_page",
        data={
            "root": root(),
            "entries": terms.sent(),
            "answers": coming_back.who_answers(),
            **keeping.to_send(scene_state.left_out_now()),
        },
        on_share_change=lambda: None,
        on_back_change=lambda: coming_back.heard(st.session_state.lv_page.back),
        on_found_change=lambda: keeping.answered(st.session_state.lv_page.found),
        on_keeps_change=lambda: keeping.told(st.session_state.lv_page.keeps),
    )
    coming_back.told(chosen.back)
    if chosen.share:
        share.dialog(chosen.share)
