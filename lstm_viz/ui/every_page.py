"""What every page begins with: how it looks, steps in number fields, words that open their entry of
the glossary.

All of it is one element that is the same in every run, so the browser is sent it once.
"""

from __future__ import annotations

import streamlit as st

from lstm_viz.player import style
from lstm_viz.ui import look, terms
from lstm_viz.ui.assets import asset
from lstm_viz.ui.navigation import root

_mount = st.components.v2.component(
    "lstm_viz_page",
    html='<span class="lv-listens"></span>',
    css="".join((look.style(), style(), asset(__package__, "terms.css"))),
    js="".join(asset(__package__, name) for name in ("number_field.js", "terms.js")),
    isolate_styles=False,  # what it styles is all over the page
)


def begin() -> None:
    """Once per run, before anything is shown.

    Text makes links to ``#term-…`` with ``lstm_viz.lesson.glossary.linked``; one listener opens
    them all where they stand.
    """
    _mount(key="lv_page", data={"root": root(), "entries": terms.sent()})
