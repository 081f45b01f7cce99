"""The whole app in the browser: Python runs there, the server has files alone, nothing leaves."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.lesson.contents import SCENES
from lstm_viz.scenes.start.record.story import STORY
from lstm_viz.site import in_browser
from tests.browser.player import drawn, drawn_anew, press
from tests.browser.tabs import Contexts
from tests.browser.test_lesson import ASKED, LEAVE, MOVED, answer
from tests.in_browser import parts

BELOW = "some/where"
"""Any path will do."""
START = 300_000
"""Milliseconds: a browser that waits for its turn compiles Python for long."""
PATIENCE = 90_000
"""A page that Python has not run yet is compiled first."""
WALKED = 3
"""Scenes from the first to the next: each is compiled as it is come to."""
MOST_PRESSES = 20
"""At the end of a scene: what is asked there, and its other part."""


class Files(SimpleHTTPRequestHandler):
    """As any static host: a folder has its ``index.html``."""

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{BELOW}/"
        server.shutdown()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("site")
    in_browser.add(folder / BELOW, parts())
    with hosted(folder) as address:
        yield address


def test_a_story_is_changed_and_the_lesson_walked(site: str, contexts: Contexts) -> None:
    context, watch = contexts.make({"base_url": site, "viewport": {"width": 1280, "height": 720}})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.emulate_media(reduced_motion="reduce")
    page.goto(site + in_browser.address("start", "t=2"))
    expect(page.get_by_role("progressbar", name="Fetched")).to_be_visible()
    page.locator("#start[hidden]").wait_for(state="attached", timeout=START)
    drawn(page)
    expect(page.locator(".lv")).to_have_attribute("data-position", "1")

    changes_the_story(page)
    walked = walks_on(page)

    root = f"/{BELOW}/{in_browser.address('start')}"
    assert walked == [f"{root}{scene.id}" for scene in SCENES[1 : WALKED + 1]]
    saves_a_table(page, f"{root}step-through")
    assert not watch.problems
    context.close()


def changes_the_story(page: Page) -> None:
    """An edit that Python has to read anew."""
    expect(page.locator(".lv-readout")).to_contain_text(f"of {len(STORY)}")
    page.get_by_text("Change the story").click()
    out = page.get_by_role("button", name="Take this sentence out")
    with drawn_anew(page):
        out.focus()
        press(page, "Enter")
    expect(page.locator(".lv-readout")).to_contain_text(f"of {len(STORY) - 1}")
    page.evaluate("document.activeElement.blur()")


def saves_a_table(page: Page, path: str) -> None:
    """A file that Streamlit has for the reader, which no server can be asked for."""
    page.evaluate(
        """(path) => {
            history.pushState({}, '', path);
            dispatchEvent(new PopStateEvent('popstate'));
        }""",
        path,
    )
    drawn(page)
    page.get_by_role("button", name="Save or share").click()
    with page.expect_download() as started:
        page.get_by_role("button", name=".csv").click()
    assert started.value.suggested_filename == "lstm-trace.csv"
    assert len(started.value.path().read_text("utf-8-sig").splitlines()) > 1


def walks_on(page: Page) -> list[str]:
    """From each scene to the next; the paths that were come to."""
    walked = []
    for _ in range(WALKED):
        before = page.evaluate("location.pathname")
        for _press in range(MOST_PRESSES):
            if page.locator(ASKED).count():
                answer(page)
            else:
                moves_on(page)
            if page.evaluate("location.pathname") != before:
                break
        walked.append(page.evaluate("location.pathname"))
        assert walked[-1] != before, f"{before} has no end: {page.locator('.lv').inner_text()}"
    return walked


def moves_on(page: Page) -> None:
    """By the last picture: to a question that is asked there, or what comes next."""
    press(page, "End")
    drawn(page)
    if not page.locator(ASKED).count():
        before = page.evaluate(LEAVE)
        press(page, "ArrowRight")
        page.wait_for_function(MOVED, arg=before)
