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
def test_a_card_is_chosen_and_asked_about(page: Page) -> None:
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

    press(page, "ArrowLeft", "ArrowRight")
    expect(page.locator(".lv-asking")).to_contain_text("input of the second step")
    press(page, "1")  # the image again
    expect(page.locator(".lv-feedback")).to_have_text(
        re.compile(r"^Not so\. .*reads “a”, which its first one answered.*own last answer")
    )
    settled(page)
    assert figure(page)["inputs"]["text"][1] == "a"
    page.wait_for_function("() => location.search === '?t=3'")
