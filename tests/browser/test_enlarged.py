"""The picture on a page that is enlarged, on paper, and as it is saved: never without a part."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import TEXTS, open_app, overflow
from tests.browser.player import drawn, resized

PICTURES = (
    "/?t=3",
    "/how-it-learns",
    "/your-turn?t=1",
    "/step-through?preset=friend&t=2&stage=7",
)
"""A row, a board that is as wide as the window, one with fields beside it, and a cell."""

ENLARGED = {(853, 480): (0.99, 10.99), (640, 360): (0.7, 8.99)}
"""A window of 1280 × 720 at 150 % and 200 %: (how much of the picture is seen at least; how large
its letters are at least, in pixels of the page)."""

SMALL = 760
"""Pixels: in a window no wider two letters may touch."""

_SEEN = """(plot) => {
    const { top, bottom } = plot.getBoundingClientRect();
    const bar = document.querySelector('.lv-bar').getBoundingClientRect();
    const letters = [...plot.querySelectorAll('svg text')].filter((text) => text.textContent.trim())
        .map((text) => parseFloat(getComputedStyle(text).fontSize) * (plot.currentCSSZoom ?? 1));
    return {
        seen: (Math.min(bottom, bar.top) - Math.max(top, 0)) / (bottom - top),
        bar: bar.bottom,
        letters: Math.min(...letters),
    };
}"""

# What differs between the picture on screen and the figure that its PNG is made of.
_SAVED = """async () => {
    const { data } = document.querySelector('.lv-plot');
    const saved = new Promise((done) => {
        const { toImage } = Plotly;
        Plotly.toImage = (figure) => {
            Plotly.toImage = toImage;
            done(figure);
            return new Promise(() => {}); // nothing is to be drawn
        };
    });
    document.querySelector('.lv-png').click();
    const { data: kept, layout } = await saved;
    const parts = ({ x, y, opacity, fillcolor, text }) => JSON.stringify(
        [Array.from(x), Array.from(y), opacity, fillcolor, [text ?? ''].flat()]);
    const cut = ({ text }) => [text ?? ''].flat().some((words) => words.endsWith('…'));
    const rings = layout.shapes.length - document.querySelectorAll('.lv-ring').length;
    const words = (html) => html.replace(/<[^>]*>|\\\\s/g, '');
    const equation = words(document.querySelector('.lv-equation').innerHTML);
    const isThere = layout.annotations.some(({ text }) => words(text).includes(equation));
    return [
        ...data.filter((trace, n) => trace.name !== 'dots' && !cut(trace)
            && parts(trace) !== parts(kept[n])).map(({ name }) => name),
        ...(rings ? [`${rings} rings`] : []),
        ...(isThere ? [] : [`no ${equation}`]),
    ];
}""".replace("\\\\", "\\")


@pytest.mark.view(viewport=(853, 480))
def test_the_picture_stays_when_it_is_enlarged_printed_or_saved(page: Page) -> None:
    for path in PICTURES:
        open_app(page, path)
        drawn(page)
        for viewport, (least, letters) in ENLARGED.items():
            resized(page, viewport)
            found: dict[str, Any] = page.locator(".lv-plot").evaluate(_SEEN)
            where = f"{path} at {viewport}: {found}"
            assert found["seen"] >= least, where
            assert found["letters"] >= letters, where
            assert found["bar"] <= viewport[1], where
            assert overflow(page) == 0, where
            if viewport[0] > SMALL:
                words = page.locator(".lv-plot").evaluate(TEXTS)["found"]
                assert [one for one in words if one.startswith("overlap")] == [], where
        assert page.evaluate(_SAVED) == [], path

        page.emulate_media(media="print")
        page.set_viewport_size({"width": 1047, "height": 718})  # A4 across, without its margins
        expect(page.locator(".lv-sentence")).to_be_visible()
        for pressed in (".lv-bar", ".lv-ribbon", ".stButton >> nth=0", ".lv-page-tools"):
            expect(page.locator(pressed)).to_be_hidden()
        printed = page.locator(".lv-plot .main-svg").first.bounding_box()
        assert printed and 0 <= printed["x"] <= printed["x"] + printed["width"] <= 1047, path
        assert printed["y"] + printed["height"] <= 718, f"{path}: cut by the paper's end"
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 853, "height": 480})


@pytest.mark.view(viewport=(853, 480), path="/read-along?t=20")
def test_a_text_that_is_read_is_seen_whole_with_its_gates(page: Page) -> None:
    page.wait_for_selector(".lv-reading[data-ready]")
    for viewport, (least, letters) in {(853, 480): (0.99, 10), (640, 360): (0.65, 8.99)}.items():
        page.set_viewport_size({"width": viewport[0], "height": viewport[1]})
        found: dict[str, Any] = page.locator(".lv-aligned").evaluate(
            _SEEN.replace("svg text", ".lv-labels small, .lv-letters i")
        )
        where = f"{viewport}: {found}"
        assert found["seen"] >= least, where
        assert found["letters"] >= letters, where
        assert found["bar"] <= viewport[1], where
        assert overflow(page) == 0, where
    page.emulate_media(media="print")
    expect(page.locator(".lv-aligned")).to_have_css("break-inside", "avoid")
    page.emulate_media(media="screen")
