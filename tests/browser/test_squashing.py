"""Squashing in a real browser: predicted by keyboard, a value dragged, from part to part."""

import re

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.notation import number
from lstm_viz.scenes.squashing.record.tanh import tanh_run
from tests.browser.helpers import TEXTS
from tests.browser.player import drawn, drawn_anew, figure, press, settled


def expect_frame(page: Page, position: int) -> None:
    expect(page.locator(".lv")).to_have_attribute("data-position", str(position))


def onward(page: Page, part: str) -> None:
    """The next part, by one key; who presses it twice does not skip one."""
    expect(page.locator(".lv-next")).to_have_text(f"next: {part}→")
    with drawn_anew(page):
        press(page, "ArrowRight", "ArrowRight")
    expect(page.locator(".st-key-squashing_part [aria-checked=true]")).to_have_text(part)
    expect_frame(page, 0)


def expect_legible(page: Page) -> None:
    """The walk through the lesson sees the first part alone."""
    settled(page)
    texts = page.locator(".lv-plot").evaluate(TEXTS)
    assert texts["count"] > 20 and texts["found"] == []


def numbers(page: Page) -> list[str]:
    settled(page)
    return [
        text for side in ("plain", "squashed") for text in figure(page)[f"{side} numbers"]["text"]
    ]


@pytest.mark.view(path="/squashing")
def test_gates_are_shares_and_values_are_squashed(page: Page) -> None:
    """From the first frame to the next scene by → alone, but for what is asked and set."""
    drawn(page)
    press(page, "ArrowRight", "ArrowRight", "1")  # σ(0) is 0?
    expect_frame(page, 2)
    expect(page.locator(".lv-feedback")).to_have_text(
        re.compile(r"^Not so\..*half of what is held")
    )
    press(page, "ArrowRight", "1", "ArrowRight")
    expect_frame(page, 4)
    onward(page, "tanh: values")
    expect_legible(page)

    run = tanh_run(1.2, (0.9, -0.4, 0.5))
    press(page, "ArrowRight", "ArrowRight")  # where will tanh put it?
    expect_frame(page, 1)
    marker = page.locator(".lv-marker")
    marker.focus()
    for _ in range(25):  # from 0 to 1: who believes that tanh clips
        press(page, "ArrowRight")
    press(page, "Enter")
    expect_frame(page, 2)
    expect(page.locator(".lv-feedback")).to_have_text(re.compile(r"^Not so\..*none ever reaches 1"))
    both_sides = [*run.plain[1], *run.squashed[1]]
    assert numbers(page) == [number(value, sign=True) for value in both_sides]

    with drawn_anew(page):
        page.locator(".st-key-squashing_gain").get_by_role("slider").focus()
        press(page, "ArrowRight")
    expect_frame(page, 2)
    run = tanh_run(1.3, (0.9, -0.4, 0.5))
    both_sides = [*run.plain[1], *run.squashed[1]]
    assert numbers(page) == [number(value, sign=True) for value in both_sides]
    page.wait_for_function("() => location.search === '?part=tanh&gain=1.3&t=3'")

    page.locator(".lv-next").focus()
    press(page, "ArrowRight", "2")
    expect_frame(page, 3)
    expect_legible(page)
    expect(page.locator(".lv-next")).to_have_text("next: The forget gate→")
