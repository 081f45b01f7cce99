"""Image captioning in a real browser: painted by pointer and by keys, told, looked into."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from lstm_viz.networks.captions.pixels import DIGITS
from tests.browser.helpers import open_app, overflow
from tests.browser.player import drawn, press, resized, settled
from tests.browser.test_accessible import focus_is_visible, violations

CELLS = "() => document.querySelector('.lv').lvPlayer.painting.cells"
SEEN = """() => document.querySelector('.lv-plot').data
    .find(({ name }) => name === 'pixels').marker.color"""
TOLD = """(before) => {
    const player = document.querySelector('.lv')?.lvPlayer;
    return player?.film.painting?.cells === player?.painting.cells.join('')
        && player.film.painting.cells !== before;
}"""

COVERED = """() => {
    const box = (name) => document.querySelector(name).getBoundingClientRect();
    return box('.lv-painting').bottom - box('.lv-palette button').top;
}"""
"""How many pixels of the picture the first row of colours lies over."""


def test_a_picture_is_painted_told_and_looked_into(tab: Callable[..., Page]) -> None:
    page = tab(viewport=(390, 844), color_scheme="dark")
    open_app(page, "/captions")
    drawn(page)
    first = "".join(page.evaluate(CELLS))
    title = page.locator(".lv-title")
    expect(title).to_have_text("“a red circle left of a blue cross”")
    page.get_by_role("button", name="Blank page").click()
    page.wait_for_function(TOLD, arg=first)
    blank = "".join(page.evaluate(CELLS))
    assert blank == "f" * DIGITS
    area = page.get_by_role("application", name="The picture")
    page.get_by_role("group", name="Colours").get_by_role("button", name="green").click()
    area.scroll_into_view_if_needed()
    box = area.bounding_box()
    assert box is not None
    pixel = box["width"] / 16
    for row in range(5, 11):  # a square, in one stroke to and fro
        for column in (5, 10) if row % 2 else (10, 5):
            page.mouse.move(box["x"] + (column + 0.5) * pixel, box["y"] + (row + 0.5) * pixel)
            if (row, column) == (5, 5):
                page.mouse.down()
    page.mouse.up()
    page.wait_for_function(TOLD, arg=blank)
    cells = page.evaluate(CELLS)
    assert sum(colour == "394" for colour in cells) == 36
    assert cells[5 * 16 + 5] == cells[10 * 16 + 10] == "394"
    expect(title).to_have_text("“a green square in the middle”")

    area.focus()
    press(page, "Home", "PageUp", "5", "Space")  # one pixel at the top left, blue
    page.wait_for_function(TOLD, arg="".join(cells))
    assert page.evaluate(CELLS)[0] == "36d"
    expect(area).to_be_focused()
    expect(area).to_have_attribute("aria-label", re.compile(r"Row 1, column 1: blue\."))
    assert violations(page) == [] and overflow(page) == 0
    page.get_by_role("button", name="blue", pressed=True).focus()
    assert focus_is_visible(page)
    for viewport in ((1024, 700), (390, 844)):
        resized(page, viewport)
        assert page.evaluate(COVERED) <= 1, f"colours lie on the picture at {viewport}"

    page.evaluate("() => document.activeElement.blur()")
    press(page, "ArrowRight", "ArrowRight", "ArrowRight")
    expect(title).to_have_text(re.compile("^“"))
    expect(area).to_have_count(0)
    settled(page)
    seen = [colour.removeprefix("#") for colour in page.evaluate(SEEN)]
    assert seen == ["36d", *cells[1:]], "the picture below is what was painted"
    expect(page.locator(".lv-sentence")).to_contain_text("It reads its own word")
    assert overflow(page) == 0
    press(page, "z")
    expect(title).to_contain_text("Inputs arrive")
    expect(page.locator(".lv-readout")).to_contain_text("step 2 of")
    press(page, "Escape")
    expect(page.locator(".lv-sentence")).to_contain_text("It reads its own word")
    page.locator(".lv-into").focus()  # which is not there, in the cell
    press(page, "Enter")
    expect(title).to_contain_text("Inputs arrive")
    expect(page.locator(".lv-play")).to_be_focused()
    press(page, "Escape")
    expect(page.locator(".lv-sentence")).to_contain_text("It reads its own word")
    assert "picture=own" in page.url and "pixels=" in page.url
