"""Around the cell in a real browser: a part to its end, the next one, and what can be set."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.helpers import open_app, overflow
from tests.browser.player import drawn, figure, press, settled
from tests.browser.test_accessible import violations


def test_one_part_leads_to_the_next_and_a_slider_to_its_picture(tab: Callable[..., Page]) -> None:
    page = tab(viewport=(390, 844), color_scheme="dark")
    open_app(page, "/around?t=5")
    drawn(page)
    shown = figure(page)
    assert shown["heated"]["marker"]["size"] == [0, 0, 0, 0]
    assert shown["weight"]["opacity"] == 0, "a narrow screen makes room"
    before = shown["shares"]["marker"]["size"]
    page.locator(".st-key-around_heat").get_by_role("slider").press("ArrowRight")
    expect(page.locator(".lv-title")).to_contain_text("Temperature 2.25")
    drawn(page)
    heated = figure(page)["heated"]["marker"]["size"]
    assert 0 < max(heated) < max(before), "they come closer to each other"
    assert violations(page) == [] and overflow(page) == 0
    page.locator(".lv-bar").get_by_role("button", name="Shapes").click()
    expect(page.locator(".lv-title")).to_contain_text("3 samples")
    page.wait_for_function("() => location.search.includes('part=shapes')")
    drawn(page)
    press(page, "ArrowRight")
    expect(page.locator(".lv-title")).to_contain_text("One step")
    settled(page)
    inks = figure(page)["sample 1"]["marker"]["color"]
    assert inks[4] != inks[0] == inks[-1], "one step is looked at"
    assert violations(page) == [] and overflow(page) == 0
