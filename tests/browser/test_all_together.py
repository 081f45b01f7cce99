"""All together in a real browser: walked in the row, predicted, zoomed into a cell and back."""

import re

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from lstm_viz.figures.film import film
from lstm_viz.scenes.all_together import record as together
from lstm_viz.scenes.all_together.questions import ASKED_AT
from tests.browser.player import STAGES, drawn, figure, press, settled, texts
from tests.unit.frames import frames

TOLD = together.run("friend")
FILM = film(TOLD.trace, tokens=TOLD.inputs.tokens, columns=TOLD.inputs.columns)


def expect_level(page: Page, level: str, t: int, k: int) -> None:
    """The picture of this level, at step t and stage k (from 0), with nothing on its way."""
    page.wait_for_function(
        """(level) => {
            const root = document.querySelector('.lv');
            return root.dataset.level === level && !root.lvPlayer.zoom.busy;
        }""",
        arg=level,
    )
    expect(page.locator(".lv-ghost")).to_have_count(0)
    expect(page.locator(".lv")).to_have_attribute("data-position", str(t * STAGES + k))
    settled(page)
    if level == "row":
        drawing, wanted = figure(page), frames(FILM, "wide-row")[t, k]
        for step in range(len(TOLD.trace)):
            name = f"strips {step}"
            for key in ("color", "opacity"):
                np.testing.assert_allclose(
                    drawing[name]["marker"][key], wanted[name]["marker"][key], atol=2e-3
                )
        np.testing.assert_allclose(drawing["here"]["x"], wanted["here"]["x"], atol=0.11)
        np.testing.assert_allclose(drawing["belt"]["x"], wanted["belt"]["x"], atol=0.11)
    else:
        strips = frames(FILM)[t, k]["strips"]
        assert list(texts(page).values()) == [text for text in strips["text"] if text.strip()]


@pytest.mark.view(path="/all-together")
def test_from_the_row_into_a_cell_and_back(page: Page) -> None:
    drawn(page)
    expect_level(page, "row", 0, 0)
    t, k = ASKED_AT["wait"]
    press(page, *["ArrowRight"] * (t * STAGES + k))  # the last one is held up by the question
    expect(page.locator(".lv-asking, .lv-question")).not_to_have_count(0)
    press(page, "2")
    expect(page.locator(".lv-feedback")).to_have_text(re.compile(r"^Not so\..*wait for nobody"))
    expect_level(page, "row", t, k)

    press(page, "z")
    expect_level(page, "cell", t, k)
    page.wait_for_function("() => location.search === '?t=2&stage=3&view=cell'")
    press(page, "ArrowRight")
    expect_level(page, "cell", t, k + 1)
    page.get_by_role("button", name="All cells").click()
    expect_level(page, "row", t, k + 1)
    page.wait_for_function("() => location.search === '?t=2&stage=4'")

    page.locator('[data-cell="5"]').click()
    expect_level(page, "cell", 5, k + 1)
    press(page, "z", "End")  # a step on the way out is not lost
    expect_level(page, "row", len(TOLD.trace) - 1, STAGES - 2)


@pytest.mark.view(path="/all-together?view=cell&t=3", viewport=(390, 844), fresh=True)
def test_on_a_phone_the_cell_at_work_is_in_sight(page: Page) -> None:
    drawn(page)
    page.evaluate("() => { Element.prototype.animate = () => { throw new Error('moved') } }")
    page.get_by_role("button", name="All cells").click()
    for step in (3, 7):
        page.locator(".lv-ribbon button").nth(step - 1).click()
        expect(page.locator(".lv")).to_have_attribute("data-position", str((step - 1) * STAGES))
        settled(page)
        frame = page.locator(".lv-frame").bounding_box()
        cell = page.locator(f'[data-cell="{step - 1}"]').bounding_box()
        assert frame and cell
        assert frame["y"] <= cell["y"] <= frame["y"] + 60
        assert cell["y"] + cell["height"] <= frame["y"] + frame["height"]
