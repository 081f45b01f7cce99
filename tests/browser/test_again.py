"""What was surely wrong in one scene is open on the map, and asked again where the map leads."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.player import drawn, position, press
from tests.browser.test_accessible import axe


def open_ones(page: Page) -> set[str]:
    kept: Any = json.loads(page.evaluate("localStorage.getItem('lstm-viz-progress')"))
    return {concept for entry in kept.values() for concept in entry["open"]}


@pytest.mark.view(path="/?t=5&ask=1", fresh=True)
def test_a_surely_wrong_answer_is_open_until_its_second_guise_is_answered(page: Page) -> None:
    drawn(page)
    expect(page.locator(".lv-asking")).to_have_count(1)
    press(page, "s")
    sure = page.get_by_role("group", name="How sure are you?")
    expect(sure.get_by_role("button", name="sure")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".lv-live")).to_have_text("You are sure.")
    press(page, "1")
    expect(page.locator(".lv-feedback")).to_contain_text("Asked again in “Squashing”.")
    assert open_ones(page) == {"same-input-same-answer"}

    opened = page.locator(".lm-open")
    expect(opened).to_contain_text("How many pears? Say it first. You were sure.", ignore_case=True)
    opened.get_by_role("link", name="Asked again in “Squashing”").click()
    page.wait_for_function("() => location.pathname === '/squashing'")
    drawn(page)
    again = page.get_by_role("group", name="Once more")
    expect(again).to_contain_text("In another story Mia picks an apple")
    expect(page.locator(".lv-live")).to_contain_text("Once more. In another story")
    options = again.locator(".lv-options > button:has(kbd)").all()
    assert len(options) > 1
    for number, option in enumerate(options, 1):
        words = option.inner_text().removeprefix(str(number)).strip()
        expect(page.locator(".lv-live")).to_contain_text(f"{number}: {words}")
    assert axe(page) == []
    press(page, "2")
    expect(page.locator(".lv-feedback")).to_have_text(
        re.compile("^Once more: Right. It is “more than before”. It says 1, then 2")
    )
    assert position(page) == 1 and open_ones(page) == set()
