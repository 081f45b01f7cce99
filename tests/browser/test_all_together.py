"""All together in a real browser: the whole scene by one key, into a cell and back."""

import re

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.scenes.all_together.picture.cell import STAGES
from lstm_viz.scenes.all_together.picture.layout import layouts
from lstm_viz.scenes.all_together.questions import cell_questions, row_questions
from lstm_viz.scenes.all_together.record import STORY, run
from tests.browser.helpers import TEXTS
from tests.browser.player import drawn, figure, press, settled

SENTENCES = len(STORY)
_, TALL = layouts(SENTENCES)
PRESSES = 15
"""Of the whole scene with its answers, the one into the next scene among them."""


def in_cell(page: Page) -> None:
    expect(page.locator(".lv-back .lv-way")).to_have_text("All sentences")
    drawn(page)


@pytest.mark.view(path="/all-together")
def test_the_whole_scene_by_one_key_and_answers_in_front_of_a_class(page: Page) -> None:
    drawn(page)
    press(page, "p")
    page.wait_for_function("() => document.documentElement.hasAttribute('data-lv-presents')")
    presses, basket = 0, run()
    asked = {one.t: one for one in row_questions()}
    for n in range(1, SENTENCES):
        press(page, "ArrowRight")
        presses += 1
        if n in asked:
            expect(page.locator(".lv-sentence")).to_have_text(asked[n].ask)
            page.wait_for_function("() => location.search.includes('ask=1')")
            press(page, str(asked[n].right(basket) + 1))
            presses += 1
            expect(page.locator(".lv-feedback")).to_contain_text("Right.")
        expect(page.locator(".lv-title")).to_have_text(basket.label(n))
        settled(page)
        assert page.locator(".lv-plot").evaluate(TEXTS)["found"] == [], basket.label(n)
    press(page, "ArrowRight")  # past the end: into the cell at that word
    in_cell(page)
    expect(page.locator(".lv-asking")).to_have_count(0)  # however quickly one went on
    (turn,) = cell_questions(SENTENCES - 1)
    press(page, "ArrowRight")
    expect(page.locator(".lv-sentence")).to_have_text(turn.ask)
    press(page, str(turn.right(basket) + 1))
    press(page, *["ArrowRight"] * (len(STAGES) - 2))
    expect(page.locator(".lv-title")).to_contain_text(STAGES[-1].title)
    press(page, "ArrowRight")
    presses += 3 + len(STAGES) - 2 + 1
    page.wait_for_url("**/how-it-learns*")
    assert presses == PRESSES


@pytest.mark.view(path="/all-together?t=3", viewport=(390, 844))
def test_on_a_phone_into_the_cell_at_a_sentence_and_back(page: Page) -> None:
    drawn(page)
    settled(page)
    assert page.locator(".lv-plot").evaluate(TEXTS)["found"] == []
    assert figure(page)["i"]["marker"]["color"][5] > 0.9, "the pears’ input gate"
    # A click on a value of an earlier sentence, the first one’s input gate for the apples.
    plot = page.locator(".lv-plot")
    box = plot.bounding_box()
    assert box is not None
    x, y = (at * box["width"] / TALL.size[0] for at in TALL.middle("i", 0, 0))
    plot.click(position={"x": x, "y": y})
    expect(page.locator(".lv-drawer-body .lv-line")).to_have_count(1)
    expect(page.locator(".lv-drawer-body")).to_contain_text("“Mia picks an apple”: input gate")
    press(page, "Escape")
    page.get_by_role("button", name="Look inside").click()
    in_cell(page)
    expect(page).to_have_url(re.compile(r"view=cell&word=3"))
    expect(page.locator(".lv-unit")).to_have_value("1")  # the pears’, of which the sentence is
    press(page, "Escape")
    expect(page.locator(".lv-title")).to_have_text(run().label(2))
    expect(page).to_have_url(re.compile(r"\?t=3$"))
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, "nothing to scroll sideways"
