"""The lesson as static pages: below any path of any host, from a disk, in a frame, on a phone."""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from plotly.offline import get_plotlyjs

from lstm_viz.lesson.contents import SCENES
from lstm_viz.site.write import write_site
from tests.browser.helpers import axe, overflow, shoot
from tests.browser.player import press, redrawn, settled
from tests.browser.tabs import TIMEOUT, Watch
from tests.browser.test_accessible import OF_COLOURS
from tests.measurements import Report

MOST_BYTES = 12_000_000
BELOW = "some/where"
"""The path on the host."""
FILES = ["index.html", *(f"{scene.id}.html" for scene in SCENES[1:])]
MOST_PRESSES = 60
PHONE, WIDE = ViewportSize(width=390, height=844), ViewportSize(width=1280, height=720)
MEASURED = ("index.html", "squashing.html", "forget-gate.html", "gradients.html")
OPENINGS = 5


@dataclass(frozen=True)
class Site:
    folder: Path
    url: str


class Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *said: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("host")
    folder = root / BELOW
    write_site(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(folder, f"http://127.0.0.1:{server.server_port}/{BELOW}/")
    server.shutdown()
    server.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Whose pages had no error, and asked nobody else for anything."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    context.set_default_timeout(TIMEOUT)
    watch = Watch(context)
    yield context
    context.close()
    assert not watch.problems


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def drawn(page: Page) -> None:
    page.locator(".lv[data-ready]").wait_for()
    settled(page)


def at_end(page: Page) -> None:
    """Press End, and wait for the last frame of the film."""
    press(page, "End")
    page.wait_for_function(
        """() => {
            const scrub = document.querySelector('.lv-scrub');
            return document.querySelector('.lv').dataset.position === scrub.max;
        }"""
    )


def test_one_key_leads_through_the_whole_site(site: Site, page: Page) -> None:
    """Every page opens on a phone in the dark, is looked at, and again in a wide light window."""
    size = sum(path.stat().st_size for path in site.folder.rglob("*"))
    assert 1_000_000 < size <= MOST_BYTES
    is_seen(page, PHONE, "dark")
    page.goto(site.url)
    seen, problems = [], []
    for _ in range(MOST_PRESSES):
        drawn(page)
        file = urlsplit(page.url).path.rpartition("/")[2] or "index.html"
        if file in FILES:
            seen.append(file)
            expect(page.locator(".lv")).to_have_attribute("data-theme", "dark")
            problems += [f"{file}, phone: {found}" for found in on_a_phone(page, file)]
            with redrawn(page, drawn):
                is_seen(page, WIDE, "light")
            expect(page.locator(".lv")).to_have_attribute("data-theme", "light")
            problems += [f"{file}: {found}" for found in axe(page)]
            shoot(page, f"site-{file}")
        at_end(page)
        left = urlsplit(page.url).path
        is_seen(page, PHONE, "dark")
        press(page, "ArrowRight")
        page.wait_for_url(lambda url, left=left: urlsplit(url).path != left, wait_until="commit")
        if "/glossary.html" in page.url:
            break
    assert [*seen, "glossary.html"] == FILES
    page.get_by_role("searchbox").wait_for()
    problems += [f"glossary, phone: {found}" for found in on_a_phone(page, "glossary.html")]
    is_seen(page, WIDE, "light")
    assert not problems, "\n".join(problems)
    glossary_asks(page)
    page.goto(site.url)
    expect(page.locator(".lm-sum")).to_contain_text(f"You have been in {len(SCENES) - 1} of")


def test_who_presents_presents_the_next_page_too_where_something_is_played(
    site: Site, page: Page
) -> None:
    presents = page.locator("html[data-lv-presents]")
    page.goto(f"{site.url}/forget-gate.html")
    drawn(page)
    press(page, "p")
    for file in ("input-gate.html", "cell-state.html"):
        at_end(page)
        press(page, "PageDown")
        page.wait_for_url(f"**/{file}")
        drawn(page)
        expect(presents).to_have_count(1)
    page.goto(f"{site.url}/glossary.html")
    expect(presents).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_be_visible()


def is_seen(page: Page, size: ViewportSize, theme: Literal["light", "dark"]) -> None:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")


def on_a_phone(page: Page, file: str) -> list[str]:
    found = axe(page, *OF_COLOURS)
    if by := overflow(page):
        found.append(f"scrolls sideways by {by} px")
    shoot(page, f"site-{file}-phone")
    return found


def glossary_asks(page: Page) -> None:
    """What needed a run in the app is there for every answer."""
    assert not axe(page)
    quiz = page.locator(".st-key-true_or_false")
    quiz.get_by_role("button", name="Next statement").click()
    expect(quiz).to_contain_text("2 of ")
    quiz.get_by_role("button", name="True", exact=True).click()
    expect(quiz).to_contain_text(re.compile(r"(Right|No): it is (true|false)\."))
    page.get_by_role("searchbox").fill("cell state")
    word = page.locator(".lv-entry:visible a.lv-scene").first
    assert re.fullmatch(r"[a-z-]+\.html", word.get_attribute("href") or "")


def test_what_is_pressed_leads_to_what_was_recorded(site: Site, page: Page) -> None:
    page.goto(f"{site.url}squashing.html")
    drawn(page)
    page.get_by_role("link", name="tanh: values").click()
    page.wait_for_url("**/squashing-tanh.html*")
    # The reader's own colours stay.
    page.get_by_role("button", name="Light or dark").click()
    expect(page.locator(".lv")).to_have_attribute("data-theme", "dark")
    page.reload()
    drawn(page)
    expect(page.locator(".lv")).to_have_attribute("data-theme", "dark")
    # A switch keeps the place, and its words follow the step on screen.
    page.goto(f"{site.url}phone-call.html")
    drawn(page)
    press(page, "Shift+ArrowRight", "Shift+ArrowRight")
    switch = page.get_by_role("switch", name=re.compile("Come on Saturday"))
    switch.click()
    page.wait_for_url("**/phone-call-open-3.html?*t=3*")
    drawn(page)
    expect(page.get_by_role("switch")).to_have_attribute("aria-checked", "true")
    expect(page.locator(".lv-readout")).to_contain_text("step 3 of")
    # Into the cell at a sentence, and back to it.
    page.goto(f"{site.url}index.html?t=3")
    drawn(page)
    press(page, "z")
    page.wait_for_url("**/start-cell-3.html*")
    drawn(page)
    press(page, "Escape")
    page.wait_for_url("**/index.html?t=3")
    # A link of the app opens the screen, or says what it cannot.
    page.goto(f"{site.url}squashing.html?part=tanh&t=2")
    page.wait_for_url("**/squashing-tanh.html?*t=2*")
    page.goto(f"{site.url}squashing.html?gain=1.7")
    expect(page.get_by_role("status").first).to_contain_text("gain=1.7, which needs a run")
    drawn(page)
    slider = page.get_by_role("slider", name="z at the last stop")
    expect(slider).to_be_disabled()
    page.get_by_role("link", name="open it in the app").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("In the app")


def test_it_opens_from_a_disk(site: Site, browser: Browser) -> None:
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(TIMEOUT)
    said: list[str] = []
    context.on("console", lambda line: line.type == "error" and said.append(line.text))
    context.on("weberror", lambda raised: said.append(str(raised.error)))
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site.folder / "forget-gate.html").as_uri())
    drawn(page)
    press(page, "ArrowRight")
    page.wait_for_url("**/forget-gate.html?*")
    at_end(page)
    press(page, "ArrowRight")
    page.wait_for_url("**/input-gate.html*")
    drawn(page)
    page.go_back()
    drawn(page)
    position = page.locator(".lv-scrub").get_attribute("max")
    expect(page.locator(".lv")).to_have_attribute("data-position", position or "")
    context.close()
    assert not said
    assert all(url.startswith(("file:", "data:")) for url in asked)


FRAMING = """<!doctype html><link rel="icon" href="data:,"><body>
<iframe id="frame" src="{src}" width="800" height="200"></iframe>
<script>addEventListener("message", ({{ data, source }}) => {{
    const frame = document.getElementById("frame");
    if (source === frame.contentWindow && data.type === "lstm-viz") frame.height = data.height;
}})</script></body>"""


def test_a_frame_is_told_its_height(site: Site, page: Page) -> None:
    (site.folder / "framing.html").write_text(FRAMING.format(src="forget-gate.html?embed"))
    page.goto(f"{site.url}framing.html")
    frame = page.frame_locator("#frame")
    frame.locator(".lv[data-ready]").wait_for()
    expect(frame.locator("h1")).not_to_be_visible()
    # The frame has its whole content, and no more.
    page.wait_for_function(
        """() => {
            const frame = document.getElementById('frame');
            const lv = frame.contentDocument.querySelector('.lv');
            const plot = lv.querySelector('.lv-plot').getBoundingClientRect();
            return plot.width > 700 && plot.bottom < frame.clientHeight
                && lv.scrollHeight <= lv.clientHeight + 1;
        }"""
    )


BARE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>bare</title>
<link rel="icon" href="data:,"><script src="bare-plotly.js"></script></head>
<body><div id="chart"></div><script>
Plotly.newPlot("chart", [{ x: [1, 2, 3], y: [2, 1, 3] }]).then((chart) => {
    chart.dataset.ready = "yes";
});
</script></body></html>"""
SEEN = """() => {
    window.firstPicture = new Promise((seen) => {
        const look = () => document.querySelector('[data-ready]') ? seen(performance.now())
            : requestAnimationFrame(look);
        look();
    });
}"""


@pytest.mark.measures
def test_how_soon_a_page_has_its_first_picture(
    site: Site, browser: Browser, report: Report
) -> None:
    """Beside a bare page with one chart by the same Plotly, whole; each opened cold, in turn."""
    (site.folder / "bare-plotly.js").write_text(get_plotlyjs(), encoding="utf-8")
    (site.folder / "bare.html").write_text(BARE, encoding="utf-8")
    times: dict[str, list[float]] = {}
    for _ in range(OPENINGS):
        for file in ("bare.html", *MEASURED):
            context = browser.new_context(viewport={"width": 1280, "height": 720})
            context.set_default_timeout(TIMEOUT)
            page = context.new_page()
            page.add_init_script(f"({SEEN})()")
            page.goto(site.url + file)
            times.setdefault(file, []).append(page.evaluate("firstPicture"))
            context.close()
    bare = median(times.pop("bare.html"))
    for file, found in times.items():
        note = f"median of {OPENINGS}, cold cache"
        report(f"website: first picture, {file}", median(found), "ms", note)
        report(f"website: first picture, {file} / bare chart", median(found) / bare, "×", "aim 1.0")
