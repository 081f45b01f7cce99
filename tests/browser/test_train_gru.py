"""A GRU that was trained on “Train one yourself”, stepped through in a real browser."""

import re

from playwright.sync_api import Page, expect

from lstm_viz.figures.gru_stages import GRU_STAGES
from tests.browser.helpers import TEXTS, at_rest, open_app, overflow, shoot
from tests.browser.player import (
    change_theme,
    drawn,
    expect_no_scrolling,
    figure,
    press,
    redrawn,
    resized,
    settled,
)
from tests.browser.test_accessible import violations

PATH = "/train?task=parity&size=6&cell=gru&units=6&steps=50&seed=3"


def look_inside(page: Page) -> None:
    """Train it, and go to its cell."""
    open_app(page, PATH)
    drawn(page)
    page.locator(".st-key-train_start button").click()
    told = page.locator(".st-key-train_bar [data-testid=stProgress]")
    expect(told).to_contain_text(re.compile("^(Done after|All) "), timeout=180_000)
    at_rest(page)
    page.get_by_text("In the cell").click()
    page.wait_for_function(
        "() => 'kept' in (document.querySelector('.lv').lvPlayer.film.signals ?? {})"
    )
    drawn(page)


def values(page: Page, signal: str) -> list[str]:
    """The numbers in the cells of a strip."""
    strips = figure(page)["strips"]
    cells = zip(strips["customdata"], strips["text"], strict=True)
    return [text for (name, _), text in cells if name == signal and text.strip("\u00a0 ")]


def test_its_numbers_are_opened_and_every_stage_can_be_read_in_every_room(page: Page) -> None:
    look_inside(page)
    expect_no_scrolling(page)
    page.evaluate("document.activeElement.blur()")
    its_numbers_are_opened_down_to_both_biases(page)
    found: dict[str, list[str]] = {}
    for room in ("light", "dark phone"):
        if room == "dark phone":
            resized(page, (390, 844))
            change_theme(page, "dark")
            press(page, "Home")
        for k, stage in enumerate(GRU_STAGES):
            expect(page.locator(".lv-title")).to_have_text(f"{k + 1} {stage.title}")
            settled(page)
            texts = page.locator(".lv-plot").evaluate(TEXTS)
            assert texts["count"] > 30
            beside = [f"scrolls sideways by {by} px"] if (by := overflow(page)) else []
            found[f"{room}, {stage.id}"] = [*texts["found"], *beside]
            if stage.id in ("candidate", "mix"):
                found[f"{room}, {stage.id}"] += violations(page)
                shoot(page, f"train-gru-{stage.id}-{room}", full_page=room != "light")
            press(page, "ArrowRight")
        expect(page.locator(".lv-title")).to_have_text("1 Inputs arrive")
    assert {where: lines for where, lines in found.items() if lines} == {}


def its_numbers_are_opened_down_to_both_biases(page: Page) -> None:
    assert not values(page, "xn")
    press(page, *["ArrowRight"] * 3)
    expect(page.locator(".lv-title")).to_have_text("4 Candidate")
    settled(page)
    x, h, n = (values(page, name) for name in ("xn", "hn", "n"))
    assert len(x) == len(h) == len(n) == 6
    said = page.locator(".lv-numbers").inner_text()
    for shown in (x[0], h[0], n[0]):
        assert shown.removeprefix("+") in said
    page.get_by_role("button", name="where from?").click()
    drawer = page.locator(".lv-drawer")
    expect(drawer).to_contain_text("candidate")
    for part in ("n.z_n", "z_n.xn", "z_n.hn"):
        details = drawer.locator(f'details[data-part="{part}"]')
        if details.get_attribute("open") is None:
            details.locator("> summary").click()
    expect(drawer).to_contain_text("bias of x")
    expect(drawer).to_contain_text("bias of h")
    shoot(page, "train-gru-where-from")
    with redrawn(page):
        press(page, "Escape")
    press(page, "Home")
