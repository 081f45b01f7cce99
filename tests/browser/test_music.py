"""Music in a real browser: heard, played on the keyboard, gone on with, looked into."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.helpers import open_app, overflow
from tests.browser.player import drawn, press
from tests.browser.test_accessible import violations

PLAYER = "document.querySelector('.lv').lvPlayer"
HEARD = f"() => {PLAYER}.sound.heard"


def test_a_chorale_is_heard_and_a_beginning_of_ones_own_is_gone_on_with(
    tab: Callable[..., Page],
) -> None:
    page = tab(viewport=(390, 844), color_scheme="dark")
    open_app(page, "/music?quarters=16")
    drawn(page)
    press(page, " ")
    page.wait_for_function(f"() => {PLAYER}.at.t >= 2 && {PLAYER}.sound.heard >= 2")
    press(page, " ")
    press(page, "End")
    expect(page.locator(".lv-sentence")).to_contain_text("It would never end by itself")
    assert violations(page) == [] and overflow(page) == 0

    press(page, "m")
    expect(page.locator(".lv-sound")).to_have_attribute("aria-pressed", "false")
    before = page.evaluate(HEARD)
    press(page, "ArrowLeft")
    assert page.evaluate(f"() => {PLAYER}.sound.now") is None
    assert page.evaluate(HEARD) == before

    open_app(page, "/music?quarters=16&begins=own")
    drawn(page)
    middle = page.get_by_role("button", name="C4, computer key A")
    middle.click()
    page.get_by_role("button", name="Take back").press("Enter")
    expect(middle).to_be_focused()  # there is nothing more to take back
    middle.click()
    for key in ("a", "d", "g"):
        page.keyboard.down(key)
    for key in ("a", "d", "g"):
        page.keyboard.up(key)
    for key in ("ArrowRight", "Enter", "j"):
        page.keyboard.press(key)
    played = page.locator(".played")
    expect(played).to_have_text("4 of 32 quarters: C4 · C4 E4 G4 · C♯4 · B4")
    page.wait_for_function("() => location.search.includes('notes=')")
    expect(page.locator(".lv-title")).to_have_text("4 quarters given, then 16 quarters more")
    assert violations(page) == [] and overflow(page) == 0
    page.get_by_role("button", name="Take back").click()
    expect(page.locator(".lv-title")).to_have_text("3 quarters given, then 16 quarters more")
    expect(played).to_have_text("3 of 32 quarters: C4 · C4 E4 G4 · C♯4")

    page.evaluate("() => document.activeElement.blur()")
    press(page, "ArrowRight", "ArrowRight", "z")
    expect(page.locator(".lv-title")).to_contain_text("Inputs arrive")
    press(page, "Escape")
    expect(page.locator(".lv-title")).to_have_text("Quarter 2, you: C4 E4 G4")
