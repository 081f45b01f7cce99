"""Is it true? in a real browser: a claim is guessed, tested, and the next one comes."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from lstm_viz.scenes.claims.record import CLAIMS
from tests.browser.helpers import open_app, overflow
from tests.browser.player import drawn, figure, press, settled
from tests.browser.test_accessible import violations

FIRST, SECOND, *_ = CLAIMS.values()
LEADS_ON = """() => {
    const { x, y, width, height } = document.querySelector(".lv-next").getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2)?.closest(".lv-next");
}"""
"""Whether a finger reaches the button that leads on."""


def test_a_claim_is_guessed_tested_missed_and_the_next_one_comes(tab: Callable[..., Page]) -> None:
    page = tab(viewport=(390, 844), color_scheme="dark")
    open_app(page, "/claims")
    drawn(page)
    assert figure(page)["curve 0"]["opacity"] == 0
    press(page, "ArrowRight")
    expect(page.locator(".lv-asking")).to_contain_text(FIRST.says)
    press(page, "2")
    expect(page.locator(".lv-feedback")).to_have_text(re.compile("^Not so"))
    settled(page)
    assert figure(page)["curve 0"]["opacity"] == 1
    expect(page.locator(".lv-title")).to_have_text(re.compile("^True"))
    assert violations(page) == [] and overflow(page) == 0
    page.wait_for_function(LEADS_ON)
    press(page, "ArrowRight")
    expect(page.locator(".lv-title")).to_contain_text(SECOND.says)
    page.wait_for_function("id => location.search.includes(`claim=${id}`)", arg=SECOND.id)

    page.goto("/")  # what was missed is on the map, and asked again in the lesson
    drawn(page)
    missed = page.locator(".lm-open li")
    expect(missed).to_have_count(1)
    expect(missed).to_contain_text(f"Is it true? · “{FIRST.says}”")
    expect(missed.get_by_role("link")).to_have_text("Asked again in “The forget gate”")
