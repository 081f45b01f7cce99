"""Start here in a real browser: touching components, a prediction by keyboard, the map."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from lstm_viz.lesson.contents import SCENES
from lstm_viz.scenes.start.picture import DIM, GROUND, STAGES
from lstm_viz.scenes.start.questions import QUESTIONS
from lstm_viz.scenes.start.record import run
from lstm_viz.scenes.start.words import COMPONENTS, PARTS
from tests.browser.helpers import at_rest
from tests.browser.player import drawn, figure, press, settled

ORDER = [part.id for part in PARTS]
GATES = {"f": ("f",), "i": ("i", "g"), "o": ("o",), "c": ()}


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


@pytest.mark.view(path="/", fresh=True)
def test_touch_a_component_predict_and_see_it_on_the_map(page: Page) -> None:
    page.evaluate("localStorage.removeItem('lstm-viz-progress')")
    page.reload()
    drawn(page)

    # In the words, then in the picture: both light up.
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

    # A prediction, by keyboard alone.
    question = QUESTIONS[0]
    press(page, "Home", *["ArrowRight"] * question.stage)
    expect(page.locator(".lv-sentence")).to_have_text(question.ask)
    assert lit(page) == STAGES[question.stage - 1].id, "the picture waits for the answer"
    opening = run()
    press(page, str(question.right(opening) + 1))
    expect(page.locator(".lv-feedback")).to_contain_text(question.because(opening))
    assert lit(page) == STAGES[question.stage].id

    # The map follows, in this browser alone; "start over" can be taken back.
    here = card(page, SCENES[0].title)
    expect(here).to_contain_text("1 of 1 predicted right")
    assert kept(page)["start"]["answered"] == {question.id: True}
    page.get_by_role("button", name="Start over").click()
    expect(here).to_contain_text("not seen yet")
    assert kept(page) == {}
    page.get_by_role("button", name="Undo").click()
    expect(here).to_contain_text("1 of 1 predicted right")

    # A card leads to its scene, and the session comes along: back here, the component is the same.
    card(page, SCENES[-1].title).click()
    expect(page.get_by_role("heading", level=1, name=SCENES[-1].title)).to_be_attached()
    assert page.url.rstrip("/").endswith(SCENES[-1].id)
    at_rest(page)
    page.go_back()
    drawn(page)
    expect(page.locator(".lv-ribbon [aria-current]")).to_contain_text("Forget gate")
