"""The app opens on a drawn cell, with one Plotly in the page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from lstm_viz.networks import PRESETS, Preset
from tests.browser.conftest import TIMEOUT, Watch
from tests.browser.helpers import overflow, shoot
from tests.browser.player import expect_position, experiment, open_player, sent_film, texts
from tests.browser.server import App


def test_the_app_opens_on_the_first_preset_with_its_cell_drawn(page: Page) -> None:
    open_player(page)
    expect_position(page, 0, 0)
    expect(page.locator(".lv-title")).to_have_text("1 Inputs arrive")
    expect(page.locator(".lv-readout")).to_have_text("step 1 of 7 · My · inputs arrive")
    tokens = page.locator(".lv-ribbon button")
    assert tokens.all_text_contents() == PRESETS[0].text.split()
    expect(tokens.first).to_have_attribute("aria-current", "step")
    drawn_cells = page.locator(".lv-plot .scatterlayer .point")
    assert drawn_cells.count() > 50
    heatmaps = page.locator(".lv-overview-plot .heatmaplayer image")
    expect(heatmaps).to_have_count(6)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_every_preset_opens_with_a_drawn_cell(
    preset: Preset, new_page: Callable[..., Page]
) -> None:
    page = new_page()
    open_player(page, f"/?preset={preset.id}&stage=10")
    expect_position(page, 0, 9)
    strips = sent_film(experiment(f"/?preset={preset.id}")).views["wide"].diagram.strips
    shown = {name.partition(".")[0] for name in texts(page)}
    numbered = {name for name in ("x", "c", "h") if strips[name].numbered}
    assert shown == numbered
    assert overflow(page) == 0
    shoot(page, f"preset-{preset.id}")


@pytest.mark.view(path=None)
def test_plotly_comes_once_and_it_is_streamlits_own(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_player(page)
    assert len([url for url in asked if "/PlotlyChart." in url]) == 1
    assert not [url for url in asked if "/media/" in url and "/static/" not in url]


def test_without_streamlits_plotly_the_wheels_own_is_used(browser: Browser, app: App) -> None:
    context = browser.new_context(base_url=app.url, viewport={"width": 1280, "height": 720})
    context.set_default_timeout(TIMEOUT)
    watch = Watch(context)
    page = context.new_page()
    page.route("**/PlotlyChart.*.js", lambda route: route.abort())
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_player(page)
    expect(page.locator(".lv-title")).to_have_text("1 Inputs arrive")
    assert page.locator(".lv-plot .scatterlayer .point").count() > 50
    assert len([url for url in asked if "/media/" in url and "/static/" not in url]) == 1
    context.close()
    # The browser says that the file it was refused could not be had, and nothing else.
    assert watch.problems == ["console error: Failed to load resource: net::ERR_FAILED"]
