"""What a browser fetches of the app over the network, on a first visit and on a second."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright

from tests.browser.chromium import ARGUMENTS, find_or_install
from tests.browser.server import App
from tests.measurements import Report

PICTURE = "() => document.querySelector('.lv-plot .scatterlayer .point')"
FETCHED_AHEAD = 1_500
"""Milliseconds after the picture in which a page fetches what it will need."""


def visit(playwright: Playwright, profile: Path, url: str) -> list[float]:
    """The bytes of each answer that came over the network, with its head."""
    browser = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=find_or_install(playwright.chromium.executable_path),
        args=list(ARGUMENTS),
    )
    page = browser.new_page()
    session = browser.new_cdp_session(page)
    session.send("Network.enable")
    kept: set[str] = set()
    fetched: dict[str, float] = {}

    def answered(event: dict[str, Any]) -> None:
        answer = event["response"]
        if answer.get("fromDiskCache") or not answer["url"].startswith("http"):
            kept.add(event["requestId"])

    session.on("Network.requestServedFromCache", lambda event: kept.add(event["requestId"]))
    session.on("Network.responseReceived", answered)
    session.on(
        "Network.loadingFinished",
        lambda event: fetched.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(url)
    page.wait_for_function(PICTURE)
    page.wait_for_timeout(FETCHED_AHEAD)
    browser.close()
    return [size for request, size in fetched.items() if request not in kept]


@pytest.mark.measures
def test_bytes_of_a_first_and_a_second_visit(
    playwright: Playwright, app: App, tmp_path: Path, report: Report
) -> None:
    for when in ("first", "second"):
        fetched = visit(playwright, tmp_path / "profile", f"{app.url}/forget-gate")
        report(f"fetched on a {when} visit", sum(fetched) / 1e3, "KB", f"{len(fetched)} answers")
