"""Light, dark, a phone, reduced motion; text that never overlaps and is never small."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.figures.style import DARK, LIGHT
from tests.browser.helpers import TEXTS, overflow, shoot
from tests.browser.player import (
    drawn,
    expect_position,
    open_player,
    position,
    press,
    settled,
    texts,
)

VIEWPORTS = {"projector": (1280, 720), "laptop": (1440, 900), "phone": (390, 844)}
THEMES = ("light", "dark")


@pytest.mark.parametrize("viewport", VIEWPORTS.values(), ids=VIEWPORTS)
@pytest.mark.parametrize("theme", THEMES)
def test_the_main_states_can_be_looked_at(
    theme: str, viewport: tuple[int, int], new_page: Callable[..., Page]
) -> None:
    page = new_page(color_scheme=theme, viewport=viewport, reduced_motion=True)
    size = f"{viewport[0]}x{viewport[1]}-{theme}"
    open_player(page, "/?t=2&stage=7")
    assert overflow(page) == 0
    shoot(page, f"cell-{size}")
    press(page, "ArrowRight", "ArrowRight")
    settled(page)
    shoot(page, f"release-{size}")
    page.locator(".lv-edit").click()
    settled(page)
    assert overflow(page) == 0
    shoot(page, f"edit-{size}")
    page.set_viewport_size({"width": viewport[0], "height": 2000})
    drawn(page)
    shoot(page, f"edit-{size}-all")
    press(page, "Escape")
    settled(page)
    shoot(page, f"cell-{size}-all")
    page.set_viewport_size({"width": viewport[0], "height": viewport[1]})
    open_player(page, "/?preset=brackets&t=4&stage=10")
    assert overflow(page) == 0
    shoot(page, f"brackets-{size}")


@pytest.mark.parametrize("viewport", [(1280, 720), (1440, 900)])
def test_controls_and_picture_fit_without_scrolling(
    viewport: tuple[int, int], new_page: Callable[..., Page]
) -> None:
    page = new_page(viewport=viewport)
    open_player(page)
    plot = page.locator(".lv-plot").bounding_box()
    bar = page.locator(".lv-bar").bounding_box()
    assert plot and bar
    assert bar["y"] >= 0
    assert plot["y"] + plot["height"] <= viewport[1]


# ---- text in the figure ------------------------------------------------------------------------


def sentence_of(inputs: int) -> str:
    words = ["Zürich", "forever", "again", "happiness", "maybe", "yes", "wonderful", "Wednesday"]
    return "+".join(words[:inputs]) if inputs <= 8 else ""


def path_of(hidden: int, inputs: int) -> str:
    if inputs > 8:
        row = ",".join("-1.25" for _ in range(inputs))
        return f"/?as=csv&h={hidden}&text={row}%0A{row}%0A{row}"
    return f"/?h={hidden}&text={sentence_of(inputs)}+again"


@pytest.mark.parametrize("viewport", VIEWPORTS.values(), ids=VIEWPORTS)
def test_no_text_in_the_figure_overlaps_or_is_small(
    viewport: tuple[int, int], new_page: Callable[..., Page]
) -> None:
    page = new_page(viewport=viewport, reduced_motion=True)
    problems = []
    for hidden, inputs in [(1, 1), (4, 3), (4, 7), (6, 7), (6, 16), (1, 16), (6, 1)]:
        where = f"H={hidden} I={inputs}"
        open_player(page, path_of(hidden, inputs) + "&stage=9")
        for stage in (9, 10):
            seen: dict[str, Any] = page.locator(".lv-plot").evaluate(TEXTS)
            assert seen["count"] > 20
            problems += [f"{where} stage {stage}: {found}" for found in seen["found"]]
            press(page, "ArrowRight")
            settled(page)
        overview: dict[str, Any] = page.locator(".lv-overview-plot").evaluate(TEXTS)
        problems += [f"{where} overview: {found}" for found in overview["found"]]
        if overflow(page):
            problems.append(f"{where}: {overflow(page)} px too wide")
    assert problems == []


def test_no_text_around_the_figure_is_small(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport=(390, 844))
    open_player(page, "/?stage=5")
    page.locator(".lv-edit").click()
    small = page.locator(".lv").evaluate(
        """(root) => [...root.querySelectorAll('*')]
            .filter((e) => !e.closest('.lv-plot, .lv-overview-plot, .lv-hidden, sub, sup')
                && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
                && e.getClientRects().length && parseFloat(getComputedStyle(e).fontSize) < 11)
            .map((e) => e.outerHTML.slice(0, 80))"""
    )
    assert small == []


# ---- themes ------------------------------------------------------------------------------------


def rgb(colour: str) -> str:
    return f"rgb({int(colour[1:3], 16)}, {int(colour[3:5], 16)}, {int(colour[5:7], 16)})"


def gate_colour(page: Page) -> str:
    """The fill of the forget gate, which is lit at stage 2."""
    fill: str = page.evaluate(
        """() => {
            const gd = document.querySelector('.lv-plot');
            const n = gd.data.findIndex((trace) => trace.name === 'gate f');
            return gd.data[n].fillcolor;
        }"""
    )
    return fill


@pytest.mark.parametrize(("theme", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_light_and_dark(theme: str, colours: dict[str, str], new_page: Callable[..., Page]) -> None:
    page = new_page(color_scheme=theme)
    open_player(page, "/?stage=2")
    expect(page.locator(".lv")).to_have_attribute("data-theme", theme)
    expect(page.locator(".lv")).to_have_css("color", rgb(colours["ink"]))
    assert gate_colour(page) == colours["f"]


def test_the_theme_changes_live_and_keeps_the_place(page: Page) -> None:
    open_player(page, "/?t=3&stage=2")
    page.evaluate("window.lvSame = true")
    press(page, "Shift+ArrowRight")
    before = texts(page)
    for theme, colours in (("dark", DARK), ("light", LIGHT)):
        page.emulate_media(color_scheme=theme)
        expect(page.locator(".lv")).to_have_attribute("data-theme", theme)
        page.wait_for_function(
            """(colour) => document.querySelector('.lv-plot').data
                .find((trace) => trace.name === 'gate f').fillcolor === colour""",
            arg=colours["f"],
        )
        drawn(page)
        expect_position(page, 3, 1)
        assert texts(page) == before
        expect(page.locator(".lv-title")).to_have_css("color", rgb(colours["ink"]))
    assert page.evaluate("window.lvSame")


# ---- a phone -----------------------------------------------------------------------------------


@pytest.mark.view(viewport=(390, 844), touch=True)
def test_a_phone_has_the_tall_picture_and_steps_by_touch(page: Page) -> None:
    open_player(page)
    box = page.locator(".lv-plot").bounding_box()
    assert box and box["height"] > box["width"]
    assert overflow(page) == 0
    page.locator(".lv-next").tap()
    expect_position(page, 0, 1)
    page.locator(".lv-ribbon [data-t='1']").tap()
    expect_position(page, 1, 1)
    page.locator(".lv-edit").tap()
    assert overflow(page) == 0
    for button in ("prev", "play", "next", "edit", "undo", "reset", "png"):
        target = page.locator(f".lv-{button}").bounding_box()
        assert target and min(target["width"], target["height"]) >= 33, button


def test_turning_the_phone_redraws_the_picture(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport=(390, 844))
    open_player(page, "/?t=2&stage=5")
    page.set_viewport_size({"width": 1024, "height": 700})
    page.wait_for_function(
        """() => {
            const box = document.querySelector('.lv-plot').getBoundingClientRect();
            return box.width > box.height;
        }"""
    )
    settled(page)
    assert overflow(page) == 0
    expect_position(page, 1, 4)


# ---- reduced motion ----------------------------------------------------------------------------

_MOVES = """() => new Promise((done) => {
    const seen = new Set();
    const started = performance.now();
    const look = () => {
        const parts = document.querySelectorAll('.lv-plot .points path, .lv-dots circle');
        seen.add([...parts].map((e) => [e.getAttribute('style'), e.getAttribute('transform'),
            e.getAttribute('cx'), e.getAttribute('cy')].join()).join('|'));
        if (performance.now() - started < 700) requestAnimationFrame(look); else done(seen.size);
    };
    document.querySelector('.lv-next').click();
    look();
})"""


@pytest.mark.parametrize("reduced", [True, False], ids=["reduced", "full"])
def test_reduced_motion_jumps(reduced: bool, new_page: Callable[..., Page]) -> None:
    page = new_page(reduced_motion=reduced)
    open_player(page, "/?stage=1")
    states = page.evaluate(_MOVES)
    assert position(page) == 1
    dots = page.locator(".lv-dots circle").count()
    assert dots > 3
    if reduced:
        assert states <= 2, "something moved by itself"
    else:
        assert states >= 5, "nothing moved"
