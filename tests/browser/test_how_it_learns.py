"""How it learns in a real browser: the film by one key and answers, then one's own."""

import re

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.notation import in_powers
from lstm_viz.scenes.how_it_learns.questions.training import questions
from lstm_viz.scenes.how_it_learns.record.gradient import gradient_runs
from lstm_viz.scenes.how_it_learns.record.shots import shipped
from lstm_viz.scenes.how_it_learns.words.captions import captions
from tests.browser.player import drawn, drawn_anew, expect_no_scrolling, figure, press, settled

FILM = shipped()
TITLES = [told.title for told in captions(FILM)]
MOST_PRESSES = 14


@pytest.mark.view(path="/how-it-learns")
def test_the_film_by_one_key_and_then_ones_own(page: Page) -> None:
    drawn(page)
    expect_no_scrolling(page)
    asked = {one.t: one for one in questions(FILM)}
    presses = 0
    for n in range(1, len(FILM.shots)):
        press(page, "ArrowRight")
        presses += 1
        if n in asked:
            expect(page.locator(".lv-sentence")).to_have_text(asked[n].ask)
            press(page, str(asked[n].right(FILM) + 1))
            presses += 1
            expect(page.locator(".lv-feedback")).to_contain_text("Right.")
        expect(page.locator(".lv-title")).to_have_text(TITLES[n])
    assert presses <= MOST_PRESSES
    settled(page)
    assert figure(page)["right other"]["opacity"] == 1

    expect(page.locator(".lv-next")).to_have_text("next: tanh and gradients→")
    with drawn_anew(page):
        press(page, "ArrowRight")
    press(page, "ArrowRight", "2")  # smaller
    wanted = in_powers(gradient_runs(1.2).chosen.squashed_gradient[0])
    expect(page.locator(".lv-feedback")).to_have_text(re.compile(rf"^Right\..*{re.escape(wanted)}"))
    press(page, "End")
    expect(page.locator(".lv-sentence")).to_contain_text("none against vanishing")
    expect(page.locator(".lv-next")).to_have_text("next: Gradients through time→")

    page.get_by_text("Your own", exact=True).click()
    start = page.locator(".st-key-learns_start button")
    expect(start).to_be_enabled()
    expect(page.locator(".lv-title")).to_have_text("Before training")
    start.click()
    progress = page.get_by_test_id("stProgress")
    expect(page.locator(".lv-title")).to_have_text(re.compile(r"After \d+ steps"), timeout=60_000)
    page.locator(".st-key-learns_stop button").click()
    expect(progress).to_contain_text("so far")
    expect(start).to_have_text("Go on")
    drawn(page)
    press(page, "Home")
    expect(page.locator(".lv-title")).to_have_text("Before training")
    expect(page).to_have_url(re.compile(r"train=own"))
