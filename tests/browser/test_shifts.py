"""How much of a page moves while it opens: the browser's cumulative layout shift, by page and size.

What moves without the reader's doing counts with its share of the window times how far it goes; at
most 0.1 is called good (https://web.dev/articles/cls).
"""

from statistics import median

import pytest
from playwright.sync_api import Browser

from lstm_viz.ui.navigation import PAGES
from tests.browser.server import App
from tests.measurements import Report

SIZES = {"1280×720": (1280, 720), "390×844": (390, 844)}
AIM = 0.1
WAIT = 4_000
"""Milliseconds in which a page has come, and what is made for it."""
_WATCH = """
    window.shifted = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifted += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.measures
def test_little_moves_while_a_page_opens(browser: Browser, app: App, report: Report) -> None:
    for size, (width, height) in SIZES.items():
        shifts = {}
        for page in PAGES:
            context = browser.new_context(viewport={"width": width, "height": height})
            tab = context.new_page()
            tab.add_init_script(_WATCH)
            tab.goto(f"{app.url}/{page.id}")
            tab.wait_for_timeout(WAIT)
            shifts[page.title] = float(tab.evaluate("window.shifted"))
            context.close()
        more = [f"{name} {shift:.2f}" for name, shift in shifts.items() if shift > AIM]
        note = f"of {len(PAGES)} pages, aim {AIM}; more: {', '.join(more) or 'none'}"
        report(
            f"layout shift while a page opens, {size}, median", median(shifts.values()), "", note
        )
