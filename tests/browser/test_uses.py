"""What it is used for in a real browser: steps, a question, and a card that is a door."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from lstm_viz.scenes.uses.picture.layout import TALL
from lstm_viz.scenes.uses.record import uses
from tests.browser.helpers import open_app, overflow
from tests.browser.player import drawn, figure, press, settled
from tests.browser.test_accessible import violations

SPEECH = [task.id for task in uses()].index("speech")


def test_it_is_stepped_asked_about_and_left_by_a_card(tab: Callable[..., Page]) -> None:
    page = tab(viewport=(390, 844), color_scheme="dark")
    open_app(page, "/uses")
    drawn(page)
    press(page, "ArrowRight")
    expect(page.locator(".lv-asking")).to_contain_text("input of its second step")
    press(page, "1")  # the picture again
    expect(page.locator(".lv-feedback")).to_have_text(
        re.compile(r"^Not so\. .*which its first one answered.*own last answer")
    )
    settled(page)
    shown = [text for text in figure(page)["inputs"]["text"] if text.strip("\u00a0")]
    assert shown
    page.wait_for_function("() => location.search.includes('t=2')")
    assert violations(page) == [] and overflow(page) == 0

    plot = page.locator(".lv-plot")
    page.locator(".stMain").evaluate("(main) => main.scrollTo(0, main.scrollHeight)")
    box = plot.bounding_box()
    assert box is not None
    scale = box["width"] / TALL.size[0]
    left, top, right, bottom = (scale * at for at in TALL.box(SPEECH))
    plot.click(position={"x": (left + right) / 2, "y": top + (bottom - top) / 2})
    page.wait_for_function("() => location.pathname.endsWith('/speech')")
    expect(page.get_by_role("heading", name="Speech", exact=True)).to_be_visible()
    # The next test leaves; a sound that is fetched from a page that was left is not there any more.
    page.wait_for_function("() => document.querySelector('audio')?.readyState > 0")
