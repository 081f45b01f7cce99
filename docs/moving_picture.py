"""The moving picture of the README: Start here, stepped through in Chromium.

python -m docs.moving_picture       (with requirements-test.txt installed)
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, find_or_install
from tests.browser.player import drawn, press
from tests.browser.server import ROOT, running

FILE: Final = Path(__file__).with_name("start-here.webp")
SIZE: Final = (1100, 640)
SCALE: Final = 1.5
"""So many pixels of the picture for one of the page: letters stay sharp where it is shown large."""
STEP, WAIT, READ = 700, 1400, 2600
"""For how many milliseconds a frame stands: passing by, at a question, at the end."""


def main() -> None:
    with running(ROOT / "app.py") as app, sync_playwright() as playwright:
        chromium = find_or_install(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        page = browser.new_page(
            base_url=app.url,
            viewport={"width": SIZE[0], "height": SIZE[1]},
            device_scale_factor=SCALE,
            color_scheme="light",
            reduced_motion="reduce",
        )
        page.goto("/")
        drawn(page)
        images, times = zip(*frames(page), strict=True)
        browser.close()
    images[0].save(
        FILE,
        save_all=True,
        append_images=images[1:],
        duration=list(times),
        loop=0,
        lossless=True,
        quality=100,
        method=4,
    )
    print(f"{FILE}: {len(images)} frames, {sum(times) / 1000:.1f} s, {FILE.stat().st_size:,} bytes")


def frames(page: Page) -> Iterator[tuple[Image.Image, int]]:
    """What is seen, and how long; → steps, and a digit answers."""
    yield seen(page), WAIT
    for n in range(22):
        asked = page.locator(".lv-options, .lv-question").count()
        press(page, "ArrowRight")
        drawn(page)
        yield seen(page), STEP
        print(n, asked, page.locator(".lv-title").inner_text())


def seen(page: Page) -> Image.Image:
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


if __name__ == "__main__":
    main()
