"""The table of pages, in the order of the navigation. A page is its file and one line here.

A page's file is called as its address is: see `through_app`.
"""

import runpy
from dataclasses import dataclass
from pathlib import Path
from threading import local

import streamlit as st

from lstm_viz.lesson.contents import SCENES


@dataclass(frozen=True)
class Page:
    """`file` is relative to app.py; the page that is `default` is the one the app opens on."""

    file: str
    url_path: str
    title: str
    group: str
    default: bool = False


LEARN, EXPLORE = "Learn", "Explore"

PAGES: tuple[Page, ...] = (
    *(
        Page(
            f"pages/{scene.id}.py",
            scene.id,
            scene.title,
            LEARN,
            default=scene is SCENES[0],
        )
        for scene in SCENES
    ),
    Page("pages/step-through.py", "step-through", "Step through a cell", EXPLORE),
    Page("pages/train.py", "train", "Train one yourself", EXPLORE),
    Page("pages/read-along.py", "read-along", "Read along", EXPLORE),
)


APP = Path(__file__).parents[2] / "app.py"
_here = local()
"""Of the thread, and each session runs in one of its own."""


def app_runs() -> None:
    """app.py says so, so that the page it opens knows."""
    _here.app_runs = True


def through_app() -> None:
    """Have app.py open this page, if Streamlit has opened it without.

    Until `st.navigation` runs for the first time in a server, Streamlit takes each file in `pages/`
    for a page at the address of the file's name, and who follows a link to it is shown that file
    alone. (Were it called otherwise, a dialog would say that there is no such page.)
    """
    if not getattr(_here, "app_runs", False):
        runpy.run_path(str(APP))
        st.stop()


def file_of(url_path: str) -> str:
    """The file of the page at this address, for `st.page_link`."""
    return next(page.file for page in PAGES if page.url_path == url_path)


def title(url_path: str) -> str:
    return next(page.title for page in PAGES if page.url_path == url_path)


def root() -> str:
    """The address of the app's first page: ``/``, unless Streamlit serves below some path."""
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/" if base else "/"


def address(url_path: str) -> str:
    """Where this page is, below ``root()``; the first page is the root."""
    return next("" if page.default else url_path for page in PAGES if page.url_path == url_path)
