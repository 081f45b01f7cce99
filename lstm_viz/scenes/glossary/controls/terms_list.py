"""The glossary as a list that the reader filters as they type, in the browser."""

from __future__ import annotations

from functools import cache
from html import escape, unescape
from re import sub

import streamlit as st

from lstm_viz.lesson.glossary import SYMBOLS, TERMS, Entry
from lstm_viz.lesson.glossary import entry as entry_of
from lstm_viz.ui.assets import asset
from lstm_viz.ui.navigation import address, root, title

GROUPS = {"Terms": tuple(sorted(TERMS, key=lambda one: one.term.casefold())), "Symbols": SYMBOLS}


@cache
def template() -> str:
    groups = "".join(
        f'<section><h2 id="{name.casefold()}">{name}</h2><dl>{"".join(map(_row, rows))}</dl>'
        "</section>"
        for name, rows in GROUPS.items()
    )
    return (
        '<div class="lv-glossary"><label>Find a word or a symbol '
        '<input type="search" autocomplete="off" spellcheck="false"></label>'
        f'<p class="lv-none" role="status"></p><dl class="lv-pointed"></dl>{groups}</div>'
    )


def _row(entry: Entry) -> str:
    symbol = entry in SYMBOLS
    head = entry.symbol if symbol else escape(entry.term)
    sign = f" <span>{entry.symbol}</span>" if entry.symbol and not symbol else ""
    words = (entry.term, *entry.also, unescape(sub(r"<[^>]*>", "", entry.symbol)))
    return (
        f'<div class="lv-entry" id="term-{entry.id}" data-words="{escape(" · ".join(words))}">'
        f"<dt>{head}{sign}</dt><dd>{entry.sentence} "
        f'<a class="lv-scene" data-page="{address(entry.scene)}" target="_self">'
        f"{title(entry.scene)}</a></dd></div>"
    )


_mount = st.components.v2.component(
    "lstm_viz_glossary",
    html=template(),
    css=asset(__package__, "terms_list.css"),
    js=asset(__package__, "terms_list.js"),
    isolate_styles=False,  # the anchors of the entries are the page's
)


def show() -> None:
    """The list; the entry that the link names (``?term=forget-gate``) stands on top of it."""
    named = st.query_params.get("term")
    first = ""
    if named is not None:
        try:
            first = entry_of(named).id
        except KeyError:
            seen = sub(r"[^A-Za-z0-9-]+", " ", named[:40])  # nothing that Markdown would read
            st.warning(f"The link says term={seen}; there is no such entry, so it opens without.")
    _mount(key="glossary", data={"root": root(), "first": first})
