"""What every page begins with: how it looks, its tools, words that open their glossary entry.

All of it is one element that is the same in every run, so the browser is sent it once a session.
"""

from __future__ import annotations

import secrets
from functools import cache
from importlib.resources import files

import streamlit as st

from lstm_viz.player import style
from lstm_viz.player.bundle import bundle
from lstm_viz.ui import keeping, look, scene_state, share, terms
from lstm_viz.ui.assets import asset
from lstm_viz.ui.navigation import root

STYLES = ("terms.css", "tools.css", "presenter.css", "connection.css")
SERVER = secrets.token_hex(4)
"""This process, to tell it from the one before a restart."""


@cache
def script() -> str:
    """The script of ``page/``, which shares modules with the player's."""
    return bundle("ui/page/mount.js", lambda path: (files("lstm_viz") / path).read_text("utf-8"))


_mount = st.components.v2.component(
    "lstm_viz_page",
    html=asset(__package__, "page/tools.html"),
    css="".join((look.style(), style(), *(asset(__package__, f"page/{name}") for name in STYLES))),
    js=script(),
    isolate_styles=False,  # what it styles is all over the page
)


def _who_answers() -> dict[str, str]:
    """By this the browser sees that a session is not the one before (``page/connection.js``)."""
    session = st.session_state.setdefault("session_token", secrets.token_hex(4))
    return {"server": SERVER, "session": session}


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
            "answers": _who_answers(),
            **keeping.to_send(scene_state.left_out_now()),
        },
        on_share_change=lambda: None,
        on_back_change=lambda: None,  # connected again: the run is what is asked for
        on_found_change=lambda: keeping.answered(st.session_state.lv_page.found),
        on_keeps_change=lambda: keeping.told(st.session_state.lv_page.keeps),
    )
    if chosen.share:
        share.dialog(chosen.share)
