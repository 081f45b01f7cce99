"""The phone call in a real browser: walked by keyboard, asked "what if", linked, looked at."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from html import unescape
from typing import Any

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.figures.style import LIGHT
from lstm_viz.networks.phone_call import MOMENTS
from lstm_viz.scenes.phone_call.picture import SAID, STAGES
from lstm_viz.scenes.phone_call.picture.call import call_film
from lstm_viz.scenes.phone_call.record import run
from lstm_viz.scenes.phone_call.words.call import STORY
from tests.browser.helpers import TEXTS, TIMEOUT, at_rest, overflow, shoot
from tests.browser.player import (
    CELL,
    drawn,
    drawn_anew,
    experiment,
    figure,
    go,
    go_on,
    open_player,
    position,
    press,
    resized,
    settled,
    texts,
    written,
)
from tests.browser.test_accessible import violations
from tests.unit.frames import told as filled_in

PATH = "/phone-call"
FRAMES = len(STORY.beats) * len(STAGES)
LAST = len(STAGES) - 1
VIEWPORTS = {"projector": (1280, 720), "phone": (390, 844)}
HELLO = STORY.words.index("hello")


def expect_frame(page: Page, t: int, k: int) -> None:
    expect(page.locator(".lv")).to_have_attribute("data-position", str(t * len(STAGES) + k))


def told(t: int, k: int, held: int | None = None) -> str:
    """The sentence of a frame with the numbers of the run."""
    return plain(unescape(sentences(held)[t, k][1]))


@cache
def sentences(held: int | None) -> dict[tuple[int, int], tuple[str, str]]:
    return filled_in(call_film(run(held).trace, held))


def plain(text: str) -> str:
    return " ".join(text.split())


def spoken_of(t: int, k: int, held: int | None = None) -> int:
    """The unit, from 1, that the sentence of a frame speaks of: its numbers are shown."""
    unit = call_film(run(held).trace, held).speaks[t][k]
    assert unit is not None
    return unit + 1


def ledger(t: int, k: int, held: int | None = None) -> dict[str, str]:
    """What the cells of the ledger say at a frame."""
    trace = run(held).trace
    film = call_film(trace, held)
    return {
        f"{name}.{unit}": written(name, value)
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
        "bubbles": {key: drawing["bubbles"][key] for key in ("x", "y", "text")},
        "colours": [drawing["bubbles"][part]["color"] for part in ("marker", "textfont")],
        "speech": [drawing[name]["text"] for name in ("heard", "said")],
        "toggle": page.get_by_role("switch").or_(page.get_by_role("checkbox")).is_checked(),
        "page": page.locator(".stMarkdown").all_inner_texts(),
        "unit": page.locator(".lv-unit").input_value(),
    }


def ask(page: Page) -> None:
    """Flip the "what if", and wait for the story to have changed."""
    with drawn_anew(page):
        page.locator(".st-key-what_if label").first.click()


def rested(page: Page, query: str) -> None:
    page.wait_for_function("(query) => location.search === query", arg=query)
    at_rest(page)


# ---- the walk ----------------------------------------------------------------------------------


def test_the_whole_call_is_walked_by_keyboard(page: Page) -> None:
    open_player(page, PATH)
    problems: list[str] = []
    stops = [(t, k) for t, beat in enumerate(STORY.beats) for k in beat.news]
    for t, k in stops:
        expect_frame(page, t, k)
        expect(page.locator(".lv-sentence")).to_have_text(told(t, k))
        expect(page.locator(".lv-title")).to_contain_text(STAGES[k].title)
        expect(page.locator(".lv-ribbon [aria-current]")).to_have_text(STORY.beats[t].label)
        settled(page)
        assert texts(page) == ledger(t, k)
        problems += in_the_picture(page, t * len(STAGES) + k)
        if k == LAST:
            drawing = figure(page)
            rings = drawing["bubbles"]["marker"]["line"]["color"]
            h = run().trace.h[t]
            assert rings == [LIGHT["h"] if value > SAID else LIGHT["paper"] for value in h]
            assert drawing["said"]["text"] == [STORY.beats[t].said or NO_TEXT]
            assert drawing["heard"]["text"] == [STORY.beats[t].heard or NO_TEXT]
            shoot(page, f"call-{STORY.words[t]}-{STAGES[k].id}")
        if (t, k) != stops[-1]:
            go_on(page)
    expect_frame(page, len(STORY.beats) - 1, len(STAGES) - 1)
    expect(page.locator(".lv-next")).to_have_text("next: Squashing→")  # and one key goes there
    press(page, "Home")
    expect_frame(page, 0, 0)
    press(page, "End")
    expect_frame(page, len(STORY.beats) - 1, len(STAGES) - 1)
    assert problems == []

    # It plays by itself.
    press(page, "Home")
    page.locator(".lv-speed").select_option("4")
    page.locator(".lv-readout").click()
    press(page, " ")
    page.wait_for_function("() => Number(document.querySelector('.lv').dataset.position) >= 4")
    press(page, " ")


# ---- what if -----------------------------------------------------------------------------------


def test_the_what_if_changes_the_story_for_a_reason(page: Page) -> None:
    open_player(page, f"{PATH}?t={HELLO + 1}&stage=2")
    assert texts(page) == ledger(HELLO, 1)
    ask(page)
    expect_frame(page, HELLO, 1)
    assert texts(page) == ledger(HELLO, 1, HELLO)
    expect(page.locator(".lv-sentence")).to_have_text(told(HELLO, 1, HELLO))
    expect(page.locator(".stMarkdown").filter(has_text="Then in c:")).to_contain_text(
        "shopping list 0."
    )
    rested(page, f"?open={HELLO + 1}&t={HELLO + 1}&stage=2")
    shoot(page, "call-what-if")
    with drawn_anew(page):  # back again, by keyboard
        page.locator(".st-key-what_if input").focus()
        press(page, " ")
    expect_frame(page, HELLO, 1)
    assert texts(page) == ledger(HELLO, 1)
    rested(page, f"?t={HELLO + 1}&stage=2")


@pytest.mark.view(fresh=True, reduced_motion=False)
def test_the_what_if_glides_on_what_is_there(page: Page) -> None:
    open_player(page, f"{PATH}?t={HELLO + 1}")
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
    with drawn_anew(page):  # by keyboard
        page.locator(".st-key-what_if input").focus()
        press(page, " ")
    assert page.evaluate("document.querySelector('.lv-plot').lvSame") == "yes"
    assert page.evaluate("window.lvBubble.isConnected && window.lvBubble.lvSame") == "yes"
    assert page.evaluate("window.lvGone") == 0
    places = page.evaluate("[...window.lvSeen]")
    assert len(places) >= 4, f"it jumped: {places}"
    assert texts(page) == ledger(HELLO, 0, HELLO)
    expect_frame(page, HELLO, 0)


def test_the_what_if_is_asked_where_the_reader_is_and_a_link_brings_it_back(
    page: Page, new_page: Callable[..., Page]
) -> None:
    one = page
    open_player(one, PATH)
    go_on(one, 4)
    rested(one, f"?t=2&stage=2&unit={spoken_of(1, 1)}")
    toggle = one.locator(".st-key-what_if")
    expect(toggle).to_contain_text("Hi, it’s Ana!")
    ask(one)
    assert texts(one) == ledger(1, 1, 1)
    go_on(one)  # the moment that was asked of stays
    rested(one, f"?open=2&t=3&stage=2&unit={spoken_of(2, 1, 1)}")
    expect(toggle).to_contain_text("Hi, it’s Ana!")
    assert texts(one) == ledger(2, 1, 1)

    one.locator(".lv-unit").select_option("2")
    rested(one, "?open=2&t=3&stage=2&unit=3")  # until the next step the reader's choice stands
    one.locator(".lv-readout").click()  # keys go to the player again
    go_on(one, 4)
    press(one, "ArrowLeft")  # what was said of a question is gone once the reader went on
    rested(one, f"?open=2&t=5&stage=3&unit={spoken_of(4, 2, 1)}")
    address: str = one.evaluate("location.pathname + location.search")
    other = new_page()
    open_player(other, address)
    assert shown(other) == shown(one)
    assert other.evaluate("location.pathname + location.search") == address
    assert texts(other) == ledger(4, 2, 1)


def test_the_page_link_opens_this_network_in_the_full_cell(page: Page) -> None:
    open_player(page, f"{PATH}?t=3")
    for _ in range(3):  # Streamlit brings back who leaves as a run begins
        at_rest(page)
        page.get_by_role("link", name="Open this network in the full cell").click()
        with suppress(TimeoutError):
            page.locator(".st-key-network").wait_for(timeout=TIMEOUT / 3)
            break
    page.wait_for_function("() => document.querySelectorAll('.lv-plot').length === 1")
    drawn(page)
    query = f"{CELL}?net=call&text={'+'.join(MOMENTS)}&h=6"
    trace = experiment(query).trace
    expect(page.locator(".lv-ribbon button")).to_have_text(list(MOMENTS))
    press(page, "End")
    settled(page)
    found = texts(page)
    for name in ("c", "h", "f"):
        for unit, value in enumerate(getattr(trace, name)[-1]):
            assert found[f"{name}.{unit}"] == written(name, value)
    assert page.get_by_test_id("stAlert").count() == 0


@pytest.mark.view(viewport=(390, 844))
def test_on_a_phone_the_row_that_is_asked_about_comes_into_view_and_then_the_words(
    page: Page,
) -> None:
    open_player(page, "/phone-call?t=2&unit=4")
    words = "() => document.querySelector('.lv-head').getBoundingClientRect().top"
    press(page, "ArrowRight")
    expect(page.locator(".lv-question")).to_contain_text("Look at the row")
    page.wait_for_function(f"{words} < 0")
    press(page, "ArrowRight")
    expect(page.locator(".lv-feedback")).to_be_visible()
    assert page.evaluate(words) < 0, "the value that landed there is looked at"
    press(page, "ArrowRight")
    page.wait_for_function(f"{words} > 40")


# ---- looks -------------------------------------------------------------------------------------


def test_no_text_in_the_figure_overlaps_or_is_small(page: Page) -> None:
    """In the other story, from the moment on that it asks of; the one as told is walked above."""
    open_player(page, f"{PATH}?open={HELLO + 1}&t={HELLO + 1}")
    first = HELLO * len(STAGES)
    # Every frame on a projector; on a phone those at the end of a beat, which show most.
    looked_at = {
        "projector": range(first, FRAMES),
        "phone": range(first + LAST, FRAMES, len(STAGES)),
    }
    problems = []
    for name, frames in looked_at.items():
        resized(page, VIEWPORTS[name])
        for n in frames:
            go(page, n)
            settled(page)
            problems += [f"{name}: {found}" for found in in_the_picture(page, n)]
        overview: dict[str, Any] = page.locator(".lv-overview-plot").evaluate(TEXTS)
        problems += [f"{name}: overview: {found}" for found in overview["found"]]
    assert problems == []


def in_the_picture(page: Page, n: int) -> list[str]:
    """What is wrong with the texts of a frame."""
    seen: dict[str, Any] = page.locator(".lv-plot").evaluate(TEXTS)
    assert seen["count"] > 20
    t, k = divmod(n, len(STAGES))
    problems = [f"{STORY.words[t]}, stage {k + 1}: {found}" for found in seen["found"]]
    if by := overflow(page):
        problems.append(f"frame {n}: {by} px too wide")
    return problems


@pytest.mark.view(color_scheme="dark")
def test_axe_finds_nothing_serious(page: Page) -> None:
    """In the dark; the lesson is walked through in the light."""
    open_player(page, f"{PATH}?t=2&stage=2")
    found = {"as told": violations(page)}
    page.locator(".lv-twin summary").click()
    ask(page)
    found["what if and table"] = violations(page, within=".lv, .lv-twin")
    page.locator('.lv-twin [data-name="f"][data-k="1"]').click()
    settled(page)
    found["derivation"] = violations(page, within=".lv-drawer")
    problems = [f"{where}: {line}" for where, lines in found.items() for line in lines]
    assert not problems, "\n".join(problems)


@pytest.mark.view(reduced_motion=False)
def test_steps_that_overtake_each_other_leave_the_last_one(page: Page) -> None:
    """A movement that is overtaken goes on to where the last step leads; nothing may be missing."""
    open_player(page, PATH)
    for steps in (5, 7, 9):
        press(page, "Home")
        settled(page)
        press(page, *["ArrowRight"] * steps)
        settled(page)
        written, wanted = page.evaluate(
            """() => {
                const { cell, film, at } = document.querySelector('.lv').lvPlayer;
                const groups = [...cell.plot.querySelectorAll('.scatterlayer > .trace')];
                const heard = groups.find((g) => g.__data__[0].trace.name === 'heard');
                const patch = cell.patches(film, at).heard;
                return [heard.querySelector('text').textContent.trim(), patch.text[0].trim()];
            }"""
        )
        assert written == wanted, f"after {steps} steps"
