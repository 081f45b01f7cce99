"""Speech in a real browser: stepped through, spoken into the microphone, noise, the cell and back.

The browser's microphone hears "seven" (``conftest.spoken``).
"""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from lstm_viz.scenes.speech.record import shipped
from tests.browser.helpers import at_rest, open_app, overflow
from tests.browser.player import drawn, press
from tests.browser.test_accessible import violations

# Pressed by the page itself once all of the word is in: a busy machine may come late.
STOPPED = """() => {
    const input = document.querySelector('[data-testid="stAudioInput"]');
    const all = [...input.querySelectorAll('*')];
    const time = all.find((e) => /^\\d\\d:\\d\\d$/.test(e.textContent));
    if (!time || Number(time.textContent.slice(3)) < 3) return false;
    input.querySelector('[aria-label="Stop recording"]').click();
    return true;
}"""
NO_MICROPHONE = "() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error()); }"
MICROPHONE_AGAIN = "() => { delete navigator.mediaDevices.getUserMedia; }"
REFUSED = """(said) => {
    const [message, box] = [said.parentElement, said.parentElement.parentElement.parentElement];
    const { content } = getComputedStyle(said, '::after');
    return [content, message.offsetHeight <= box.offsetHeight];
}"""
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
    page.evaluate(NO_MICROPHONE)
    page.get_by_role("button", name="Record").click()
    said, fits = page.get_by_text("An error has occurred").evaluate(REFUSED)
    assert "is there a microphone, and may this page use it?" in said and fits
    page.evaluate(MICROPHONE_AGAIN)
    page.get_by_role("button", name="Reset").click()
    page.get_by_role("button", name="Record").click()
    page.wait_for_function(STOPPED)
    page.wait_for_function(IS_OWN)
    at_rest(page)
    page.keyboard.press("Escape")
    drawn(page)
    expect(title).to_have_text("0.025 s heard")
    page.evaluate("() => document.activeElement.blur()")
    press(page, "End", "ArrowLeft")
    expect(title).to_have_text(re.compile("The word is over: “seven”"))
    expect(page.locator(".lv-sentence")).to_contain_text("Only you know what was said.")
    assert violations(page) == [] and overflow(page) == 0
