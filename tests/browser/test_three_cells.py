"""Three cells in a real browser: in step, into one of them and back, and the race."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.helpers import open_app, overflow
from tests.browser.player import drawn, figure, press, settled
from tests.browser.test_accessible import violations


def test_three_cells_step_together_lead_into_each_and_race(tab: Callable[..., Page]) -> None:
    page = tab(viewport=(390, 844), color_scheme="dark")
    open_app(page, "/three-cells")
    drawn(page)
    before = figure(page)["lstm keeps 0"]["marker"]["color"]
    press(page, "ArrowRight")
    settled(page)
    assert figure(page)["lstm keeps 0"]["marker"]["color"] != before
    expect(page.locator(".lv-title")).to_contain_text("Step 2 of 10")
    assert violations(page) == [] and overflow(page) == 0
    press(page, "z")
    expect(page.locator(".lv-back")).to_be_visible()
    page.wait_for_function("() => location.search.includes('view=cell')")
    page.locator(".lv-back").click()
    expect(page.locator(".lv-title")).to_contain_text("Step 2 of 10")
    page.get_by_role("radio", name="The race").click()
    expect(page.locator(".lv-title", has_text="Before the start")).to_be_visible()
    drawn(page)
    press(page, "ArrowRight")
    expect(page.locator(".lv-asking")).to_contain_text("how many will learn")
    press(page, "1")
    expect(page.locator(".lv-feedback")).to_have_text(re.compile("^Not so"))
    press(page, "End")
    settled(page)
    expect(page.locator(".lv-title")).to_contain_text("The end")
    assert len(set(figure(page)["rnn mean"]["x"])) > 1
    assert violations(page) == [] and overflow(page) == 0
    page.get_by_role("button", name="Race now").click()
    expect(page.locator(".lv-title", has_text="Your race, seed 5")).to_be_visible()
    page.wait_for_function("() => location.search.includes('race=live')")
    expect(page.locator(".lv-title")).to_contain_text("the end", timeout=30_000)
    expect(page.get_by_role("button", name="New seed")).to_be_visible()
    settled(page)
    assert len(set(figure(page)["lstm mean"]["x"])) > 1
    assert violations(page) == [] and overflow(page) == 0
