"""The conveyor belt in a real browser: the forget gate set, a place predicted, the belt run."""

import re

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.notation import number
from lstm_viz.scenes.cell_state import record as belt
from tests.browser.player import drawn, drawn_anew, figure, press, settled


def carried(page: Page) -> list[str]:
    settled(page)
    found: list[str] = figure(page)["parcels"]["text"]
    return found


def wanted(keep: float, gate: str, t: int) -> list[str]:
    return [number(value, sign=True) for value in belt.run(keep, gate).trace.c[t]]


@pytest.mark.view(path="/cell-state?part=belt")
def test_the_belt_fades_as_predicted(page: Page) -> None:
    drawn(page)
    assert carried(page) == wanted(0.9, "shut", 0)
    press(page, "ArrowRight")  # where is it ten steps on?
    marker = page.locator(".lv-marker")
    marker.focus()
    press(page, "Home", "Enter")  # at 0: a gate is a switch
    expect(page.locator(".lv-feedback")).to_have_text(re.compile(r"^Not so\..*× 1\.00 = 0\.35"))
    expect(page.locator(".lv")).to_have_attribute("data-position", "1")
    page.locator(".lv-next").focus()
    press(page, *["ArrowRight"] * 10)  # one of them passes by what a gradient is asked
    expect(page.locator(".lv")).to_have_attribute("data-position", "10")
    assert carried(page) == wanted(0.9, "shut", 10)
    expect(page.locator(".lv-sentence")).to_contain_text("Half is gone every 6.6 steps")

    with drawn_anew(page):
        page.locator(".st-key-cell-state_input").get_by_text("free").click()
    expect(page.locator(".lv")).to_have_attribute("data-position", "10")
    assert carried(page) == wanted(0.9, "free", 10)
    expect(page.locator(".lv-numbers")).to_contain_text("by all paths")
