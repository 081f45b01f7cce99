"""The JavaScript, style and markup of what plays in the browser, from the files beside this one.

Two bundles: the player, and the component of the page "Read along", which shares its parts with the
player's and is not sent with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

PARTS = (
    "plotly.js",
    "theme.js",
    "compose.js",
    "network.js",
    "words.js",
    "flow.js",
    "fields.js",
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
    "growing.js",
    "history.js",
    "way_back.js",
    "player.js",
)
"""The parts of one JavaScript module, in reading order."""
STYLES = ("player.css", "question.css", "workings.css")

READING_PARTS = (
    "plotly.js",
    "theme.js",
    "compose.js",
    "words.js",
    "transport.js",
    "growing.js",
    "history.js",
    "reading/record.js",
    "reading/colours.js",
    "reading/columns.js",
    "reading/sending.js",
    "reading/field.js",
    "reading/score.js",
    "reading/told.js",
    "reading/picture_words.js",
    "reading/pointing.js",
    "reading/picture.js",
    "reading/next.js",
    "reading/writing.js",
    "reading/reading.js",
    "reading/mount.js",
)
READING_STYLES = ("player.css", "reading.css")


@cache
def script() -> str:
    """The player as one JavaScript module; its default export mounts it."""
    return _joined(PARTS)


@cache
def style() -> str:
    return _read(STYLES)


@cache
def template() -> str:
    return _read(("player.html",))


@cache
def reading_script() -> str:
    """The component of "Read along" as one JavaScript module; its default export mounts it."""
    return _joined(READING_PARTS)


@cache
def reading_style() -> str:
    return _read(READING_STYLES)


@cache
def reading_template() -> str:
    return _read(("reading.html",))


def _joined(parts: Sequence[str]) -> str:
    """Without comment lines and indentation: it goes to the browser as it is."""
    folder = files("lstm_viz.player") / "js"
    lines = (
        line.strip() for part in parts for line in (folder / part).read_text("utf-8").split("\n")
    )
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _read(names: Sequence[str]) -> str:
    folder = files("lstm_viz.player")
    return "\n".join((folder / name).read_text("utf-8") for name in names)
