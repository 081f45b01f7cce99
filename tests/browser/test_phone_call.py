"""The phone call in a real browser: walked by keyboard, asked "what if", linked, looked at."""

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.figures.story import SAID, STAGES
from lstm_viz.figures.style import DARK, LIGHT, number
from lstm_viz.figures.words import sentence
from lstm_viz.lesson.phone_call import PHONE_CALL as STORY
from lstm_viz.networks import NETWORKS
from lstm_viz.ui.story_run import film_of, run
from tests.browser.helpers import TEXTS, at_rest, overflow, shoot
from tests.browser.player import (
    drawn,
    experiment,
    figure,
    open_player,
    position,
    press,
    settled,
    texts,
)
from tests.browser.test_accessible import violations

PATH = "/phone-call"
FRAMES = len(STORY.beats) * len(STAGES)
VIEWPORTS = {"projector": (1280, 720), "laptop": (1440, 900), "phone": (390, 844)}
HELLO = STORY.words.index("hello")


def expect_frame(page: Page, t: int, k: int) -> None:
    expect(page.locator(".lv")).to_have_attribute("data-position", str(t * len(STAGES) + k))


def told(t: int, k: int, held: int | None = None) -> str:
    """The sentence of a frame with the numbers of the run."""
    film = film_of(STORY, run(STORY, NETWORKS["call"], held)[2], held)
    return plain(unescape(sentence(film.told[t][k], film, t, 0)))


def plain(text: str) -> str:
    return " ".join(text.split())


def ledger(t: int, k: int, held: int | None = None) -> dict[str, str]:
    """What the cells of the ledger say at a frame."""
    trace = run(STORY, NETWORKS["call"], held)[2]
    film = film_of(STORY, trace, held)
    return {
        f"{name}.{unit}": number(value, sign=True)
        for name, state in film.states[k].items()
        if state != "empty"
        for unit, value in enumerate(getattr(trace, name)[t])
    }


def shown(page: Page) -> dict[str, Any]:
    """Everything on screen that a link has to bring back."""
    settled(page)
    drawing = figure(page)
    return {
        "position": position(page),
        "cells": texts(page),
        "words": page.locator(".lv-head").inner_text(),
        "bubbles": {key: drawing["bubbles"][key] for key in ("x", "y", "marker", "textfont")},
        "speech": [drawing[name]["text"] for name in ("heard", "said")],
        "toggle": page.get_by_role("switch").or_(page.get_by_role("checkbox")).is_checked(),
        "page": page.locator(".stMarkdown").all_inner_texts(),
        "unit": page.locator(".lv-unit").input_value(),
    }


def ask(page: Page) -> None:
    """Flip the "what if", and wait for the story to have changed."""
    before = page.locator(".lv").get_attribute("data-ready")
    page.locator(".st-key-what_if label").first.click()
    page.wait_for_function(
        "(before) => document.querySelector('.lv').dataset.ready !== before", arg=before
    )
    drawn(page)


def rested(page: Page, query: str) -> None:
    page.wait_for_function("(query) => location.search === query", arg=query)
    at_rest(page)


# ---- the walk ----------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_whole_call_is_walked_by_keyboard(theme: str, new_page: Callable[..., Page]) -> None:
    page = new_page(color_scheme=theme)
    open_player(page, PATH)
    for n in range(FRAMES):
        t, k = divmod(n, len(STAGES))
        expect_frame(page, t, k)
        expect(page.locator(".lv-sentence")).to_have_text(told(t, k))
        expect(page.locator(".lv-title")).to_contain_text(STAGES[k].title)
        expect(page.locator(".lv-ribbon [aria-current]")).to_have_text(STORY.beats[t].label)
        settled(page)
        assert texts(page) == ledger(t, k)
        if k in (1, len(STAGES) - 1):
            shoot(page, f"call-{STORY.words[t]}-{STAGES[k].id}-{theme}")
        press(page, "ArrowRight")
    expect_frame(page, len(STORY.beats) - 1, len(STAGES) - 1)  # the end is the end
    expect(page.locator(".lv-next")).to_be_disabled()
    press(page, "Home")
    expect_frame(page, 0, 0)
    press(page, "End")
    expect_frame(page, len(STORY.beats) - 1, len(STAGES) - 1)


def test_what_is_said_is_ringed_and_written(page: Page) -> None:
    open_player(page, f"{PATH}?t=6&stage=5")
    drawing = figure(page)
    h = run(STORY, NETWORKS["call"])[2].h[5]
    rings = drawing["bubbles"]["marker"]["line"]["color"]
    assert rings == [LIGHT["h"] if value > SAID else LIGHT["paper"] for value in h]
    assert drawing["said"]["text"] == [STORY.beats[5].said]
    assert drawing["heard"]["text"] == [STORY.beats[5].heard]


def test_it_plays_by_itself(page: Page) -> None:
    open_player(page, PATH)
    page.locator(".lv-speed").select_option("4")
    page.locator(".lv-title").click()
    press(page, " ")
    page.wait_for_function("() => Number(document.querySelector('.lv').dataset.position) >= 4")
    press(page, " ")


# ---- what if -----------------------------------------------------------------------------------


def test_the_what_if_changes_the_story_for_a_reason(page: Page) -> None:
    open_player(page, f"{PATH}?t={HELLO + 1}&stage=4")
    assert texts(page) == ledger(HELLO, 3)
    ask(page)
    expect_frame(page, HELLO, 3)
    assert texts(page) == ledger(HELLO, 3, HELLO)
    expect(page.locator(".lv-sentence")).to_have_text(told(HELLO, 3, HELLO))
    expect(page.locator(".stMarkdown").filter(has_text="would hold")).to_contain_text(
        "shopping list at"
    )
    rested(page, f"?open={HELLO + 1}&t={HELLO + 1}&stage=4")
    shoot(page, "call-what-if")
    ask(page)
    assert texts(page) == ledger(HELLO, 3)
    rested(page, f"?t={HELLO + 1}&stage=4")


def test_the_what_if_is_asked_where_the_reader_has_stepped_to(page: Page) -> None:
    open_player(page, PATH)
    press(page, *["ArrowRight"] * 11)
    rested(page, "?t=3&stage=2")
    toggle = page.locator(".st-key-what_if")
    expect(toggle).to_contain_text("Hi, it’s Ana!")
    ask(page)
    assert texts(page) == ledger(2, 1, 2)
    press(page, *["ArrowRight"] * 5)  # the moment that was asked of stays
    rested(page, "?open=3&t=4&stage=2")
    expect(toggle).to_contain_text("Hi, it’s Ana!")
    assert texts(page) == ledger(3, 1, 2)


def test_the_what_if_glides_on_what_is_there(page: Page) -> None:
    open_player(page, f"{PATH}?t={HELLO + 1}&stage=2")
    page.evaluate(
        """() => {
            const gd = document.querySelector('.lv-plot');
            gd.lvSame = 'yes';
            const n = gd.data.findIndex((trace) => trace.name === 'bubbles');
            const uid = gd._fullData[n].uid;
            const bubble = gd.querySelector(`.trace${uid} .points path`);
            bubble.lvSame = 'yes';
            window.lvBubble = bubble;
            window.lvSeen = new Set();
            window.lvGone = 0;
            const look = () => {
                window.lvSeen.add(bubble.getAttribute('transform'));
                if (!bubble.isConnected || !gd.isConnected) window.lvGone += 1;
                requestAnimationFrame(look);
            };
            look();
        }"""
    )
    ask(page)
    assert page.evaluate("document.querySelector('.lv-plot').lvSame") == "yes"
    assert page.evaluate("window.lvBubble.isConnected && window.lvBubble.lvSame") == "yes"
    assert page.evaluate("window.lvGone") == 0
    places = page.evaluate("[...window.lvSeen]")
    assert len(places) >= 4, f"it jumped: {places}"


# ---- links -------------------------------------------------------------------------------------


def test_a_link_brings_back_the_screen_with_its_what_if(new_page: Callable[..., Page]) -> None:
    one = new_page()
    open_player(one, f"{PATH}?t={HELLO + 1}")
    ask(one)
    one.locator(".lv-unit").select_option("2")
    one.locator(".lv-title").click()  # keys go to the player again
    press(one, *["ArrowRight"] * 19)
    rested(one, f"?open={HELLO + 1}&t=6&stage=5&unit=3")
    address: str = one.evaluate("location.pathname + location.search")
    other = new_page()
    open_player(other, address)
    assert shown(other) == shown(one)
    assert other.evaluate("location.pathname + location.search") == address
    assert texts(other) == ledger(5, 4, HELLO)


def test_a_nonsense_link_opens_with_a_note(page: Page) -> None:
    open_player(page, f"{PATH}?t=99&open=x")
    expect_frame(page, 0, 0)
    expect(page.get_by_test_id("stAlert")).to_have_count(2)
    assert texts(page) == ledger(0, 0)
    assert overflow(page) == 0


def test_the_page_link_opens_this_network_in_the_full_cell(page: Page) -> None:
    open_player(page, f"{PATH}?t=3")
    page.get_by_role("link", name="Open this network in the full cell").click()
    page.locator(".st-key-network").wait_for()
    page.wait_for_function("document.querySelectorAll('.lv-plot').length === 1")
    drawn(page)
    query = f"/?net=call&text={'+'.join(STORY.words)}&h=6"
    trace = experiment(query).trace
    expect(page.locator(".lv-ribbon button")).to_have_text(list(STORY.words))
    press(page, "End")
    settled(page)
    found = texts(page)
    for name in ("c", "h", "f"):
        for unit, value in enumerate(getattr(trace, name)[-1]):
            assert found[f"{name}.{unit}"] == number(value, sign=True)
    assert page.get_by_test_id("stAlert").count() == 0


def test_in_the_full_cell_stepping_keeps_what_can_be_undone(page: Page) -> None:
    """The address that the player writes is no link to follow."""
    open_player(page, "/?stage=2")
    page.locator(".lv-edit").click()
    page.locator('.lv-tab[data-tab="f"]').click()
    settled(page)
    field = page.locator('.lv-drawer [data-target="bias"][data-index="4"]')
    field.fill("-4")
    field.press("Enter")
    expect(page.locator(".lv-undo")).to_be_enabled()
    page.locator(".lv-title").click()
    press(page, "ArrowRight", "ArrowRight")
    page.wait_for_function("location.search.includes('stage=4')")
    page.wait_for_timeout(800)
    at_rest(page)
    expect(page.locator(".lv-undo")).to_be_enabled()
    assert position(page) == 3


# ---- looks -------------------------------------------------------------------------------------


@pytest.mark.parametrize("held", [None, HELLO], ids=["as told", "what if"])
@pytest.mark.parametrize("viewport", VIEWPORTS.values(), ids=VIEWPORTS)
def test_no_text_in_the_figure_overlaps_or_is_small(
    viewport: tuple[int, int], held: int | None, new_page: Callable[..., Page]
) -> None:
    page = new_page(viewport=viewport, reduced_motion=True)
    open_player(page, PATH if held is None else f"{PATH}?open={held + 1}")
    problems = []
    for n in range(FRAMES):
        expect(page.locator(".lv")).to_have_attribute("data-position", str(n))
        settled(page)
        seen: dict[str, Any] = page.locator(".lv-plot").evaluate(TEXTS)
        assert seen["count"] > 20
        t, k = divmod(n, len(STAGES))
        problems += [f"{STORY.words[t]}, stage {k + 1}: {found}" for found in seen["found"]]
        if overflow(page):
            problems.append(f"frame {n}: {overflow(page)} px too wide")
        press(page, "ArrowRight")
    overview: dict[str, Any] = page.locator(".lv-overview-plot").evaluate(TEXTS)
    problems += [f"overview: {found}" for found in overview["found"]]
    assert problems == []


@pytest.mark.parametrize("viewport", VIEWPORTS.values(), ids=VIEWPORTS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_main_states_can_be_looked_at(
    theme: str, viewport: tuple[int, int], new_page: Callable[..., Page]
) -> None:
    page = new_page(color_scheme=theme, viewport=viewport, reduced_motion=True)
    size = f"{viewport[0]}x{viewport[1]}-{theme}"
    open_player(page, f"{PATH}?t=3&stage=2")
    assert overflow(page) == 0
    shoot(page, f"call-aside-{size}")
    press(page, *["ArrowRight"] * 18)
    settled(page)
    shoot(page, f"call-said-{size}")
    open_player(page, f"{PATH}?t=3&stage=4&open=3")
    page.set_viewport_size({"width": viewport[0], "height": 2000})
    drawn(page)
    assert overflow(page) == 0
    shoot(page, f"call-open-{size}-all")


@pytest.mark.parametrize("viewport", [(1280, 720), (1440, 900)])
def test_controls_and_picture_fit_without_scrolling(
    viewport: tuple[int, int], new_page: Callable[..., Page]
) -> None:
    page = new_page(viewport=viewport)
    open_player(page, PATH)
    plot = page.locator(".lv-plot").bounding_box()
    bar = page.locator(".lv-bar").bounding_box()
    assert plot and bar
    assert bar["y"] >= 0
    assert plot["y"] + plot["height"] <= viewport[1]


def test_dark_is_dark(new_page: Callable[..., Page]) -> None:
    page = new_page(color_scheme="dark")
    open_player(page, f"{PATH}?t=3&stage=1")
    expect(page.locator(".lv")).to_have_attribute("data-theme", "dark")
    drawing = figure(page)
    assert drawing["mind"]["fillcolor"] == DARK["panel"]
    assert drawing["bubbles"]["marker"]["color"][0] == DARK["c"]


_MOVES = """() => new Promise((done) => {
    const seen = new Set();
    const started = performance.now();
    const look = () => {
        const parts = document.querySelectorAll('.lv-plot .points path, .lv-plot .points text');
        seen.add([...parts].map((e) => [e.getAttribute('style'), e.getAttribute('d'),
            e.getAttribute('transform')].join()).join('|'));
        if (performance.now() - started < 700) requestAnimationFrame(look); else done(seen.size);
    };
    document.querySelector('.lv-next').click();
    look();
})"""


@pytest.mark.parametrize("reduced", [True, False], ids=["reduced", "full"])
def test_reduced_motion_jumps(reduced: bool, new_page: Callable[..., Page]) -> None:
    page = new_page(reduced_motion=reduced)
    open_player(page, f"{PATH}?t={HELLO + 1}&stage=1")
    states = page.evaluate(_MOVES)
    expect_frame(page, HELLO, 1)
    if reduced:
        assert states <= 2, "something moved by itself"
    else:
        assert states >= 5, "nothing moved"


@pytest.mark.parametrize("viewport", [(1280, 720), (390, 844)], ids=["wide", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(
    theme: str, viewport: tuple[int, int], new_page: Callable[..., Page]
) -> None:
    page = new_page(color_scheme=theme, viewport=viewport, reduced_motion=True)
    open_player(page, f"{PATH}?t=3&stage=4")
    found = {"as told": violations(page)}
    page.locator(".lv-twin summary").click()
    ask(page)
    found["what if and table"] = violations(page)
    page.locator('.lv-twin [data-name="f"][data-k="1"]').click()
    settled(page)
    found["derivation"] = violations(page)
    open_player(page, f"{PATH}?t=x")
    found["note"] = violations(page)
    assert {where: lines for where, lines in found.items() if lines} == {}


def test_the_what_if_can_be_asked_with_the_keyboard(page: Page) -> None:
    open_player(page, f"{PATH}?t={HELLO + 1}&stage=2")
    switch = page.locator(".st-key-what_if input")
    switch.focus()
    before = page.locator(".lv").get_attribute("data-ready")
    press(page, " ")
    page.wait_for_function(
        "(before) => document.querySelector('.lv').dataset.ready !== before", arg=before
    )
    drawn(page)
    assert texts(page) == ledger(HELLO, 1, HELLO)
    expect_frame(page, HELLO, 1)


def test_steps_that_overtake_each_other_leave_the_last_one(page: Page) -> None:
    """Plotly drops an animation that is overtaken; nothing it was to change may be missing."""
    open_player(page, PATH)
    for extra in range(10):
        press(page, "Home")
        settled(page)
        press(page, *["ArrowRight"] * (14 + extra))
        page.wait_for_function(
            "performance.now() > document.querySelector('.lv').lvPlayer.cell.movingUntil + 200"
        )
        written, wanted = page.evaluate(
            """() => {
                const { cell, film, at } = document.querySelector('.lv').lvPlayer;
                const groups = [...cell.plot.querySelectorAll('.scatterlayer > .trace')];
                const heard = groups.find((g) => g.__data__[0].trace.name === 'heard');
                const patch = cell.patches(film, at).heard;
                return [heard.querySelector('text').textContent.trim(), patch.text[0].trim()];
            }"""
        )
        assert written == wanted, f"after {14 + extra} steps"
