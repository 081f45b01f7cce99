"""Squashing in a real browser: predicted by keyboard, a value dragged, from part to part."""

import re

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.notation import number
from lstm_viz.scenes.squashing.record.gradient import gradient_runs
from lstm_viz.scenes.squashing.record.tanh import tanh_run
from lstm_viz.scenes.squashing.words.powers import in_powers
from tests.browser.helpers import TEXTS
from tests.browser.player import drawn, drawn_anew, figure, press, settled


def expect_frame(page: Page, position: int) -> None:
    expect(page.locator(".lv")).to_have_attribute("data-position", str(position))


def part(page: Page, name: str) -> None:
    with drawn_anew(page):
        page.locator(".st-key-squashing_part").get_by_text(name).click()
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
def test_values_are_squashed_gates_opened_and_gradients_vanish(page: Page) -> None:
    drawn(page)
    run = tanh_run(1.2, (0.9, -0.4, 0.5))
    press(page, "ArrowRight", "ArrowRight")
    expect_frame(page, 2)
    press(page, "ArrowRight")  # where will tanh put it?
    marker = page.locator(".lv-marker")
    marker.focus()
    for _ in range(25):  # from 0 to 1: who believes that tanh clips
        press(page, "ArrowRight")
    press(page, "Enter")
    expect_frame(page, 3)
    expect(page.locator(".lv-feedback")).to_have_text(re.compile(r"^Not so\..*none ever reaches 1"))
    both_sides = [*run.plain[1], *run.squashed[1]]
    assert numbers(page) == [number(value, sign=True) for value in both_sides]

    with drawn_anew(page):
        page.locator(".st-key-squashing_gain").get_by_role("slider").focus()
        press(page, "ArrowRight")
    expect_frame(page, 3)
    run = tanh_run(1.3, (0.9, -0.4, 0.5))
    both_sides = [*run.plain[1], *run.squashed[1]]
    assert numbers(page) == [number(value, sign=True) for value in both_sides]
    page.wait_for_function("() => location.search === '?gain=1.3&t=2&stage=2'")

    part(page, "σ: gates")
    page.locator(".lv-next").focus()
    press(page, "ArrowRight", "3")  # "almost all of it" of a gate near 0
    expect_frame(page, 1)
    expect(page.locator(".lv-feedback")).to_have_text(
        re.compile(r"^Not so\..*0\.02 × 0\.64 = 0\.01")
    )

    expect_legible(page)

    part(page, "tanh: gradients")
    page.locator(".lv-next").focus()
    press(page, *["ArrowRight"] * 6, "2")  # smaller
    expect_frame(page, 6)
    wanted = in_powers(gradient_runs(1.3).chosen.squashed_gradient[0])
    expect(page.locator(".lv-feedback")).to_have_text(re.compile(rf"^Right\..*{re.escape(wanted)}"))
    press(page, "End")
    expect(page.locator(".lv-sentence")).to_contain_text("but for this W it makes vanishing worse")
    expect_legible(page)
