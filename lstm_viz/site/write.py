"""The files of the site: a page for each screen, its film beside it, and what all of them share."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from lstm_viz.lesson.contents import SCENES, scene
from lstm_viz.player import script
from lstm_viz.player.squeeze import squeezed
from lstm_viz.scenes.glossary.questions import STATEMENTS
from lstm_viz.site.controls import file_of
from lstm_viz.site.html import PAGE, PLAYER, UNSEEN, Page
from lstm_viz.site.plotly import plotly_for
from lstm_viz.site.record import ANSWERS, QUIZ, Presses, Screen, Target, recording
from lstm_viz.site.text import html_of
from lstm_viz.site.theme import style
from lstm_viz.ui.assets import asset
from lstm_viz.ui.navigation import page_of

MARK = "site.js"
FIRST_LINE = "// The lesson of LSTM Viz as static pages, written by lstm_viz/site."
"""By this file and its first line a site of ours is known."""
UNDER = "under"
"""The container of what stands below a picture."""
IN_APP = "app.html"
NO_LINKS: Mapping[str, str] = {}
NEEDS_RUN = 'What is greyed needs a run: <a href="{}">open it in the app</a>.'
Address = Callable[[str, str], str]
"""The address in the app of a page, and its query."""


class SiteError(ValueError):
    """The site cannot be written there."""


def write_site(out: Path, *, with_python: bool = False) -> None:
    """Write the lesson into the folder ``out``, over a site that was written there before."""
    _ready(out)
    if with_python:
        from lstm_viz.site.in_browser import add, address  # what it needs is an extra

        pages: Address = address
    else:
        pages = _told_how
    written = files_of(recording(lambda page: pages(page, "")), pages)
    for old in out.glob("films/*.js"):  # of the site that was there
        old.unlink()
    for name, text in written.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if with_python:
        add(out)


def _told_how(page: str, query: str) -> str:
    return IN_APP


def _ready(out: Path) -> None:
    """Only an empty folder, or one with a site of ours, is written into."""
    if out.exists() and not out.is_dir():
        raise SiteError(f"{out} is a file; expected a folder for the site.")
    if not out.exists() or not any(out.iterdir()):
        return
    mark = out / MARK
    if not mark.is_file() or not mark.read_text("utf-8").startswith(FIRST_LINE):
        raise SiteError(f"{out} holds other files; expected an empty folder, or a site of ours.")


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
        film, html = _page(screen, links[screen.scene], app)
        found[screen.file] = html
        if film:
            found[_film_file(film)] = f'lvFilm("{film}");\n'
            kinds |= _kinds(film)
        components |= {
            node.proto.component_name: node.proto
            for node in screen.tree
            if node.type == "bidi_component" and node.proto.component_name not in UNSEEN
        }
    found[file_of(SCENES[0].id).replace("index", SCENES[0].id)] = _FIRST
    if app is _told_how:
        found[IN_APP] = _document(
            "In the app", "What the app has beyond these pages", _in_app(screens[0]), "", app=IN_APP
        )
    found["plotly.js"] = plotly_for(kinds)
    found[MARK] = _script(components)
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


# ---- a page --------------------------------------------------------------------------------------


def _page(screen: Screen, links: Mapping[str, str], app: Address) -> tuple[str, str]:
    """(the film in base64, the document)."""
    there = app(screen.scene, screen.query)
    writer = Writer(screen, app, NEEDS_RUN.format(escape(there)))
    return writer.film, _document(
        page_of(screen.scene).title,
        scene(screen.scene).about,
        writer.main(),
        writer.templates(),
        scene_file=file_of(screen.scene),
        film=writer.film,
        links=links,
        app=there,
    )


class Writer:
    """What stands in the document of one screen."""

    def __init__(self, screen: Screen, app: Address, needs_run: str) -> None:
        self.screen, self.app, self.needs_run = screen, app, needs_run
        self.film = ""
        self.data = {PAGE: "{}"}
        for node in screen.tree:
            if node.type == "bidi_component" and node.proto.component_name == PLAYER:
                self.data[PLAYER] = self._told(json.loads(node.proto.json))

    def _told(self, data: dict[str, Any]) -> str:
        """What the player is told; its film goes into a file of its own."""
        self.film = data.pop("film")
        leads = {
            press: [target.file, target.place]
            for (press, _), target in self.screen.presses.items()
            if press == "back" or press == "next" or press.startswith("into:")
        }
        if data["next"] and data["next"]["page"] is None and "next" not in leads:
            after = SCENES[SCENES.index(scene(self.screen.scene)) + 1]
            data["next"] = {"title": after.title, "page": file_of(after.id)}
        return json.dumps({**data, "leads": leads})

    def page(self, presses: Presses) -> Page:
        return Page(presses, self.app, self.needs_run, self.data)

    def main(self) -> str:
        presses = self.screen.presses
        if self.screen.states:
            presses = presses | _quiz_presses("0")
        return self.page(presses).main(self.screen.tree.main)

    def templates(self) -> str:
        """The other states of a part of the page."""
        steps = (
            self._template(f"step-{t}", UNDER, tree, presses)
            for t, (tree, presses) in self.screen.at_step.items()
        )
        states = (
            self._template(f"state-{state}", QUIZ, tree, _quiz_presses(state))
            for state, tree in self.screen.states.items()
        )
        return "\n".join((*steps, *states))

    def _template(self, id: str, key: str, tree: Any, presses: Presses) -> str:
        """What the container with this key holds there."""
        (block,) = (node for node in tree if getattr(node, "key", None) == key)
        inside = self.page(presses).inside(block)
        return f'<template id="{id}" data-in=".st-key-{key}">{inside}</template>'


def _quiz_presses(state: str) -> Presses:
    """Of a state of the quiz, ``3`` or ``3-True``: an answer, the next statement."""
    n, _, answered = state.partition("-")
    statement = STATEMENTS[int(n)]
    after = (int(n) + 1) % len(STATEMENTS)
    presses = {("Next statement", 0): Target(f"#{after}", "")}
    if not answered:
        for k, answer in enumerate(ANSWERS):
            presses[f"{QUIZ}_{statement.id}", k] = Target(f"#{n}-{answer}", "")
    return presses


def _document(
    title: str,
    about: str,
    main: str,
    templates: str,
    *,
    scene_file: str = "",
    film: str = "",
    links: Mapping[str, str] = NO_LINKS,
    app: str,
) -> str:
    scripts = [f'<script defer src="{MARK}"></script>']
    if film:
        scripts.append(f'<script defer data-film src="{_film_file(film)}"></script>')
        scripts.append('<script defer data-plotly src="plotly.js"></script>')
    return asset(__package__, "page.html").format(
        title=escape(title),
        about=escape(about),
        scripts="\n".join(scripts),
        menu="\n".join(_menu(scene_file)),
        app=escape(app),
        screens=escape(json.dumps(links)),
        main=main,
        templates=templates,
    )


def _menu(here: str) -> Iterator[str]:
    for one in SCENES:
        file = file_of(one.id)
        current = ' aria-current="page"' if file == here else ""
        yield f'<li><a href="{file}"{current}>{escape(one.title)}</a></li>'


def _in_app(first: Screen) -> str:
    """The page on what the app has beyond these; with the tools that every page has."""
    (tools,) = (
        node
        for node in first.tree
        if node.type == "bidi_component" and node.proto.component_name == PAGE
    )
    page = Page({}, _told_how, "", {PAGE: "{}"})
    return (
        f'{page.element(tools)}<div data-testid="stLayoutWrapper"><div class="st-key-heading">'
        '<div class="stColumn"><h1>In the app</h1></div></div></div>'
        f'<div class="stMarkdown">{html_of(asset(__package__, "in_app.md"))}</div>'
    )


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


def _film_file(film: str) -> str:
    return f"films/{hashlib.sha256(film.encode()).hexdigest()[:16]}.js"


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
