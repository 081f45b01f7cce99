"""How soon a page has its picture, beside a page with one chart of Streamlit's own.

A browser of its own each time, with a profile that it finds again: it comes for the first time,
again, and when Chromium has kept what it compiled.
"""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Playwright

from benchmarks.load.student import Student
from tests.browser.chromium import ARGUMENTS, find_or_install
from tests.browser.server import ROOT, App, running
from tests.measurements import Report

ROUNDS = 2
AIMS = {"cold": 1.1, "second visit": 1.3, "often visited": 1.1}
"""What is measured in this order, as ratios."""
PLACES = {
    "ours": ("forget-gate", ".lv-plot .scatterlayer .point"),
    "theirs": ("chart", ".stPlotlyChart .scatterlayer .point"),
}
KEPT = 1_000
"""Milliseconds that a page stays open, so that what it compiled is kept for the next visit."""

Times = tuple[float, float]
"""Milliseconds from the request to the first picture: in all, and of the page's own thread."""

# Two frames after the first point is in the page, it has been on the screen.
_WATCH = """(() => {
    const shown = () => { window.firstPicture = performance.now(); };
    const look = () => requestAnimationFrame(!document.querySelector(%r) ? look
        : () => requestAnimationFrame(shown));
    look();
})()"""


@pytest.fixture(scope="module")
def chart_app() -> Iterator[App]:
    with running(ROOT / "tests" / "browser" / "chart_app.py") as started:
        yield started


def visit(playwright: Playwright, profile: Path, url: str, point: str) -> Times:
    browser = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=find_or_install(playwright.chromium.executable_path),
        args=list(ARGUMENTS),
        viewport={"width": 1280, "height": 720},
    )
    page = browser.new_page()
    page.add_init_script(_WATCH % point)
    session = browser.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(url)
    page.wait_for_function("window.firstPicture")
    measured = {
        one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]
    }
    took = page.evaluate("window.firstPicture"), 1e3 * measured["TaskDuration"]
    page.wait_for_timeout(KEPT)
    browser.close()
    return took


@pytest.mark.alone
def test_first_picture(
    playwright: Playwright, app: App, chart_app: App, tmp_path: Path, report: Report
) -> None:
    apps = {"ours": app, "theirs": chart_app}
    for whose, (page, _) in PLACES.items():  # for the servers, the first time is over
        assert not asyncio.run(Student(apps[whose].port, page).visits()).errors
    times: dict[str, list[list[Times]]] = {whose: [] for whose in PLACES}
    for n in range(ROUNDS):
        for whose, (page, point) in PLACES.items():
            profile, url = tmp_path / f"{whose}-{n}", f"{apps[whose].url}/{page}"
            times[whose].append([visit(playwright, profile, url, point) for _ in AIMS])
    for k, (when, aim) in enumerate(AIMS.items()):
        for which, what in enumerate(("first picture", "work of the page till its first picture")):
            ours, theirs = (median(seen[k][which] for seen in times[whose]) for whose in PLACES)
            report(f"{what}, {when}", ours, "ms", f"median of {ROUNDS}")
            note = "" if which else f"aim {aim}"
            report(f"{what} / a page with one chart, {when}", ours / theirs, "×", note)
