"""Forecast in a real browser: drawn on, trained, shown, looked into, and back."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.helpers import open_app, overflow
from tests.browser.player import drawn, press
from tests.browser.test_accessible import violations

STEPS = "() => document.querySelector('.lv')?.lvPlayer?.film?.steps > 1"


def test_a_curve_is_drawn_on_forecast_and_looked_into(tab: Callable[..., Page]) -> None:
    page = tab(viewport=(390, 844), color_scheme="dark")
    open_app(page, "/forecast?units=8&seed=1")
    drawn(page)
    area = page.get_by_role("slider", name="How a sine with noise goes on")
    area.scroll_into_view_if_needed()
    box = area.bounding_box()
    assert box is not None
    across, down = box["x"], box["y"]
    page.mouse.move(across + 2, down + box["height"] / 2)
    page.mouse.down()
    for share in (0.25, 0.5, 0.75, 1):
        page.mouse.move(across + share * box["width"] - 1, down + box["height"] * share / 2)
    page.mouse.up()
    page.wait_for_function("() => location.search.includes('drawn=')")
    points = page.evaluate("() => document.querySelector('.lv').lvPlayer.sketch.values")
    assert len(points) == 24 and points[5] > points[11] > points[-1]

    area.focus()
    press(page, "Home", "ArrowRight", "ArrowDown")
    expect(area).to_have_attribute("aria-valuetext", re.compile("at 196, point 2 of 24$"))
    moved = page.evaluate("() => document.querySelector('.lv').lvPlayer.sketch.values")
    assert moved[1] < points[1] and moved[2:] == points[2:]
    assert violations(page) == [] and overflow(page) == 0

    page.evaluate("() => document.activeElement.blur()")
    press(page, "ArrowRight")  # trains it, then shows what came
    page.wait_for_function(STEPS)
    expect(page.locator(".lv-title")).to_have_text("What came")
    expect(page.locator(".lv-sentence")).to_contain_text("Your drawing is off by")
    assert violations(page) == [] and overflow(page) == 0
    press(page, "z")
    expect(page.locator(".lv-title")).to_contain_text("Inputs arrive")
    expect(page.locator(".lv-readout")).to_contain_text("step 193 of 240")
    press(page, "Escape")
    expect(page.locator(".lv-title")).to_have_text("What came")
    assert all(f"{value:g}" in page.url for value in moved)
