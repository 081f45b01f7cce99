"""The document of a screen: what stands in it, its header with the lesson's menu, its scripts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

from lstm_viz.lesson.contents import SCENES, scene
from lstm_viz.scenes.glossary.questions import STATEMENTS
from lstm_viz.site.controls import file_of
from lstm_viz.site.html import PAGE, PLAYER, Page
from lstm_viz.site.record import ANSWERS, QUIZ, Presses, Screen, Target
from lstm_viz.site.text import html_of
from lstm_viz.ui.assets import asset
from lstm_viz.ui.navigation import page_of

SCRIPT = "site.js"
UNDER = "under"
"""The container of what stands below a picture."""
IN_APP = "app.html"
"""The page that says how the app is had."""
IN_BROWSER = "app"
"""The folder of the app in the browser, where it is taken along."""
NEEDS_RUN = 'What is greyed needs a run: <a href="{}">open it in the app</a>.'
NO_LINKS: Mapping[str, str] = {}
Address = Callable[[str, str], str]
"""The address in the app of a page, and its query."""


def told_how(page: str, query: str) -> str:
    """Where the app is told of instead of being there."""
    return IN_APP


def page(screen: Screen, links: Mapping[str, str], app: Address) -> tuple[str, str]:
    """(the film in base64, the document)."""
    there = app(screen.scene, screen.query)
    writer = Writer(screen, app, NEEDS_RUN.format(escape(there)))
    return writer.film, document(
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
        page = self.page(presses)
        return styles(page, self.screen.tree) + page.main(self.screen.tree.main)

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


def styles(page: Page, tree: Any) -> str:
    """The page's own styles, which Streamlit keeps apart from what is seen (``st.html``)."""
    apart = (block for k, block in tree.children.items() if block is not tree.main)
    return "".join(page.element(node) for block in apart for node in block if node.type == "html")


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


def document(
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
    scripts = [f'<script defer src="{SCRIPT}"></script>']
    if film:
        scripts.append(f'<script defer data-film src="{film_file(film)}"></script>')
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


def in_app(first: Screen) -> str:
    """The page on what the app has beyond these; with the tools that every page has."""
    (tools,) = (
        node
        for node in first.tree
        if node.type == "bidi_component" and node.proto.component_name == PAGE
    )
    page = Page({}, told_how, "", {PAGE: "{}"})
    return (
        f'{page.element(tools)}<div data-testid="stLayoutWrapper"><div class="st-key-heading">'
        '<div class="stColumn"><h1>In the app</h1></div></div></div>'
        f'<div class="stMarkdown">{html_of(asset(__package__, "in_app.md"))}</div>'
    )


def film_file(film: str) -> str:
    """The file of a film, called by what is in it."""
    return f"films/{hashlib.sha256(film.encode()).hexdigest()[:16]}.js"
