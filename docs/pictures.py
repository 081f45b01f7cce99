"""The still pictures of the README, taken in Chromium.

python -m docs.pictures       (with requirements-test.txt installed)
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, find_or_install
from tests.browser.helpers import at_rest
from tests.browser.player import drawn
from tests.browser.server import ROOT, running

FOLDER: Final = Path(__file__).parent
SIZE: Final = (1280, 720)
TIMEOUT: Final = 90_000
"""Milliseconds: a picture may take its time."""
PICTURES: Final = {
    "forget-gate.png": "/forget-gate?t=1&stage=3",
    "step-through.png": "/step-through?preset=friend&t=3&stage=7",
    "read-along.png": "/read-along?t=30",
}

_FILLED: Final = """() =>
    [...document.querySelectorAll('.stTextInput input, .stNumberInput input')]
        .every((field) => field.value !== '')"""
"""Streamlit writes what stands in a field a moment after it has drawn the field."""


@contextmanager
def opened(size: tuple[int, int], scale: float = 1) -> Iterator[Page]:
    """A page of the app, light, in which nothing moves."""
    with running(ROOT / "app.py") as app, sync_playwright() as playwright:
        chromium = find_or_install(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        page = browser.new_page(
            base_url=app.url,
            viewport={"width": size[0], "height": size[1]},
            device_scale_factor=scale,
            color_scheme="light",
            reduced_motion="reduce",
        )
        page.set_default_timeout(TIMEOUT)
        yield page
        browser.close()


def main() -> None:
    with opened(SIZE) as page:
        for name, link in PICTURES.items():
            page.goto(link)
            page.locator(".lv[data-ready]").wait_for()
            if page.locator(".lv:not(.lv-reading)").count():
                drawn(page)
            at_rest(page)
            page.wait_for_function(_FILLED)
            page.screenshot(path=FOLDER / name)
            print(FOLDER / name)


if __name__ == "__main__":
    main()
