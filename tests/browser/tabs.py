"""Browser contexts and tabs, what they share, and a watch over what goes wrong in them."""

from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from lstm_viz.ui.navigation import PAGES
from tests.browser.helpers import TIMEOUT
from tests.browser.server import App

LOOKED_FOR = frozenset(
    f"/{address}/_stcore/{what}"
    for address in {PAGES[0].id, *(page.address for page in PAGES)}
    for what in ("health", "host-config")
    if address
)
"""Opened at a page that is not the first, Streamlit looks for its server below that page before it
finds it at the root; the browser logs the two 404s."""


# Not all that a page is refused is logged by the browser.
_TELL_REFUSED = """document.addEventListener("securitypolicyviolation", (refused) => console.error(
    `the page's policy refuses ${refused.blockedURI} (${refused.effectiveDirective})`))"""


class Watch:
    """What went wrong in a browser context: errors in the console or page, what the page's policy
    refuses, requests that leave."""

    def __init__(self, context: BrowserContext) -> None:
        self.problems: list[str] = []
        context.add_init_script(_TELL_REFUSED)
        context.on(
            "console", lambda said: self._console(said.type, said.text, said.location["url"])
        )
        context.on(
            "weberror",
            lambda raised: self._add("page error", str(raised.error.stack or raised.error)),
        )
        context.on("request", lambda request: self._request(request.url))
        context.on(
            "page", lambda page: page.on("websocket", lambda socket: self._request(socket.url))
        )

    def _add(self, what: str, text: str) -> None:
        self.problems.append(f"{what}: {text[:500]}")

    def _console(self, kind: str, text: str, url: str) -> None:
        is_look = text.startswith("Failed to load resource") and " 404 " in text
        if kind == "error" and not (is_look and urlsplit(url).path in LOOKED_FOR):
            self._add("console error", f"{text} ({url})")

    def _request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
            self._add("request leaves the machine", url)


class Contexts:
    """Browser contexts by their options, each shared by all tests of a process that ask for it.

    Pages are of one test alone; what the browser has fetched and compiled (Plotly!) stays, because
    all pages of a context are drawn by one process (`--process-per-site`), which a page that stays
    open keeps running.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.shared: dict[tuple[Any, ...], tuple[BrowserContext, Watch]] = {}

    def make(self, options: dict[str, Any]) -> tuple[BrowserContext, Watch]:
        context = self.browser.new_context(**options)
        context.set_default_timeout(TIMEOUT)
        return context, Watch(context)

    def get(self, options: dict[str, Any]) -> tuple[BrowserContext, Watch]:
        key = tuple(str(value) for _, value in sorted(options.items()))
        if key not in self.shared:
            self.shared[key] = self.make(options)
            self.shared[key][0].new_page().goto("/_stcore/health")
        return self.shared[key]


class Tabs:
    """Tabs that the tests of a process share, one with touch and one without: to load the app
    costs most, and what else was said of a tab is changed while it is open.

    Each test begins in a session that has just followed a link within the app (`open_app`): with
    what the link says and nothing of what the test before it did.
    """

    def __init__(self, contexts: Contexts) -> None:
        self.contexts = contexts
        self.kept: dict[bool, Page] = {}

    def get(
        self,
        app: App,
        *,
        color_scheme: Literal["light", "dark"] = "light",
        viewport: tuple[int, int] = (1280, 720),
        reduced_motion: bool = True,
        touch: bool = False,
    ) -> tuple[Page, Watch]:
        options = {"base_url": app.url, "has_touch": touch, "accept_downloads": True}
        context, watch = self.contexts.get(options)
        if touch not in self.kept:
            self.kept[touch] = context.new_page()
        page = self.kept[touch]
        as_seen(page, color_scheme, viewport, reduced_motion)
        return page, watch

    def close(self, page: Page) -> None:
        self.kept = {key: other for key, other in self.kept.items() if other is not page}
        page.close()


def as_seen(
    page: Page,
    color_scheme: Literal["light", "dark"],
    viewport: tuple[int, int],
    reduced_motion: bool,
) -> None:
    page.set_viewport_size({"width": viewport[0], "height": viewport[1]})
    page.emulate_media(
        color_scheme=color_scheme, reduced_motion="reduce" if reduced_motion else "no-preference"
    )


def fail_with_problems(app: App, printed: int, pages: list[tuple[Page, Watch, int]]) -> None:
    """Fail if any of the pages had an error since then, or if the app has printed one."""
    problems = {problem for _, watch, before in pages for problem in watch.problems[before:]}
    if "Traceback (most recent call last)" in app.log[printed:]:
        problems.add(f"the app printed an error:\n{app.log[printed:][-3000:]}")
    if problems:
        pytest.fail("\n".join(sorted(problems)), pytrace=False)
