"""What it is used for in a real browser: a card chosen, a question answered, an answer read."""

import re

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.figures.style import LIGHT
from lstm_viz.scenes.uses.picture.layout import WIDE
from lstm_viz.scenes.uses.record import USES, use
from tests.browser.player import drawn, figure, press, settled

CAPTION = USES.index(use("image-captioning"))


@pytest.mark.view(path="/uses")
def test_a_card_is_chosen_and_its_own_answer_comes_round(page: Page) -> None:
    drawn(page)
    plot = page.locator(".lv-plot")
    box = plot.bounding_box()
    assert box is not None
    scale = box["width"] / WIDE.size[0]
    left, top = WIDE.corners[CAPTION]
    x, y = left + WIDE.card[2] * 0.3, top + WIDE.card[3] * 0.6
    plot.click(position={"x": x * scale, "y": y * scale})
    expect(page.locator(".lv-ribbon [aria-current]")).to_have_text("Image captioning")
    settled(page)
    assert figure(page)[f"card {CAPTION}"]["fillcolor"] == LIGHT["panel"]

    waiting = figure(page)["inputs"]
    assert (waiting["x"][1], waiting["y"][1]) == (WIDE.x[0], WIDE.answers)
    press(page, "ArrowRight")
    expect(page.locator(".lv-asking")).to_contain_text("the caption’s second step")
    press(page, "1")  # the image again
    expect(page.locator(".lv-feedback")).to_have_text(
        re.compile(r"^Not so\. .*reads “a”, which its first one answered.*own last answer")
    )
    settled(page)
    come = figure(page)["inputs"]
    assert (come["x"][1], come["y"][1]) == (WIDE.x[1], WIDE.inputs)
    page.wait_for_function("() => location.search === '?t=3&stage=2'")
