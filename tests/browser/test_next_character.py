"""Next character in a real browser: typed, taken, written on, stepped through, looked into."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from lstm_viz.scenes.next_character.words import PRESETS
from tests.browser.helpers import open_app, overflow
from tests.browser.player import drawn, press
from tests.browser.test_accessible import violations

TEXT = PRESETS["held-out"].text


def test_words_are_typed_and_taken_with_a_key(tab: Callable[..., Page]) -> None:
    page = tab(viewport=(390, 844), color_scheme="dark")
    open_app(page, f"/next-character?t={len(TEXT) + 1}")  # a shared tab opens a link
    drawn(page)
    area, offers = page.get_by_label("Your text"), page.locator(".offers button")
    title, saved = page.locator(".lv-title"), page.locator(".saved")
    expect(area).to_have_value(TEXT)
    expect(title).to_contain_text("Take away the la”")
    expect(offers.first).to_contain_text("dy")
    assert violations(page) == [] and overflow(page) == 0

    area.focus()
    page.keyboard.press("Tab")
    assert area.input_value() == f"{TEXT}dy"
    page.keyboard.type(" and the ki", delay=0)
    assert area.input_value() == f"{TEXT}dy and the ki", "letters do not wait for Python"
    expect(offers.first).to_contain_text("ng")
    offers.first.click()
    expect(area).to_have_value(f"{TEXT}dy and the king")
    expect(area).to_be_focused()
    expect(saved).to_have_text("You: 13 keys for 15 characters, 13 % saved.")
    expect(title).to_contain_text("lady and the king”")
    page.keyboard.type(" é")
    expect(page.locator(".problem")).to_have_text(re.compile("it reads ‘é’ as ‘e’"))
    page.keyboard.press("Escape")
    page.keyboard.type("2")
    assert area.input_value().endswith(" é2")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(area).not_to_be_focused()

    area.focus()
    page.keyboard.type("3", delay=0)  # still on its way when the line is asked for
    page.get_by_role("button", name="Let it write a line").click()
    expect(area).to_have_value(re.compile("the king é23(.|\n)+$"))
    expect(saved).to_have_text("You: 17 keys for 19 characters, 11 % saved.")
    written = area.input_value()
    expect(title).not_to_contain_text(re.compile("the king é23?”"))
    page.evaluate("() => document.activeElement.blur()")
    press(page, "Home", "ArrowRight")
    expect(title).to_have_text("After “O”")
    press(page, "z")
    expect(title).to_contain_text("Inputs arrive")
    expect(page.locator(".lv-readout")).to_contain_text("step 2 of")
    press(page, "Escape")
    expect(title).to_have_text("After “O”")
    expect(area).to_have_value(written)
    expect(saved).to_have_text("You: 17 keys for 19 characters, 11 % saved.")
    assert "text=OLIVIA" in page.url
