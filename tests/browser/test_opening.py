"""How soon a page has its picture, beside a page with one chart of Streamlit's own.

A browser of its own each time, with a profile that it finds again: it comes for the first time,
again, and when Chromium has kept what it compiled.
"""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Playwright

from tests.browser.chromium import ARGUMENTS, find_or_install
from tests.browser.server import ROOT, App, running
from tests.measurements import Report

ROUNDS = 5
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
    page.wait_for_function("() => window.firstPicture")
    measured = {
        one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]
    }
    took = page.evaluate("window.firstPicture"), 1e3 * measured["TaskDuration"]
    page.wait_for_timeout(KEPT)
    browser.close()
    return took


@pytest.mark.measures
def test_first_picture(
    playwright: Playwright, app: App, chart_app: App, tmp_path: Path, report: Report
) -> None:
    apps = {"ours": app, "theirs": chart_app}
    places = {whose: (f"{apps[whose].url}/{page}", at) for whose, (page, at) in PLACES.items()}
    for whose, place in places.items():  # so that for the servers it is not the first time
        visit(playwright, tmp_path / whose, *place)
    times: dict[str, list[list[Times]]] = {whose: [] for whose in places}
    for n in range(ROUNDS):
        for whose, place in places.items():
            profile = tmp_path / f"{whose}-{n}"
            times[whose].append([visit(playwright, profile, *place) for _ in AIMS])
    for k, (when, aim) in enumerate(AIMS.items()):
        for which, what in enumerate(("first picture", "work of the page till its first picture")):
            ours, theirs = (median(seen[k][which] for seen in times[whose]) for whose in places)
            report(f"{what}, {when}", ours, "ms", f"median of {ROUNDS}")
            note = "" if which else f"aim {aim}"
            report(f"{what} / a page with one chart, {when}", ours / theirs, "×", note)
