"""Start here in a real browser: the story, the way into its cell, components, the map."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from lstm_viz.lesson.contents import SCENES
from lstm_viz.lesson.word_row import word_row
from lstm_viz.scenes.start.picture.cell import DIM, GROUND, STAGES
from lstm_viz.scenes.start.questions import cell_questions, story_questions
from lstm_viz.scenes.start.record.story import STORY
from lstm_viz.scenes.start.words.cell import COMPONENTS, PARTS
from lstm_viz.tasks.basket import PICKS
from tests.browser.helpers import at_rest
from tests.browser.player import drawn, figure, press, settled

ROW = word_row(STORY)
ORDER = [part.id for part in PARTS]
GATES = {"f": ("f",), "i": ("i", "g"), "o": ("o",), "c": ()}
PRESSES = 17
"""Of the whole scene, answers to its questions among them."""


def lit(page: Page) -> str:
    """The one component that is lit, in the ribbon and in the picture alike."""
    settled(page)
    drawing = figure(page)
    grounds = [part.id for part in COMPONENTS if drawing[f"ground {part.id}"]["opacity"] == GROUND]
    assert len(grounds) == 1
    gates = {gate for gate in "figo" if drawing[f"gate {gate}"]["opacity"] != DIM}
    assert gates == set(GATES[grounds[0]]), "the rest dims"
    name = next(part.name for part in COMPONENTS if part.id == grounds[0])
    expect(page.locator(".lv-ribbon [aria-current]")).to_contain_text(name)
    return grounds[0]


def layers(page: Page) -> list[int]:
    """The traces of the picture from the lowest to the highest, by their number in the data."""
    found: list[int] = page.evaluate(
        """() => [...document.querySelectorAll('.lv-plot .scatterlayer > .trace')]
            .map((group) => group.__data__[0].trace.index)"""
    )
    return found


def card(page: Page, title: str) -> Locator:
    return page.get_by_role("navigation", name="Map of the lesson").get_by_role(
        "link", name=re.compile(title)
    )


def kept(page: Page) -> Any:
    return json.loads(page.evaluate("localStorage.getItem('lstm-viz-progress')") or "{}")


def in_cell(page: Page) -> None:
    expect(page.get_by_role("button", name="The story")).to_be_visible()
    drawn(page)


@pytest.mark.view(path="/")
def test_the_whole_scene_by_one_key_and_answers(page: Page) -> None:
    page.evaluate("localStorage.removeItem('lstm-viz-progress')")
    page.reload()
    drawn(page)
    presses = 0
    asked = {one.t: one for one in story_questions(ROW)}
    for n in range(1, len(ROW)):
        press(page, "ArrowRight")
        presses += 1
        if n in asked:
            expect(page.locator(".lv-sentence")).to_have_text(asked[n].ask)
            settled(page)
            assert page.locator(".lv").get_attribute("data-position") == str(n - 1)
            press(page, str(asked[n].right(ROW) + 1))
            presses += 1
            expect(page.locator(".lv-feedback")).to_contain_text("Right.")
        expect(page.locator(".lv-title")).to_have_text(ROW.columns[n].label)
    press(page, "ArrowRight")  # past the end: into the cell at that word
    in_cell(page)
    expect(page.locator(".lv-ribbon button").first).to_contain_text(PICKS[0])
    (holds,) = cell_questions(ROW)
    press(page, "ArrowRight")
    assert lit(page) == "i"
    press(page, "ArrowRight")
    expect(page.locator(".lv-sentence")).to_have_text(holds.ask)
    press(page, str(holds.right(ROW) + 1))
    expect(page.locator(".lv-feedback")).to_contain_text("Right.")
    assert lit(page) == "c"
    press(page, *["ArrowRight"] * (len(STAGES) - 3))
    presses += 4 + len(STAGES) - 3
    expect(page.locator(".lv-title")).to_contain_text("All four named")
    assert presses == PRESSES

    # A card leads to its scene, and the session comes along: back here, it is as it was left.
    here = card(page, SCENES[0].title)
    expect(here).to_contain_text("3 of 3 predicted right")
    card(page, SCENES[-1].title).click()
    expect(page.get_by_role("heading", level=1, name=SCENES[-1].title)).to_be_attached()
    assert page.url.rstrip("/").endswith(SCENES[-1].id)
    at_rest(page)
    page.go_back()
    in_cell(page)
    expect(page.locator(".lv-title")).to_contain_text("All four named")

    # The map follows, in this browser alone; "start over" can be taken back.
    page.get_by_role("button", name="Start over").click()
    expect(here).to_contain_text("not seen yet")
    assert kept(page) == {}
    page.get_by_role("button", name="Undo").click()
    expect(here).to_contain_text("3 of 3 predicted right")


@pytest.mark.view(path="/?t=5")
def test_into_the_cell_at_a_word_its_components_and_back(page: Page) -> None:
    drawn(page)
    press(page, "z")
    in_cell(page)
    expect(page).to_have_url(re.compile(r"part=cell&word=5"))
    expect(page.locator(".lv-unit")).to_have_value("1")  # the pears’, of which the sentence is
    for part in COMPONENTS:
        page.locator(".lv-ribbon button").nth(ORDER.index(part.id)).click()
        assert lit(page) == part.id
    for part in COMPONENTS:
        page.locator(f'.lv-hot[data-stage="{ORDER.index(part.id)}"]').click()
        assert lit(page) == part.id
    page.locator(".lv-ribbon button").last.click()
    settled(page)
    drawing = figure(page)
    assert all(drawing[f"ground {part.id}"]["opacity"] == GROUND for part in COMPONENTS)
    assert layers(page) == sorted(layers(page)), "grounds lie behind what moved or did not move"
    assert [text for text in drawing["names"]["text"] if text.startswith("<b>")] == [
        f"<b>{part.name}</b>" for part in COMPONENTS
    ]
    press(page, "Escape")
    expect(page.locator(".lv-title")).to_have_text(ROW.columns[4].label)
    expect(page).to_have_url(re.compile(r"\?t=5$"))


@pytest.mark.view(path="/")
def test_a_sentence_is_put_in_where_the_reader_is(page: Page) -> None:
    drawn(page)
    press(page, "ArrowRight", "ArrowRight")
    page.get_by_text("Change the story").click()
    page.wait_for_function("() => document.querySelector('.lv').lvPlayer.tells")
    page.get_by_role("button", name="eats a pear").click()
    expect(page.locator(".lv-title")).to_have_text("Mia eats a pear")
    expect(page.locator(".lv-readout")).to_contain_text("sentence 4 of 10")
    expect(page.locator(".lv-sentence")).to_contain_text("negative")
    field = page.get_by_placeholder("Or type")
    field.fill("Mia buys a car")
    field.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="“buys”")).to_be_visible()
    expect(field).to_have_value("Mia buys a car")
    page.get_by_role("button", name="Take this sentence out").click()
    expect(page.locator(".lv-readout")).to_contain_text("sentence 3 of 9")


@pytest.mark.view(fresh=True)
def test_its_old_address_opens_it(page: Page) -> None:
    page.goto("/start?t=3")
    drawn(page)
    page.wait_for_url("**/?t=3")
    expect(page.locator(".lv")).to_have_attribute("data-position", "2")
    expect(page.get_by_role("dialog")).to_have_count(0)
