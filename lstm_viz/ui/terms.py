"""Words that open their glossary entry in place: one listener for the whole page.

Text makes such words with ``lstm_viz.lesson.glossary.linked``; a page calls ``listen()`` once.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import streamlit as st

from lstm_viz.lesson.glossary import GLOSSARY, SYMBOLS
from lstm_viz.player import compressed
from lstm_viz.ui.navigation import PAGES


def _part(name: str) -> str:
    return (files("lstm_viz.ui") / name).read_text("utf-8")


_mount = st.components.v2.component(
    "lstm_viz_terms",
    html='<span class="lv-listens"></span>',
    css=_part("terms.css"),
    js=_part("terms.js"),
    isolate_styles=False,  # the words it styles are all over the page
)


def listen() -> None:
    """Let every link to ``#term-…`` on the page open its entry where it stands; once per run."""
    _mount(key="lv_terms", data={"root": root(), "entries": _sent()})


def root() -> str:
    """The address of the app's first page: ``/``, unless Streamlit serves below some path."""
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/" if base else "/"


def address(page: str) -> str:
    """Where the page with this ``url_path`` is, below ``root()``; the first page is the root."""
    return next("" if found.default else page for found in PAGES if found.url_path == page)


def title(page: str) -> str:
    return next(found.title for found in PAGES if found.url_path == page)


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
            "page": address(entry.scene),
            "title": title(entry.scene),
        }
        for entry in GLOSSARY
    }
