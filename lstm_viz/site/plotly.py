"""Plotly for the site: the wheel's file, which gets ready to draw what the lesson draws alone.

The file ends with a list of all kinds of traces; to set them all up, maps and globes among them,
takes the browser most of the time until it can draw.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from plotly.offline import get_plotlyjs

ALWAYS = frozenset({"scatter"})
"""Plotly brings it with its core."""
_LIST = re.compile(r"\.register\(\[((?:[\w$]+\(\),?)+)\]\)")
_MODULE = re.compile(r'([\w$]+)=[\w$]+\(\([\w$,]*\)=>\{(?="use strict")')
_EXPORTS = re.compile(r'"use strict";[\w$]+\.exports=([\w$]+)\(\)\}')
_KIND = re.compile(r'moduleType:"trace",name:"(\w+)"')
LOOKED_AT = 3_000
"""Characters of a module, in which it says its name."""


class PlotlyError(ValueError):
    """The file is not built as it was known."""


def plotly_for(kinds: Collection[str]) -> str:
    """The file, drawing these kinds of traces."""
    text = get_plotlyjs()
    listed = _LIST.search(text)
    if listed is None:
        raise PlotlyError("Plotly's file has no list of its kinds of traces at its end.")
    bodies = {found[1]: found.end() for found in _MODULE.finditer(text)}
    modules = [call.removesuffix("()") for call in listed[1].split(",")]
    kept = {kind: one for one in modules if (kind := _kind_of(one, text, bodies)) in kinds}
    if missing := set(kinds) - set(kept) - ALWAYS:
        raise PlotlyError(f"Plotly's file has no trace called {', '.join(sorted(missing))}.")
    calls = ",".join(f"{module}()" for module in kept.values())
    return f"{text[: listed.start()]}.register([{calls}]){text[listed.end() :]}"


def _kind_of(module: str, text: str, bodies: Mapping[str, int]) -> str:
    """What it draws; most modules hand on another, which says it.  ``bodies`` is where they are."""
    start = bodies.get(module, len(text))
    handed = _EXPORTS.match(text, start)
    start = bodies.get(handed[1], len(text)) if handed else start
    named = _KIND.search(text, start, start + LOOKED_AT)
    return named[1] if named else ""
