"""Speech in a real browser: stepped through, spoken into the microphone, noise, the cell and back.

The browser's microphone hears a recording of the package (``chromium.SPOKEN``), over and over.
"""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from lstm_viz.scenes.speech.record import shipped
from tests.browser.helpers import at_rest, open_app, overflow
from tests.browser.player import drawn, press
from tests.browser.test_accessible import violations

HEARD = "() => document.querySelector('.lv')?.lvPlayer?.film?.tables?.length > 0"
IS_OWN = "() => location.search.includes('sound=own')"


def test_a_digit_is_spoken_stepped_through_and_looked_into(tab: Callable[..., Page]) -> None:
    page, shown = tab(viewport=(390, 844), color_scheme="dark"), shipped("a-three", None)
    open_app(page, "/speech?sound=a-three")
    drawn(page)
    title, readout = page.locator(".lv-title"), page.locator(".lv-readout")
    expect(title).to_have_text("0.025 s heard")
    press(page, "ArrowRight", "ArrowRight")
    expect(title).to_have_text("0.075 s heard")
    assert violations(page) == [] and overflow(page) == 0
    press(page, "z")
    expect(title).to_contain_text("Inputs arrive")
    expect(readout).to_contain_text(f"step 3 of {len(shown.heard)}")
    press(page, "Escape")
    expect(title).to_have_text("0.075 s heard")
    press(page, "End", "ArrowLeft")
    expect(title).to_have_text(f"The word is over: “{shown.heard.answer}”")

    page.get_by_role("button", name="Say a digit").click()
    expect(page.get_by_text("Say a digit, zero to nine")).to_be_visible()
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_label("Stop recording")).to_be_visible()
    expect(page.get_by_text("00:02")).to_be_visible()  # the recording in it is shorter
    page.get_by_label("Stop recording").click()
    page.wait_for_function(IS_OWN)
    at_rest(page)
    page.keyboard.press("Escape")
    drawn(page)
    page.wait_for_function(HEARD)
    expect(title).to_have_text("0.025 s heard")
    page.evaluate("() => document.activeElement.blur()")
    press(page, "End", "ArrowLeft")
    expect(title).to_have_text(re.compile("The word is over: “seven”"))
    expect(page.locator(".lv-sentence")).to_contain_text("Only you know what was said.")
    assert violations(page) == [] and overflow(page) == 0
