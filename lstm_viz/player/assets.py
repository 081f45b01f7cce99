"""The JavaScript, style and markup of what plays in the browser, from the files beside this one.

Five bundles: the player, the player in a page without the app, a figure without a player in a
notebook, and the components of the pages "Read along" and "Next character", which share parts with
the player's and are not sent with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from lstm_viz.player.bundle import bundle

PLAYER = "player/mount.js"
PAGE = "page/page.js"
FIGURE = "page/figure.js"
READING = "reading/mount.js"
TYPING = "typing/mount.js"
"""The modules that the bundles start from."""
STYLES = ("player.css", "question.css", "print.css")
READING_STYLES = ("player.css", "reading.css", "print.css")


@cache
def script() -> str:
    """The player as one JavaScript module; its default export mounts it."""
    return bundle(PLAYER, module)


@cache
def page_script() -> str:
    """The player as one that plays by itself what is in its page (``page.py``)."""
    return bundle(PAGE, module)


@cache
def figure_script() -> str:
    """What draws a figure that has no player, in a frame of a notebook."""
    return bundle(FIGURE, module)


@cache
def style() -> str:
    return _read(STYLES)


@cache
def template() -> str:
    return _read(("player.html",))


@cache
def reading_script() -> str:
    """The component of "Read along" as one JavaScript module; its default export mounts it."""
    return bundle(READING, module)


@cache
def reading_style() -> str:
    return _read(READING_STYLES)


@cache
def reading_template() -> str:
    return _read(("reading.html",))


@cache
def typing_script() -> str:
    """The field of "Next character" as one JavaScript module; its default export mounts it."""
    return bundle(TYPING, module)


@cache
def typing_style() -> str:
    return _read(("typing.css",))


@cache
def typing_template() -> str:
    return _read(("typing.html",))


def module(path: str) -> str:
    """The text of one JavaScript module, by its path in ``js``."""
    return (files("lstm_viz.player") / "js" / path).read_text("utf-8")


def _read(names: Sequence[str]) -> str:
    folder = files("lstm_viz.player")
    return "\n".join((folder / name).read_text("utf-8") for name in names)
