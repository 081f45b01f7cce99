"""The app, a browser and a page for each browser test."""

from collections.abc import Callable, Iterator
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from lstm_viz.ui.navigation import PAGES
from tests.browser.chromium import ARGUMENTS, find_or_install
from tests.browser.helpers import SHARED, leave, open_app
from tests.browser.server import ROOT, App, running

TIMEOUT = 30_000
"""Milliseconds that an action, or what is expected, may take: a busy machine is slow, and a test
that passes does not wait."""
FAILED = pytest.StashKey[bool]()
LOOKED_FOR = frozenset(
    f"/{page.address}/_stcore/{what}"
    for page in PAGES
    for what in ("health", "host-config")
    if page.address
)
"""Opened at a page that is not the first, Streamlit looks for its server below that page before it
finds it at the root; the browser logs the two 404s."""


@pytest.fixture(scope="session")
def app() -> Iterator[App]:
    """The product, as `streamlit run app.py` starts it."""
    with running(ROOT / "app.py") as started:
        yield started


@pytest.fixture(scope="session")
def empty_app() -> Iterator[App]:
    """An app with nothing but a button, to compare times with."""
    with running(ROOT / "tests" / "browser" / "empty_app.py") as started:
        yield started


@pytest.fixture(scope="session")
def default_app() -> Iterator[App]:
    """The same empty app as Streamlit runs it out of the box."""
    with running(ROOT / "tests" / "browser" / "empty_app.py", configured=False) as started:
        yield started


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=TIMEOUT)
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = find_or_install(playwright.chromium.executable_path)
    browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
    yield browser
    browser.close()


class Watch:
    """What went wrong in a browser context: errors in the console or page, requests that leave."""

    def __init__(self, context: BrowserContext) -> None:
        self.problems: list[str] = []
        context.on(
            "console", lambda said: self._console(said.type, said.text, said.location["url"])
        )
        context.on("weberror", lambda raised: self._add("page error", str(raised.error)))
        context.on("request", lambda request: self._request(request.url))
        context.on(
            "page", lambda page: page.on("websocket", lambda socket: self._request(socket.url))
        )

    def _add(self, what: str, text: str) -> None:
        self.problems.append(f"{what}: {text[:500]}")

    def _console(self, kind: str, text: str, url: str) -> None:
        is_look = text.startswith("Failed to load resource") and " 404 " in text
        if kind == "error" and not (is_look and urlsplit(url).path in LOOKED_FOR):
            self._add("console error", text)

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


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Contexts:
    return Contexts(browser)


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


@pytest.fixture
def new_page(app: App, contexts: Contexts) -> Iterator[Callable[..., Page]]:
    """Opens pages: `new_page(viewport=(390, 844))`; with `cold=True` nothing is in the cache.

    The test fails when any of them had an error, or when the app printed one.
    """
    opened: list[tuple[Page, Watch, int]] = []
    colds: list[BrowserContext] = []
    printed = len(app.log)

    def new(
        *,
        color_scheme: Literal["light", "dark"] = "light",
        viewport: tuple[int, int] = (1280, 720),
        reduced_motion: bool = False,
        touch: bool = False,
        url: str = app.url,
        cold: bool = False,
    ) -> Page:
        options: dict[str, Any] = {"base_url": url, "has_touch": touch, "accept_downloads": True}
        context, watch = contexts.make(options) if cold else contexts.get(options)
        if cold:
            colds.append(context)
        before = len(watch.problems)
        page = context.new_page()
        opened.append((page, watch, before))
        as_seen(page, color_scheme, viewport, reduced_motion)
        return page

    yield new

    for page, _, _ in opened:
        page.close()
    for context in colds:
        context.close()
    fail_with_problems(app, printed, opened)


class Tabs:
    """Tabs that the tests of a process share, by how they look: to load the app costs most.

    Each test begins in a session that has just followed a link within the app (`open_app`): with
    what the link says and nothing of what the test before it did.
    """

    def __init__(self, contexts: Contexts) -> None:
        self.contexts = contexts
        self.kept: dict[tuple[Any, ...], Page] = {}

    def get(
        self,
        app: App,
        *,
        color_scheme: Literal["light", "dark"] = "light",
        viewport: tuple[int, int] = (1280, 720),
        reduced_motion: bool = False,
        touch: bool = False,
    ) -> tuple[Page, Watch]:
        options = {"base_url": app.url, "has_touch": touch, "accept_downloads": True}
        context, watch = self.contexts.get(options)
        key = (color_scheme, viewport, reduced_motion, touch)
        if key not in self.kept:
            self.kept[key] = context.new_page()
            SHARED.add(self.kept[key])
        page = self.kept[key]
        as_seen(page, color_scheme, viewport, reduced_motion)
        return page, watch

    def close(self, page: Page) -> None:
        self.kept = {key: other for key, other in self.kept.items() if other is not page}
        page.close()


@pytest.fixture(scope="session")
def tabs(contexts: Contexts) -> Tabs:
    return Tabs(contexts)


@pytest.fixture
def tab(app: App, tabs: Tabs, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Tabs shared with other tests: `tab(viewport=(390, 844))`; else like `new_page`."""
    taken: list[tuple[Page, Watch, int]] = []
    printed = len(app.log)

    def take(**options: Any) -> Page:
        page, watch = tabs.get(app, **options)
        taken.append((page, watch, len(watch.problems)))
        return page

    yield take

    for page in {page for page, _, _ in taken}:
        if request.node.stash.get(FAILED, False):
            tabs.close(page)
        else:
            leave(page)
            page.mouse.move(0, 0)
    fail_with_problems(app, printed, taken)


@pytest.fixture
def page(request: pytest.FixtureRequest) -> Page:
    """A shared tab, for a test to open what it is about; whatever was open in it is left.

    `@pytest.mark.view(color_scheme="dark", viewport=(390, 844), reduced_motion=True, path="/")`
    says how, and what is opened in it; with `fresh=True` it is a new page, for a test that is about
    opening, or that leaves something behind that a link does not put right.
    """
    mark = request.node.get_closest_marker("view")
    options = dict(mark.kwargs) if mark else {}
    path, fresh = options.pop("path", None), options.pop("fresh", False)
    page: Page = request.getfixturevalue("new_page" if fresh else "tab")(**options)
    if path is not None:
        open_app(page, path)
    return page


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """A failed test shows the end of what the app printed, and its tab is not used again."""
    result = yield
    if result.failed:
        item.stash[FAILED] = True
    app = getattr(item, "funcargs", {}).get("app")
    if result.failed and app is not None and app.log_file.exists():  # it may have been stopped
        result.sections.append(("the app printed", app.log[-4000:]))
    return result
