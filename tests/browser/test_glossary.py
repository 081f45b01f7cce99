"""Words explain themselves where they stand; the list is searched as one types."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import at_rest, axe, open_app, overflow
from tests.browser.test_accessible import violations

BOX = "[role=dialog]"
_FOCUSED = "document.activeElement.getAttribute('href') || document.activeElement.className"


@pytest.mark.view(
    path="/glossary?term=forget-gate", color_scheme="dark", viewport=(390, 844), fresh=True
)
def test_a_word_opens_in_place_by_keyboard_on_a_dark_phone(page: Page) -> None:
    expect(page.locator(".lv-pointed dt")).to_have_text("forget gate ft")
    assert overflow(page) == 0
    address: str = page.evaluate("location.href")
    word = page.locator('.st-key-references a[href="#term-forget-gate"]').first
    page.evaluate("window.addEventListener('keydown', (e) => (window.keys ??= []).push(e.key))")
    word.focus()
    page.keyboard.press("Enter")
    box = page.locator(BOX)
    expect(box).to_have_accessible_name("forget gate")
    expect(box).to_be_focused()
    expect(box).to_contain_text("1 keeps all of it, 0 forgets it.")
    place = box.bounding_box()
    assert place and place["x"] >= 0 and place["x"] + place["width"] <= 390
    assert overflow(page) == 0
    assert page.evaluate("location.href") == address
    assert violations(page) == []

    page.keyboard.press("ArrowRight")  # the player's, if there were one
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(word).to_be_focused()
    assert page.evaluate("window.keys") == ["Enter"]

    # Tab goes through the box and on after the word; Shift+Tab comes back to it.
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    expect(word).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(box).to_have_count(0)
    assert page.evaluate(_FOCUSED) == "#term-hidden-state"


def test_an_entry_is_shown_when_its_anchor_is_opened_cold(new_page: Callable[..., Page]) -> None:
    page = new_page()
    open_app(page, "/glossary#term-cell-state")
    expect(page.locator(".lv-pointed dt")).to_contain_text("cell state")
    page = new_page()
    open_app(page, "/forget-gate#term-cell-state")
    expect(page.locator(BOX)).to_have_accessible_name("cell state")


def test_the_lesson_is_searched_and_walked_through_without_a_reload(page: Page) -> None:
    open_app(page, "/glossary")
    page.evaluate("window.stays = true")
    tabs = page.context.pages
    assert axe(page) == []
    entries = page.locator("section .lv-entry:visible")
    everything = entries.count()
    field = page.get_by_label("Find a word or a symbol")
    for wanted, found in (("BPTT", "back-propagation-through-time"), ("c̃", None), ("∂", "")):
        field.fill(wanted)
        if found:
            expect(entries).to_have_attribute("id", f"term-{found}")
        elif found == "":
            expect(entries).to_have_count(0)
            expect(page.get_by_role("status")).to_have_text(
                "Nothing here says “∂”; try a shorter word."
            )
        else:
            assert 1 < entries.count() < 8
    field.press("Escape")
    expect(entries).to_have_count(everything)

    # Another word, the same one again, elsewhere, the close button; always one box at most.
    words, box = page.locator('.st-key-references a[href^="#term-"]'), page.locator(BOX)
    words.nth(0).click()
    words.nth(3).click()
    expect(box).to_have_count(1)
    words.nth(3).click()
    expect(box).to_have_count(0)
    words.nth(0).click()
    page.get_by_role("heading", name="True or false?").click()
    expect(box).to_have_count(0)
    words.nth(0).click()
    box.get_by_role("button", name="Close").click()
    expect(words.nth(0)).to_be_focused()
    page.keyboard.press("Enter")

    # To a scene, in the same session; there and back the one listener still listens.
    box.get_by_role("button", name="Close").click()
    page.locator('.st-key-references a[href="#term-cell-state"]').first.click()
    box.get_by_role("link").click()
    page.wait_for_url("**/cell-state")
    expect(box).to_have_count(0)
    at_rest(page)
    page.go_back()
    words.nth(0).click()
    expect(box).to_have_count(1)
    assert page.context.pages == tabs, "no other tab"
    assert page.evaluate("window.stays"), "the page was loaded anew"
