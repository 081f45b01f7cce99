"""The entries of the glossary as the browser is told them, to open one where its word stands."""

from __future__ import annotations

from functools import cache

from lstm_viz.lesson.glossary import GLOSSARY, SYMBOLS
from lstm_viz.player import compressed
from lstm_viz.ui import recorded
from lstm_viz.ui.navigation import page_of


def sent() -> str:
    return compressed(entries()) if recorded.is_on() else _sent()


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
