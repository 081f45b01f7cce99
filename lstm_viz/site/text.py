"""Markdown as the pages write it, as HTML: with tables, and formulas as MathML."""

from __future__ import annotations

import re
from functools import cache
from html import escape

from latex2mathml.converter import convert
from markdown_it import MarkdownIt

_FORMULA = re.compile(r"(?<!\\)\$([^$\n]+)\$")
_PLACE = re.compile("\ue000(\\d+)\ue001")
_OUTSIDE = re.compile(r'<a href="(https?:)')


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def html_of(markdown: str) -> str:
    """Paragraphs, lists and tables."""
    return _rendered(markdown, _reader().render)


def inline(markdown: str) -> str:
    """The words of a label."""
    return _rendered(markdown, _reader().renderInline)


def _rendered(markdown: str, render: object) -> str:
    formulas: list[str] = []

    def kept(match: re.Match[str]) -> str:
        formulas.append(match[1])
        return f"\ue000{len(formulas) - 1}\ue001"

    assert callable(render)
    html = str(render(_FORMULA.sub(kept, markdown)))
    html = _PLACE.sub(lambda match: mathml(formulas[int(match[1])]), html)
    return _OUTSIDE.sub(r'<a rel="noopener" target="_blank" href="\1', html)


@cache
def mathml(latex: str) -> str:
    """A formula as the browser sets it; its source is what a screen without MathML shows."""
    made: str = convert(latex)
    return made.replace("<math ", f'<math title="{escape(latex)}" ', 1)
