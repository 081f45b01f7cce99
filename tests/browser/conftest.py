"""The app, a browser and a page for each browser test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from lstm_viz.inputs.sound import RATE, write_wav
from lstm_viz.networks.digits.recordings import word_of
from tests.browser.chromium import ARGUMENTS, ENGINE, find_or_install, hearing
from tests.browser.helpers import forget, leave, open_app
from tests.browser.server import ROOT, App, running
from tests.browser.tabs import TIMEOUT, Contexts, Tabs, Watch, as_seen, fail_with_problems

FAILED = pytest.StashKey[bool]()


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
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the microphone hears: a moment of silence, "seven", silence."""
    quiet = np.zeros(RATE)
    file = tmp_path_factory.mktemp("spoken") / "seven.wav"
    file.write_bytes(write_wav(np.concatenate([quiet, word_of("b-seven"), quiet])))
    return file


@pytest.fixture(scope="session")
def browser(
    playwright: Playwright, request: pytest.FixtureRequest, spoken: Path
) -> Iterator[Browser]:
    measures = request.config.getoption("markexpr") == "measures"
    path = find_or_install(playwright.chromium.executable_path, shell=not measures)
    more = () if measures else (ENGINE,)
    browser = playwright.chromium.launch(
        executable_path=path, args=[*ARGUMENTS, hearing(spoken), *more]
    )
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Contexts:
    return Contexts(browser)


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
        reduced_motion: bool = True,
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
        forget(page)
        page.close()
    for context in colds:
        context.close()
    fail_with_problems(app, printed, opened)


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

    `@pytest.mark.view(color_scheme="dark", viewport=(390, 844), path="/")` says how, and what is
    opened in it; with `fresh=True` it is a new page, for a test that is about opening, or that
    leaves something behind that a link does not put right. Nothing moves, which takes a busy
    machine its time, unless `reduced_motion=False` is said.
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
