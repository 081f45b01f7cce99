"""The moving picture of the README: Start here, stepped through in Chromium.

python -m docs.moving_picture       (with requirements-test.txt installed)
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Page

from docs.pictures import opened
from lstm_viz.lesson.word_row import word_row
from lstm_viz.scenes.start.questions import cell_questions, story_questions
from lstm_viz.scenes.start.record.story import STORY
from tests.browser.player import drawn, press

FILE: Final = Path(__file__).with_name("start-here.webp")
SIZE: Final = (1400, 760)
SCALE: Final = 1.2
"""So many pixels of the picture for one of the page: letters stay sharp where it is shown large."""
STEP, ASKED, STAGE, END = 400, 900, 650, 1600
"""For how many milliseconds a frame stands."""
LAST: Final = "All four named"


def main() -> None:
    with opened(SIZE, SCALE) as page:
        page.goto("/")
        drawn(page)
        press(page, "p")  # picture and sentence alone, as in front of a class
        images, times = zip(*frames(page), strict=True)
    options = {"lossless": True, "quality": 100, "method": 4}
    first, *others = images
    first.save(FILE, save_all=True, append_images=others, duration=list(times), loop=0, **options)
    print(f"{FILE}: {len(images)} frames, {sum(times) / 1000:.1f} s, {FILE.stat().st_size:,} bytes")


def frames(page: Page) -> Iterator[tuple[Image.Image, int]]:
    """What is seen and for how long: the story, then the cell; questions are answered rightly."""
    row = word_row(STORY)
    answers = (
        str(one.right(row) + 1) for ask in (story_questions, cell_questions) for one in ask(row)
    )
    yield seen(page), ASKED
    while LAST not in title(page):
        press(page, "ArrowRight")
        if title(page) == "Predict":
            yield seen(page), ASKED
            press(page, next(answers))
            yield seen(page), ASKED
        elif LAST not in title(page):
            yield seen(page), STAGE if title(page)[0].isdigit() else STEP
    yield seen(page), END


def title(page: Page) -> str:
    drawn(page)
    return page.locator(".lv-title").inner_text()


def seen(page: Page) -> Image.Image:
    drawn(page)
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


if __name__ == "__main__":
    main()
