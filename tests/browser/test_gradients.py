"""Gradients through time in a real browser: the scene by one key and answers, and a knob."""

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.scenes.gradients.questions import questions
from lstm_viz.scenes.gradients.record.jacobian import ways
from lstm_viz.scenes.gradients.record.mattered import LINE, STORY, of_line, of_story
from lstm_viz.scenes.gradients.record.run import run
from lstm_viz.scenes.gradients.record.settings import OPEN, Settings
from lstm_viz.scenes.gradients.words.captions import CHANGE, ROADS, START, WIDE
from lstm_viz.scenes.gradients.words.jacobian import between
from lstm_viz.scenes.gradients.words.sizes import size
from tests.browser.helpers import TEXTS
from tests.browser.player import drawn, drawn_anew, figure, open_player, press, settled

PRESSES = 9
"""Of the whole scene with its answers, the one into the next scene among them."""


@pytest.mark.view(path="/gradients")
def test_the_scene_by_one_key_and_answers_and_a_knob_turned_on_the_way(page: Page) -> None:
    drawn(page)
    found, presses = run(Settings()), 0
    asked = {one.t: one for one in questions(found)}
    for frame in range(1, WIDE + 1):
        press(page, "ArrowRight")
        presses += 1
        if frame in asked:
            expect(page.locator(".lv-sentence")).to_have_text(asked[frame].ask)
            press(page, str(asked[frame].right(found) + 1))
            presses += 1
            expect(page.locator(".lv-feedback")).to_contain_text("Right.")
        at(page, frame)
        sizes = figure(page)["lane sizes"]["text"]
        if frame == START:
            assert [f"<b>{size(way.h[0])}</b>" for way in found.ways.values()] == sizes[:3]
        if frame == ROADS:
            assert sizes[0] == f"<b>{size(found.roads.direct[0])}</b>"
        assert (figure(page)["curve LSTM"]["opacity"] == 0) == (frame in (CHANGE, ROADS))
    with drawn_anew(page):
        page.get_by_role("combobox", name="Start from").click()
        page.get_by_role("option", name="Forget gates wide open").click()
    opened = run(Settings(bias=OPEN)).ways["LSTM"]
    assert figure(page)["lane sizes"]["text"][2] == f"<b>{size(opened.h[0])}</b>"
    page.evaluate("document.activeElement.blur()")

    press(page, "ArrowRight")
    presses += 1
    expect(page.locator(".lv-title")).to_contain_text("how many apples?")
    for frame, one in enumerate((of_story(STORY), of_line(LINE))):
        at(page, frame)
        apart = [k for k, text in enumerate(figure(page)["disagree"]["text"]) if text == "≠"]
        assert apart == sorted(one.disagree)
        press(page, "ArrowRight")
        presses += 1
    page.wait_for_url("**/your-turn*")
    assert presses == PRESSES

    open_player(page, "/gradients?part=jacobian&h=32&step=20")
    settings = Settings(hidden_size=32)
    expect(page.locator(".lv-title")).to_contain_text("One step: 20 of 50")
    drawn(page)
    at(page, 0)
    assert figure(page)["matrix RNN"]["opacity"] == 1
    assert len(figure(page)["values LSTM c"]["x"]) == settings.hidden_size
    press(page, "ArrowRight")
    at(page, 1)
    for k, logs in enumerate(ways(settings).values()):
        assert figure(page)["under"]["text"][k] == between(*logs[0, [0, -1]])


def at(page: Page, frame: int) -> None:
    """There, with every text readable in its place."""
    expect(page.locator(".lv")).to_have_attribute("data-position", str(frame))
    settled(page)
    assert page.locator(".lv-plot").evaluate(TEXTS)["found"] == []
