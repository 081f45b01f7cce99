"""Your turn in the browser: a level by the keyboard alone, on a narrow dark screen."""

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.notation import number
from lstm_viz.scenes.your_turn.controls.params import ASKED
from lstm_viz.scenes.your_turn.record.task import fresh
from lstm_viz.scenes.your_turn.words import LABELS
from tests.browser.helpers import overflow, shoot
from tests.browser.player import drawn
from tests.browser.test_accessible import violations

SEED = 5


@pytest.mark.view(
    color_scheme="dark",
    viewport=(390, 844),
    path=f"/your-turn?level=gaps&seed={SEED}",
)
def test_a_level_is_filled_in_without_leaving_the_keyboard(page: Page) -> None:
    drawn(page)
    page.get_by_label(LABELS["f"], exact=True).focus()
    for step in ASKED["gaps"]:
        field = page.get_by_label(LABELS[step], exact=True)
        expect(field).to_be_focused()
        expect(field).to_have_value("")
        page.keyboard.type(number(fresh(SEED).exact[step].item()))
        page.keyboard.press("Enter")
    expect(page.get_by_text("The whole step is right")).to_be_visible()
    expect(page.locator(".lv-ribbon button[aria-current]")).to_contain_text("Release")
    assert not violations(page) and not overflow(page)
    shoot(page, "your-turn-phone-dark")
