"""The files of the site: a page for each screen, its film beside it, and what all of them share."""

from __future__ import annotations

import base64
import gzip
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lstm_viz.lesson.contents import SCENES
from lstm_viz.player import script
from lstm_viz.player.squeeze import squeezed
from lstm_viz.site.html import PAGE, PLAYER, UNSEEN
from lstm_viz.site.pages import (
    IN_APP,
    IN_BROWSER,
    SCRIPT,
    Address,
    document,
    film_file,
    in_app,
    page,
    told_how,
)
from lstm_viz.site.plotly import plotly_for
from lstm_viz.site.record import Screen, recording
from lstm_viz.site.theme import style
from lstm_viz.ui.assets import asset

FIRST_LINE = "// The lesson of LSTM Viz as static pages, written by lstm_viz/site."
"""By this file and its first line a site of ours is known."""
FIRST_NAME = f"{SCENES[0].id}.html"
"""Where a link may look for the first page, which is index.html."""


class SiteError(ValueError):
    """The site cannot be written there."""


def write_site(out: Path, *, with_python: bool = False) -> None:
    """Write the lesson into the folder ``out``, over a site that was written there before."""
    _ready(out)
    if with_python:
        from lstm_viz.site.in_browser import add, address  # what it needs is an extra

        there: Address = address
    else:
        there = told_how
    written = files_of(recording(lambda id: there(id, "")), there)
    clear(out)
    for name, text in written.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if with_python:
        add(out)


def _ready(out: Path) -> None:
    """Only an empty folder, or one with a site of ours, is written into."""
    if out.exists() and not out.is_dir():
        raise SiteError(f"{out} is a file; expected a folder for the site.")
    if not out.exists() or not any(out.iterdir()):
        return
    mark = out / SCRIPT
    if not mark.is_file() or not mark.read_text("utf-8").startswith(FIRST_LINE):
        raise SiteError(f"{out} holds other files; expected an empty folder, or a site of ours.")


def clear(out: Path) -> None:
    """Take away the pages, the films and the app of a site that was written there before."""
    for old in out.glob("*.html"):
        if SCRIPT in old.read_text("utf-8", errors="replace") or old.name == FIRST_NAME:
            old.unlink()
    for film in out.glob("films/*.js"):
        film.unlink()
    if (out / IN_BROWSER / "parts.json").is_file():
        shutil.rmtree(out / IN_BROWSER)


def files_of(recorded: Iterable[Screen], app: Address) -> dict[str, str]:
    """The text of every file, by its path in the site."""
    screens = list(recorded)
    links: dict[str, dict[str, str]] = {}
    for screen in screens:
        links.setdefault(screen.scene, {})[screen.query] = screen.file
    found: dict[str, str] = {}
    kinds: set[str] = set()
    components: dict[str, Any] = {}
    for screen in screens:
        film, html = page(screen, links[screen.scene], app)
        found[screen.file] = html
        if film:
            found[film_file(film)] = f'lvFilm("{film}");\n'
            kinds |= _kinds(film)
        components |= {
            node.proto.component_name: node.proto
            for node in screen.tree
            if node.type == "bidi_component" and node.proto.component_name not in UNSEEN
        }
    found[FIRST_NAME] = _FIRST
    if app is told_how:
        found[IN_APP] = document(
            "In the app", "What the app has beyond these pages", in_app(screens[0]), "", app=IN_APP
        )
    found["plotly.js"] = plotly_for(kinds)
    found[SCRIPT] = _script(components)
    found["site.css"] = style(
        proto.css_content for name, proto in sorted(components.items()) if proto.css_content
    )
    return found


_FIRST = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>LSTM Viz</title>
<script>location.replace("index.html" + location.search + location.hash)</script>
</head><body><a href="index.html">Start here</a></body></html>
"""
"""Links by the first page's name lead to it."""


def _kinds(film: str) -> set[str]:
    """The kinds of traces in its pictures."""
    text = gzip.decompress(base64.b64decode(film)).decode()
    views = [value for value in _objects(json.loads(text)) if isinstance(value.get("data"), list)]
    return {trace["type"] for view in views for trace in view["data"] if "type" in trace}


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """All objects in what was JSON."""
    if isinstance(value, dict):
        yield value
    inside = value.values() if isinstance(value, dict) else value
    if isinstance(value, (dict, list)):
        for one in inside:
            yield from _objects(one)


# ---- what all share ------------------------------------------------------------------------------

NOBODY = {"server": "", "session": ""}
"""Who answers where no server does."""
_DEFAULT = re.compile(r"^export default ", re.MULTILINE)


def _script(components: Mapping[str, Any]) -> str:
    """Every component's own script and what mounts them, as one that is no module."""
    texts = {
        name: script() if name == PLAYER else proto.js_content
        for name, proto in sorted(components.items())
    }
    parts = [FIRST_LINE, "(() => {", '"use strict";', "const given = {};"]
    for name, text in {**texts, "site": squeezed(asset(__package__, "site.js"))}.items():
        taken, count = _DEFAULT.subn(f'given["{name}"] = ', text)
        assert count == 1, f"{name} has one default export"
        parts.append(f"(() => {{\n{taken}\n}})();")
    shared = {PAGE: {**json.loads(components[PAGE].json), "answers": NOBODY}}
    parts.append(f"given.site(given, {json.dumps(shared)});\n}})();\n")
    return "\n".join(parts)
