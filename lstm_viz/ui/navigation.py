"""The table of pages, in the order of the navigation. A page is its file and one line here.

Their folder must not be called ``pages``: beside such a one Streamlit makes up a navigation of its
own until ``st.navigation`` has run in a server, and calls the first link to a page "not found".
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from functools import cache

import streamlit as st

from lstm_viz.lesson.contents import SCENES
from lstm_viz.ui import alone, recorded


@dataclass(frozen=True)
class Page:
    """The page of a scene; ``id`` is the scene's name as addresses write it."""

    id: str
    title: str
    group: str

    @property
    def file(self) -> str:
        """Relative to app/main.py: ``learn/forget_gate.py``."""
        return f"{self.group.lower()}/{self.id.replace('-', '_')}.py"

    @property
    def path(self) -> str:
        """Below the app's first page, which is the root."""
        return "" if self is PAGES[0] else self.id

    @property
    def address(self) -> str:
        """As links write it, below ``root()``."""
        if not recorded.is_on():
            return self.path
        if self.group == LEARN:
            return f"{self.path or recorded.FIRST}.html"
        return recorded.elsewhere(self.id)


LEARN, EXPLORE, APPLY = "Learn", "Explore", "Apply"

PAGES: tuple[Page, ...] = (
    *(Page(scene.id, scene.title, LEARN) for scene in SCENES),
    Page("step-through", "Step through a cell", EXPLORE),
    Page("train", "Train one yourself", EXPLORE),
    Page("read-along", "Read along", EXPLORE),
    Page("around", "Around the cell", EXPLORE),
    Page("three-cells", "Three cells", EXPLORE),
    Page("claims", "Is it true?", EXPLORE),
    Page("next-character", "Next character", APPLY),
    Page("chatbot", "Chatbot", APPLY),
    Page("captions", "Image captioning", APPLY),
    Page("music", "Music", APPLY),
    Page("speech", "Speech", APPLY),
    Page("forecast", "Forecast", APPLY),
)


def page_of(id: str) -> Page:
    """The page of the scene with this id."""
    return next(page for page in PAGES if page.id == id)


@cache
def _opens(page: Page) -> st.Page:
    """What Streamlit opens; it looks for the file on the disk, which takes its time."""
    return st.Page(
        page.file, title=page.title, url_path=page.path or "first", default=not page.path
    )


def _first() -> None:
    """Go on from the first page's name, which links held once, with all that the link says."""
    st.switch_page(_opens(PAGES[0]), query_params=st.query_params.to_dict())


def groups() -> dict[str, list[st.Page]]:
    """The pages for ``st.navigation``, made once; a run marks the one it opens, in its own copy."""
    found: dict[str, list[st.Page]] = {}
    for page in PAGES:
        found.setdefault(page.group, []).append(copy(_opens(page)))
    found[LEARN].append(
        st.Page(_first, title=PAGES[0].title, url_path=PAGES[0].id, visibility="hidden")
    )
    return found


def root() -> str:
    """What addresses begin with: ``/``, unless Streamlit serves below some path, or none does."""
    if recorded.is_on():
        return ""
    if alone.ALONE:
        return alone.root()
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/" if base else "/"
