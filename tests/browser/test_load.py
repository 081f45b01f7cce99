"""The page of the cell opens on a drawn cell, with one Plotly in the page."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from lstm_viz.networks import PRESETS, parse
from tests.browser.player import CELL, drawn, expect_position, open_player
from tests.browser.server import App
from tests.browser.tabs import TIMEOUT, Watch


def served(asked: list[str]) -> list[str]:
    """What came from the app itself, none of it twice."""
    found = [url for url in asked if "/media/" in url and "/static/" not in url]
    assert len(set(found)) == len(found)
    return found


@pytest.mark.view(fresh=True)
def test_it_opens_on_the_first_preset_drawn_by_streamlits_own_plotly(page: Page) -> None:
    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request.url))
    open_player(page, CELL)
    assert len([url for url in asked if "/PlotlyChart." in url]) == 1
    assert len(served(asked)) == 2  # the player's own script, and the film
    expect_position(page, 1, 0)
    expect(page.locator(".lv-title")).to_have_text("1 Inputs arrive")
    expect(page.locator(".lv-readout")).to_have_text(
        "step 2 of 14 · picks an apple · inputs arrive"
    )
    tokens = page.locator(".lv-ribbon button")
    assert tuple(tokens.all_text_contents()) == parse(PRESETS[0].kind, PRESETS[0].text).tokens
    expect(tokens.nth(1)).to_have_attribute("aria-current", "step")
    drawn_cells = page.locator(".lv-plot .scatterlayer .point")
    assert drawn_cells.count() > 40
    heatmaps = page.locator(".lv-overview-plot .heatmaplayer image")
    expect(heatmaps).to_have_count(6)


def test_without_streamlits_plotly_the_wheels_own_is_used(browser: Browser, app: App) -> None:
    context = browser.new_context(base_url=app.url, viewport={"width": 1280, "height": 720})
    context.set_default_timeout(TIMEOUT)
    watch = Watch(context)
    page = context.new_page()
    page.route("**/PlotlyChart.*.js", lambda route: route.abort())
    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request.url))
    open_player(page, CELL)
    expect(page.locator(".lv-title")).to_have_text("1 Inputs arrive")
    assert page.locator(".lv-plot .scatterlayer .point").count() > 50
    assert len(served(asked)) == 3  # the player's own script, the film, and Plotly
    context.close()
    # The browser says that the file it was refused could not be had, nothing else: it asked ahead
    # and when the player did.
    said = re.compile(r"console error: .*net::ERR_FAILED \(.*/PlotlyChart\.[\w-]+\.js\)")
    assert {bool(said.fullmatch(problem)) for problem in watch.problems} == {True}


@pytest.mark.view(fresh=True)
def test_the_first_words_stand_where_and_as_they_stay(page: Page) -> None:
    """They come before the scripts of Streamlit's elements do, which are held back here."""
    held: list[Route] = []
    scripts = re.compile(r"/(BidiComponent|Html)\.[\w-]+\.js")
    released = False
    page.route(scripts, lambda route: route.continue_() if released else held.append(route))
    page.goto("/forget-gate")
    heading, picture = page.locator("h1"), page.locator(".st-key-forget-gate")
    expect(picture).to_be_attached()
    page.evaluate("() => document.fonts.ready.then(() => null)")

    def standing() -> tuple[object, ...]:
        font = heading.evaluate("(heading) => getComputedStyle(heading).font")
        return font, heading.bounding_box()

    before, room = standing(), picture.bounding_box()
    released = True
    for route in held:
        route.continue_()
    expect(page.locator(".lv-page-tools")).to_be_visible()
    drawn(page)
    assert standing() == before
    taken = picture.bounding_box()
    assert room and taken and taken["y"] == room["y"]
    assert 500 < taken["height"] <= room["height"], "nothing below is pushed down"
