"""The frame around every page: it opens, in both themes, sends nothing away, and tests can tell."""

import time
from collections.abc import Callable
from statistics import median
from typing import Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.helpers import axe, open_app, shoot
from tests.browser.player import asked_for_first
from tests.browser.server import ROOT, App, running
from tests.browser.tabs import Watch
from tests.measurements import Report

PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 20, 27)"}
INK = {"light": "rgb(28, 36, 48)", "dark": "rgb(238, 241, 246)"}


@pytest.mark.view(color_scheme="dark", path="/", fresh=True)
def test_the_readers_system_chooses_light_or_dark(page: Page) -> None:
    expect(page).to_have_title("Start here · LSTM Viz")
    shell = page.get_by_test_id("stApp")
    schemes: tuple[Literal["dark", "light"], ...] = ("dark", "light")
    for color_scheme in schemes:
        page.emulate_media(color_scheme=color_scheme)
        expect(shell).to_have_css("background-color", PAPER[color_scheme])
        expect(shell).to_have_css("color", INK[color_scheme])
        shoot(page, f"shell-{color_scheme}")


@pytest.mark.measures
def test_the_floor_of_a_rerun_is_measured(
    new_page: Callable[..., Page], empty_app: App, report: Report
) -> None:
    page = new_page(url=empty_app.url)
    open_app(page)
    times = []
    for click in range(1, 6):
        start = time.perf_counter()
        page.get_by_role("button", name="Again").click()
        page.get_by_text(f"clicks: {click}", exact=True).wait_for()
        times.append(1000 * (time.perf_counter() - start))
    report("empty page: click to text", median(times), "ms", "seen from Playwright")


def test_what_a_link_says_is_shown_as_it_is_and_fetches_nothing(page: Page) -> None:
    """The watch of `page` fails the test when a request leaves the machine."""
    said = "![x](http://192.0.2.1/a.png)"
    open_app(page, f"/squashing?part={quote(said)}")
    note = page.get_by_test_id("stAlert")
    expect(note).to_contain_text(f"part={said[:8]}")
    expect(note.locator("img, a")).to_have_count(0)
    open_app(page, f"/step-through?preset={quote(said)}")
    expect(page.get_by_test_id("stAlert").locator("img, a")).to_have_count(0)


# ---- a test that cannot fail is none -----------------------------------------------------------


def test_the_watch_sees_what_goes_wrong(browser: Browser, app: App) -> None:
    scripts = {
        "console.error('broken')": "console error: broken",
        "setTimeout(() => { throw new Error('thrown') })": "page error: Error: thrown",
        "fetch('http://192.0.2.1/x').catch(() => 0)": "leaves the machine: http://192.0.2.1/x",
        "new WebSocket('ws://192.0.2.1/y')": "leaves the machine: ws://192.0.2.1/y",
    }
    refused = {
        "fetch('http://192.0.2.1/z').catch(() => 0)": "policy refuses http://192.0.2.1/z (connect",
        "new Image().src = 'http://192.0.2.1/i.png'": "refuses http://192.0.2.1/i.png (img-src)",
        "document.head.append(Object.assign(document.createElement('script'), {text: '0'}))": (
            "the page's policy refuses inline (script-src-elem)"
        ),
    }
    context = browser.new_context(base_url=app.url)
    watch = Watch(context)

    def unseen(among: dict[str, str]) -> list[str]:
        return [p for p in among.values() if not any(p in seen for seen in watch.problems)]

    # A page of the app is kept from most of what a page without a policy can do.
    for path, tried in (("about:blank", scripts), ("/glossary", refused)):
        page = context.new_page()
        page.goto(path)
        for script in tried:
            page.evaluate(f"() => {{ {script}; }}")
        deadline = time.monotonic() + 5
        while unseen(tried) and time.monotonic() < deadline:
            page.wait_for_timeout(50)
        assert unseen(tried) == [], watch.problems
    context.close()


def test_axe_sees_a_violation(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html lang=en><title>t</title><img src='data:,'><button></button>")
    found = axe(page)
    page.close()
    assert any(line.startswith("image-alt (critical)") for line in found)
    assert any(line.startswith("button-name (critical)") for line in found)


def test_a_picture_that_was_seen_is_kept_by_the_browser(new_page: Callable[..., Page]) -> None:
    """Three pages later its film is not sent again: it was not thrown away between two runs."""
    page = new_page()
    sent: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda f: sent.append(len(f))))

    def film(path: str) -> int:
        """The bytes of the largest message that a page needs."""
        sent.clear()
        open_app(page, path)
        page.locator(".lv[data-ready]").wait_for()
        return max(sent)

    film("/")  # this one is loaded, the others come by a link
    first = film("/forget-gate?t=1")
    for other in ("/uses", "/input-gate?t=1", "/glossary"):
        open_app(page, other)
    assert film("/forget-gate?t=2") < first / 2


def test_the_first_that_a_server_is_asked_for_may_be_any_page(
    new_page: Callable[..., Page],
) -> None:
    """Two other pages are the first in test_installed.py and test_behind_nginx.py."""
    with running(ROOT / "app.py") as fresh:
        page = new_page(url=fresh.url)
        asked_for_first(page, "/train?task=parity", "Train one yourself")
        page.close()  # before its server goes
        assert "Traceback" not in fresh.log
