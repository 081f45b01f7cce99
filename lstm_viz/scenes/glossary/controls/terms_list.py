"""The glossary as a list that the reader filters as they type, in the browser."""

from __future__ import annotations

from functools import cache
from html import escape, unescape
from re import sub

import streamlit as st

from lstm_viz.lesson.glossary import GLOSSARY, SYMBOLS, TERMS, Entry
from lstm_viz.ui.assets import asset
from lstm_viz.ui.navigation import page_of, root

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
    page = page_of(entry.scene)
    words = (entry.term, *entry.also, unescape(sub(r"<[^>]*>", "", entry.symbol)))
    return (
        f'<div class="lv-entry" id="term-{entry.id}" data-words="{escape(" · ".join(words))}">'
        f"<dt>{head}{sign}</dt><dd>{entry.sentence} "
        f'<a class="lv-scene" data-scene="{page.id}" target="_self">'
        f"{page.title}</a></dd></div>"
    )


_mount = st.components.v2.component(
    "lstm_viz_glossary",
    html=template(),
    css=asset(__package__, "terms_list.css"),
    js=asset(__package__, "terms_list.js"),
    isolate_styles=False,  # the anchors of the entries are the page's
)


def _addresses() -> dict[str, str]:
    """Of the scenes that entries lead to."""
    scenes = dict.fromkeys(entry.scene for entry in GLOSSARY)
    return {scene: root() + page_of(scene).address for scene in scenes}


def show(first: str | None) -> None:
    """The list; the entry with this id, if one is named, stands on top of it."""
    _mount(key="glossary", data={"pages": _addresses(), "first": first or ""})
