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
    "picture.js",
    "overview_view.js",
    "derivation.js",
    "editor.js",
    "drawer.js",
    "workings.js",
    "workings_sum.js",
    "workings_effect.js",
    "questions.js",
    "progress.js",
    "readout.js",
    "transport.js",
    "zoom.js",
    "player.js",
)
"""The parts of one JavaScript module, in reading order."""
STYLES = ("player.css", "question.css", "workings.css")


@cache
def script() -> str:
    """The player as one JavaScript module; its default export mounts it.

    Without comment lines and indentation: Streamlit sends it with every run of a page.
    """
    folder = files("lstm_viz.player") / "js"
    lines = (
        line.strip() for part in PARTS for line in (folder / part).read_text("utf-8").split("\n")
    )
    return "\n".join(line for line in lines if line and not line.startswith("//"))


@cache
def style() -> str:
    folder = files("lstm_viz.player")
    return "\n".join((folder / part).read_text("utf-8") for part in STYLES)


@cache
def template() -> str:
    return (files("lstm_viz.player") / "player.html").read_text("utf-8")
