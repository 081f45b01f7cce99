"""The player's JavaScript, style and markup, read from the files beside this one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

PARTS = (
    "plotly.js",
    "compose.js",
    "words.js",
    "flow.js",
    "cell_view.js",
    "overview_view.js",
    "derivation.js",
    "editor.js",
    "player.js",
)
"""The parts of one JavaScript module, in reading order."""


@cache
def script() -> str:
    """The player as one JavaScript module; its default export mounts it."""
    folder = files("lstm_viz.player") / "js"
    return "\n".join((folder / part).read_text("utf-8") for part in PARTS)


@cache
def style() -> str:
    return (files("lstm_viz.player") / "player.css").read_text("utf-8")


@cache
def template() -> str:
    return (files("lstm_viz.player") / "player.html").read_text("utf-8")
