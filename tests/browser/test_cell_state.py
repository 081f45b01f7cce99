"""The cell state in a real browser: the whole scene by one key and answers."""

import re

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.notation import number
from lstm_viz.scenes.cell_state.picture.board import MOMENTS
from lstm_viz.scenes.cell_state.questions import QUESTIONS
from lstm_viz.scenes.cell_state.record import SINGS, run
from tests.browser.helpers import TEXTS
from tests.browser.player import drawn, figure, press, settled

PRESSES = 13
"""Of the whole scene with its answers, the one into the next scene among them."""


@pytest.mark.view(path="/cell-state")
def test_the_whole_scene_by_one_key_and_answers_in_front_of_a_class(page: Page) -> None:
    drawn(page)
    press(page, "p")
    page.wait_for_function("() => document.documentElement.hasAttribute('data-lv-presents')")
    carried, presses = run(), 0
    asked = {one.t: one for one in QUESTIONS}
    for n in range(1, len(MOMENTS)):
        press(page, "ArrowRight")
        presses += 1
        if n in asked:
            expect(page.locator(".lv-sentence")).to_have_text(asked[n].ask)
            press(page, str(asked[n].right(carried) + 1))
            presses += 1
            expect(page.locator(".lv-feedback")).to_contain_text("Right.")
        expect(page.locator(".lv")).to_have_attribute("data-position", str(n))
        settled(page)
        assert page.locator(".lv-plot").evaluate(TEXTS)["found"] == [], MOMENTS[n].label
        drawing = figure(page)
        assert (drawing["c"].get("opacity") == 0) == (n < 3 or not MOMENTS[n].sum)
        if MOMENTS[n].asked:
            asked_at = drawing
    says = [re.sub("<[^>]+>", "", text) for text in asked_at["basket-rnn says"]["text"]]
    assert says[0] == "2✓" and says[-1] == "3✗" and len(says) == SINGS + 1
    shown = " ".join(asked_at["belt numbers"]["text"])
    assert all(number(value) in shown for value in carried.c[-1])
    press(page, "ArrowRight")
    presses += 1
    page.wait_for_url("**/output-gate*")
    assert presses == PRESSES
