"""A server dies in the middle of a lesson: it is restarted, or another takes over behind nginx."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from lstm_viz.ui.scene_state import LONGEST_LINK
from tests.browser.nginx import in_front_of
from tests.browser.player import CELL, drawn, expect_position, press, type_in
from tests.browser.server import ROOT, App, free_port, started
from tests.browser.tabs import TIMEOUT, Watch
from tests.browser.test_inputs import drop

OPENED = f"{CELL}?preset=friend&h=3&t=2&stage=4"
COOKIE = "lstm_viz"
OWN = ("date", "server", "content-length", "connection", "set-cookie", "etag", "vary")
"""Headers that nginx has its own of."""
NOWHERE = {"HOME": "/nonexistent", "PYTHONPATH": str(Path(__file__).parent / "read_only")}
"""Where a program finds nothing to write to."""


class Mortal:
    """An app that can be killed, and started anew at the same port.

    It runs as in a container: on a file system that is only read, without a home.
    """

    def __init__(self) -> None:
        self.port = free_port()
        self.stack = ExitStack()
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
        options = ["--server.address=127.0.0.1", f"--server.port={self.port}"]
        quiet = ["--server.headless=true", "--server.fileWatcherType=none"]
        self.app: App = self.stack.enter_context(
            started([*command, *options, *quiet], self.port, ROOT, NOWHERE)
        )

    def kill(self) -> None:
        os.killpg(self.app.pid, signal.SIGKILL)
        assert "Traceback" not in self.app.log, self.app.log
        self.stack.close()


@pytest.fixture(scope="module")
def mortal() -> Iterator[Mortal]:
    one = Mortal()
    yield one
    one.stack.close()


@pytest.fixture(scope="module")
def nginx(mortal: Mortal, app: App) -> Iterator[str]:
    with in_front_of((mortal.port, app.port)) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[tuple[BrowserContext, Watch]]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    context.set_default_timeout(TIMEOUT)
    watch = Watch(context)
    yield context, watch
    context.close()


def process(page: Page) -> str:
    """Which process runs the page, by the name that it gives itself."""
    name: str = page.evaluate("document.lvConnection.known.server")
    return name


def seat(context: BrowserContext) -> str:
    """The port that nginx has noted for this reader."""
    return {one["name"]: one["value"] for one in context.cookies()}[COOKIE]


def in_the_middle(page: Page, address: str) -> None:
    """A lesson with something in it that a link holds, and something that none does."""
    page.goto(address + OPENED)
    drawn(page)
    type_in(page, "seed", "31")
    page.wait_for_function("() => location.search.includes('seed=31')")
    drawn(page)
    page.locator(".lv-readout").click()
    press(page, "ArrowRight")
    page.wait_for_function("() => location.search.includes('stage=5')")
    expect(page.locator(".lv-undo")).to_be_enabled()
    page.evaluate("window.notLoadedAnew = true")


def came_back(page: Page, before: tuple[str, str]) -> None:
    """The same screen in a new process, no dialog in between, and what is gone is said."""
    note = page.get_by_role("status").filter(has_text="The server was restarted.")
    expect(note).to_contain_text("You are where you were. What no link holds is gone: undo,")
    drawn(page)
    assert process(page) != before[0]
    assert page.url == before[1]
    expect_position(page, 1, 4)
    expect(page.locator(".st-key-seed input")).to_have_value("31")
    expect(page.locator(".lv-undo")).to_be_disabled()
    assert page.evaluate("window.notLoadedAnew && !window.frightened")
    note.get_by_role("button", name="OK").click()
    expect(note).to_have_count(0)


# Streamlit's dialog is closed before it is painted.
_WATCH_FOR_DIALOGS = """() => new MutationObserver(() => requestAnimationFrame(() => {
    const titles = [...document.querySelectorAll('[role=dialog] h2')].map((one) => one.textContent);
    if (titles.includes('Connection error')) window.frightened = true;
})).observe(document.body, { childList: true })"""
# Connected, but the new session has not opened the page yet: its fields take nothing.
_SEED_RESTS = "document.querySelector('.st-key-seed')?.closest('[inert]')"
_RESTS = f"""() => document.querySelector('[data-test-connection-state=CONNECTED]')
    && {_SEED_RESTS} && !document.querySelector('.lv').closest('[inert]')"""
SAID = (
    "console error: Failed to load resource: net::ERR_CONNECTION_REFUSED",
    "console error: Client Error in reaching server endpoint",
    "console error: Streamlit server is not responding.",
    "console error: Cannot send rerun backMessage when disconnected from server.",
)
"""What Streamlit says in the console while its server is away."""


def test_a_restarted_server_finds_its_reader_where_they_were(
    mortal: Mortal, context: tuple[BrowserContext, Watch]
) -> None:
    browser, watch = context
    page = browser.new_page()
    in_the_middle(page, mortal.app.url)
    page.evaluate(_WATCH_FOR_DIALOGS)
    before = (process(page), page.url)

    mortal.kill()
    expect(page.get_by_role("status").filter(has_text="No answer from the server")).to_be_visible()
    press(page, "ArrowRight")  # what is on screen can still be played
    expect_position(page, 1, 5)
    press(page, "ArrowLeft")
    page.wait_for_function("() => location.search.includes('stage=5')")
    mortal.start()
    page.wait_for_function(_RESTS)
    came_back(page, before)
    page.wait_for_function(f"() => !{_SEED_RESTS}")
    type_in(page, "seed", "32")
    page.wait_for_function("() => location.search.includes('seed=32')")
    assert [one for one in watch.problems if not one.startswith(SAID)] == []


def test_when_one_of_two_dies_the_other_takes_over(
    nginx: str, mortal: Mortal, app: App, context: tuple[BrowserContext, Watch]
) -> None:
    browser, watch = context
    new = {urllib.request.urlopen(nginx).headers["Set-Cookie"].split(";")[0] for _ in range(4)}
    assert new == {f"{COOKIE}={port}" for port in (mortal.port, app.port)}, "new readers are spread"

    browser.add_cookies([{"name": COOKIE, "value": str(mortal.port), "url": nginx}])
    page = browser.new_page()
    films: list[str] = []
    page.on("requestfinished", lambda asked: films.append(asked.url))
    in_the_middle(page, nginx)
    before = (process(page), page.url)
    other = browser.new_page()
    other.goto(nginx)
    drawn(other)
    assert process(other) == before[0] and seat(browser) == str(mortal.port)
    film = [url for url in films if "/media/" in url and "/static/" not in url][-1]
    answer = urllib.request.urlopen(
        urllib.request.Request(film, headers={"Cookie": f"{COOKIE}={app.port}"})
    )
    assert answer.status == 200 and answer.headers["Set-Cookie"] is None, "who has it, hands it out"

    page.evaluate(_WATCH_FOR_DIALOGS)
    mortal.kill()
    came_back(page, before)
    assert seat(browser) == str(app.port)

    # The XSRF cookie is from the process that died.
    page.goto(f"{nginx}{CELL}?preset=rain&as=csv&text=rain,sun%0A1,0%0A0,1")
    drawn(page)
    drop(page, "rain.csv", b"rain,sun\n1,0\n0,1\n0,1\n")
    expect(page.locator(".lv-ribbon button")).to_have_count(3)
    assert watch.problems == []


def test_the_file_system_of_these_tests_is_only_read() -> None:
    write = [sys.executable, "-c", "open('written', 'w')"]
    refused = subprocess.run(write, env={**os.environ, **NOWHERE}, capture_output=True, text=True)
    assert "Read-only file system: 'written'" in refused.stderr


def test_nginx_hands_on_what_the_app_says(nginx: str, app: App) -> None:
    def ask(path: str, **headers: str) -> Any:
        return urllib.request.urlopen(urllib.request.Request(nginx + path, headers=headers))

    assert ask(f"{CELL}?text={'a' * LONGEST_LINK}").status == 200
    (script,) = re.findall(r'src="\./(static/js/index\.[^"]+)"', ask("/").read().decode())
    for _ in ("asked for", "kept"):
        packed = ask(f"/{script}", **{"Accept-Encoding": "gzip"})
        assert packed.headers["Content-Encoding"] == "gzip"
        assert "immutable" in packed.headers["Cache-Control"]
        assert packed.headers["Set-Cookie"] is None, "what is kept is for everybody"
    direct, through = urllib.request.urlopen(app.url).headers, ask("/").headers
    handed_on = {name: through[name] for name in direct if name.lower() not in OWN}
    assert handed_on == {name: direct[name] for name in handed_on}
