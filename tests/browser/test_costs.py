"""What it costs in a real browser: a question answered by keyboard, other sizes, the clock."""

import re

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.scenes.costs.record.formulas import parameters
from tests.browser.player import drawn, drawn_anew, figure, press, settled, version


@pytest.mark.view(path="/costs")
def test_the_cost_is_guessed_then_shown_then_asked_of_another_size(page: Page) -> None:
    drawn(page)
    expect(page.locator("section.lv")).to_have_accessible_name("Animated picture")
    expect(page.locator(".lv-next")).to_have_accessible_name("Next picture")
    first = figure(page)["bars"]["marker"]["size"]
    press(page, "ArrowRight")
    expect(page.locator(".lv-asking")).to_be_visible()
    press(page, "1")  # three gates, three times
    expect(page.locator(".lv-feedback")).to_have_text(
        re.compile(r"^Not so\. .*24,832 ÷ 6,208 = 4.*four maps")
    )
    settled(page)
    bars = figure(page)["bars"]["marker"]["size"]
    assert bars != first
    maps = bars[6:10]  # RNN: one map and the rest, GRU: three, then the LSTM's four
    assert max(maps) - min(maps) < 0.05 and bars[10] == 0
    assert sum(maps) > 3.9 * bars[0]

    with drawn_anew(page):
        slider = page.locator(".st-key-costs_h").get_by_role("slider")
        slider.focus()
        press(page, "ArrowRight")
    grown = parameters("LSTM", 65, 32)
    expect(page.locator(".lv-numbers")).to_contain_text(f"{grown:,}")
    assert figure(page)["amounts"]["text"][2] == f"<b>{grown:,}</b>"
    page.wait_for_function("() => location.search === '?h=65&stage=2'")

    before = version(page)
    page.locator(".st-key-costs_again button").click()
    page.wait_for_function(
        "(before) => document.querySelector('.lv').dataset.ready !== before", arg=before
    )
    drawn(page)
    expect(page.locator(".lv")).to_have_attribute("data-position", "1")
