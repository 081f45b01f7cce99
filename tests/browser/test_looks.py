"""Light, dark, a phone, reduced motion; text that never overlaps and is never small."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.figures.style import DARK, LIGHT
from tests.browser.helpers import TEXTS, overflow, shoot
from tests.browser.player import (
    CELL,
    MOVES,
    change_theme,
    drawn,
    drawn_anew,
    expect_no_scrolling,
    expect_position,
    experiment,
    go,
    number,
    open_player,
    position,
    press,
    resized,
    settled,
    states_of,
    texts,
)

VIEWPORTS = {"projector": (1280, 720), "phone": (390, 844)}

# Any text but that of the pictures, and of indices, which are set smaller than their word.
_SMALL = """(root) => [...root.querySelectorAll('*')]
    .filter((e) => !e.closest('.lv-plot, .lv-overview-plot, .lv-hidden, sub, sup')
        && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
        && e.getClientRects().length && parseFloat(getComputedStyle(e).fontSize) < 11)
    .map((e) => e.outerHTML.slice(0, 80))"""


def test_the_main_states_fit(page: Page) -> None:
    open_player(page, f"{CELL}?t=2&stage=7")
    expect_no_scrolling(page)
    for size, viewport in VIEWPORTS.items():
        resized(page, viewport)
        assert overflow(page) == 0
        shoot(page, f"cell-{size}")
        page.locator(".lv-edit").click()
        settled(page)
        assert overflow(page) == 0
        assert page.locator(".lv").evaluate(_SMALL) == []
        shoot(page, f"edit-{size}")
        press(page, "Escape")


@pytest.mark.view(viewport=(1440, 780))
def test_the_picture_fits_the_room_below_what_stays_above_it(page: Page) -> None:
    open_player(page, f"{CELL}?t=2&stage=7")
    height = page.locator(".lv-plot").evaluate("(plot) => plot.clientHeight")
    fits = f"() => document.querySelector('.lv-plot').clientHeight === {height}"

    # More stands above it for a moment, in which it is drawn.
    page.evaluate(
        """() => {
            const above = document.createElement('div');
            above.style.height = '60px';
            document.querySelector('.stMainBlockContainer').prepend(above);
            new ResizeObserver((_, watching) => {
                if (document.querySelector('.lv-plot').clientHeight >= HEIGHT) return;
                watching.disconnect();
                above.remove();
                window.lvSmaller = true;
            }).observe(document.querySelector('.lv-plot'));
        }""".replace("HEIGHT", str(height))
    )
    change_theme(page, "dark")
    page.wait_for_function("() => window.lvSmaller")
    page.wait_for_function(fits)

    # Drawn while the page is scrolled.
    page.evaluate("() => { document.querySelector('.stMain').scrollTop = 80 }")
    change_theme(page, "light")
    assert page.evaluate("() => document.querySelector('.stMain').scrollTop") == 80
    assert page.evaluate(fits)


# ---- text in the figure ------------------------------------------------------------------------


def sentence_of(inputs: int) -> str:
    words = ["Zürich", "forever", "again", "happiness", "maybe", "yes", "wonderful", "Wednesday"]
    return "+".join(words[:inputs]) if inputs <= 8 else ""


def path_of(hidden: int, inputs: int) -> str:
    if inputs > 8:
        row = ",".join("-1.25" for _ in range(inputs))
        return f"{CELL}?as=csv&h={hidden}&text={row}%0A{row}%0A{row}"
    return f"{CELL}?h={hidden}&text={sentence_of(inputs)}+again"


def test_no_text_in_the_figure_overlaps_or_is_small(page: Page) -> None:
    problems = []
    for hidden, count in SHAPES:
        open_player(page, path_of(hidden, count) + "&stage=9")
        for viewport in VIEWPORTS.values():
            where = f"H={hidden} I={count}, {viewport[0]} px"
            resized(page, viewport)
            go(page, 8)
            for stage in (9, 10):
                settled(page)
                seen: dict[str, Any] = page.locator(".lv-plot").evaluate(TEXTS)
                assert seen["count"] > 20
                problems += [f"{where} stage {stage}: {found}" for found in seen["found"]]
                press(page, "ArrowRight")
            overview: dict[str, Any] = page.locator(".lv-overview-plot").evaluate(TEXTS)
            problems += [f"{where} overview: {found}" for found in overview["found"]]
            if overflow(page):
                problems.append(f"{where}: {overflow(page)} px too wide")
    assert not problems, "\n".join(problems)


SHAPES = [(1, 1), (6, 16)]
"""(hidden size, inputs)"""


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


def test_the_theme_is_the_readers_and_changes_live(page: Page) -> None:
    open_player(page, f"{CELL}?t=3&stage=2")
    expect(page.locator(".lv")).to_have_attribute("data-theme", "light")
    expect(page.locator(".lv")).to_have_css("color", rgb(LIGHT["ink"]))
    assert gate_colour(page) == LIGHT["f"]
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
def test_a_phone_has_the_tall_picture_steps_by_touch_and_can_be_turned(page: Page) -> None:
    open_player(page)
    box = page.locator(".lv-plot").bounding_box()
    assert box and box["height"] > box["width"]
    assert overflow(page) == 0
    before = page.locator(".lv-head").bounding_box()
    page.locator(".lv-next").tap()
    expect_position(page, 0, 1)
    words = page.locator(".lv-head").bounding_box()
    assert before and words and 38 < words["y"] < before["y"] - 40, "room for the picture"
    page.locator(".lv-ribbon [data-n='1']").tap()
    expect_position(page, 1, 1)
    page.locator(".lv-edit").tap()
    assert overflow(page) == 0
    for button in ("prev", "play", "next", "edit", "undo", "reset", "png"):
        target = page.locator(f".lv-{button}").bounding_box()
        assert target and min(target["width"], target["height"]) >= 33, button
    press(page, "Escape")

    page.set_viewport_size({"width": 1024, "height": 700})
    page.wait_for_function(
        """() => {
            const box = document.querySelector('.lv-plot').getBoundingClientRect();
            return box.width > box.height;
        }"""
    )
    settled(page)
    assert overflow(page) == 0
    expect_position(page, 1, 1)


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
def test_reduced_motion_jumps(reduced: bool, tab: Callable[..., Page]) -> None:
    page = tab(reduced_motion=reduced)

    def step() -> int:
        open_player(page, f"{CELL}?stage=1")
        states: int = page.evaluate(_MOVES)
        assert position(page) == 1
        return states

    states = step() if reduced else states_of(step)
    dots = page.locator(".lv-dots circle").count()
    assert dots > 3
    if not reduced:
        assert states >= MOVES, "nothing moved"
    else:
        assert states <= 2, "something moved by itself"
        # What is edited jumps to where it belongs, too.
        page.locator(".lv-edit").click()
        page.locator('.lv-tab[data-tab="f"]').click()
        with drawn_anew(page):
            field = page.locator('.lv-drawer [data-target="bias"][data-index="5"]')
            field.fill("-4")
            field.press("Enter")
        f = experiment("?edits=b.5_-4.0").trace.f[0]
        assert [number(texts(page)[f"f.{k}"]) for k in range(4)] == pytest.approx(f, abs=0.00501)
