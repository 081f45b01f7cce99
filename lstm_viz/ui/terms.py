"""Words that open their glossary entry in place: one listener for the whole page.

Text makes such words with ``lstm_viz.lesson.glossary.linked``; a page calls ``listen()`` once.
"""

from __future__ import annotations

from functools import cache

import streamlit as st

from lstm_viz.lesson.glossary import GLOSSARY, SYMBOLS
from lstm_viz.player import compressed
from lstm_viz.ui.assets import asset
from lstm_viz.ui.navigation import page_of, root

_mount = st.components.v2.component(
    "lstm_viz_terms",
    html='<span class="lv-listens"></span>',
    css=asset(__package__, "terms.css"),
    js=asset(__package__, "terms.js"),
    isolate_styles=False,  # the words it styles are all over the page
)


def listen() -> None:
    """Let every link to ``#term-…`` on the page open its entry where it stands; once per run."""
    _mount(key="lv_terms", data={"root": root(), "entries": _sent()})


@cache
def _sent() -> str:
    return compressed(entries())


def entries() -> dict[str, dict[str, str]]:
    return {
        entry.id: {
            "term": entry.term,
            "heading": entry.symbol if entry in SYMBOLS else entry.term,
            "symbol": "" if entry in SYMBOLS else entry.symbol,
            "sentence": entry.sentence,
            "page": page_of(entry.scene).address,
            "title": page_of(entry.scene).title,
        }
        for entry in GLOSSARY
    }
