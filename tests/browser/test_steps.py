"""Stepping: the buttons, the keys, playing, scrubbing, the ribbon and the overview."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.player import (
    CELL,
    expect_position,
    experiment,
    go,
    number,
    open_player,
    play_quickly,
    position,
    press,
    sent_film,
    settled,
    texts,
)

LAST = 7 * 10 - 2  # the last step has no next one


def test_steps_by_buttons_and_keys(page: Page) -> None:
    """Each in turn, from the first frame on."""
    open_player(page)
    for walk in (step_by_step_through_one_word, no_step_is_lost, home_end_and_whole_steps):
        press(page, "Home")
        expect_position(page, 0, 0)
        walk(page)


def step_by_step_through_one_word(page: Page) -> None:
    expect(page.locator(".lv-prev")).to_be_disabled()
    page.locator(".lv-next").click()
    expect_position(page, 0, 1)
    expect(page.locator(".lv-title")).to_have_text("2 Forget gate")
    expect(page.locator(".lv-readout")).to_have_text("step 1 of 7 · My · forget gate")
    shown = texts(page)
    assert {name.partition(".")[0] for name in shown} >= {"x", "h_prev", "c_prev", "f"}
    page.locator(".lv-prev").click()
    expect_position(page, 0, 0)
    assert "f.0" not in texts(page)

    press(page, *["ArrowRight"] * 8)
    expect_position(page, 0, 8)
    trace = experiment().trace
    shown = texts(page)
    for unit in range(4):
        assert number(shown[f"h.{unit}"]) == pytest.approx(trace.h[0, unit], abs=0.00501)
    press(page, "ArrowRight")
    expect_position(page, 0, 9)
    assert number(texts(page)["x.1"]) == 1


def no_step_is_lost(page: Page) -> None:
    """However fast they come."""
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    assert position(page) == 12, "twelve presses"
    page.wait_for_timeout(800)  # past the moment in which Python is told
    assert position(page) == 12, "twelve presses, once Python was told"
    press(page, *["ArrowLeft"] * 12)
    assert position(page) == 0, "twelve presses back"

    page.evaluate(
        "() => { for (let n = 0; n < 20; n += 1) document.querySelector('.lv-next').click() }"
    )
    assert position(page) == 20, "twenty clicks"
    expect(page.locator(".lv-readout")).to_have_text("step 3 of 7 · calls · inputs arrive")

    press(page, "Home")
    for pause in range(0, 480, 60):  # across the moment in which Python is told and answers
        press(page, "ArrowRight", "ArrowRight")
        page.wait_for_timeout(pause)
    assert position(page) == 16, "presses while Python works"


def home_end_and_whole_steps(page: Page) -> None:
    press(page, "ArrowRight", "ArrowRight", "Shift+ArrowLeft")
    assert position(page) < 10, "a whole step back at the first step stays in it"
    press(page, "End")
    expect_position(page, 6, 8)
    expect(page.locator(".lv-next")).to_be_disabled()
    press(page, "ArrowRight")
    expect_position(page, 6, 8)
    press(page, "Home")
    expect_position(page, 0, 0)
    press(page, "ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight")
    expect_position(page, 2, 2)
    press(page, "Shift+ArrowLeft")
    expect_position(page, 1, 2)


def test_keys_do_nothing_while_typing(page: Page) -> None:
    open_player(page, f"{CELL}?t=2")
    page.locator(".st-key-text input").focus()
    press(page, "End", "ArrowLeft", "ArrowRight", "Home", "Space")
    page.locator(".st-key-hidden_size input").focus()
    press(page, "ArrowLeft", "ArrowRight", "End")
    page.locator(".lv-edit").click()
    page.locator(".lv-drawer input").first.focus()
    press(page, "ArrowLeft", "ArrowRight", "End", "Home")
    page.locator(".lv-speed").focus()
    press(page, "Home", "End")
    expect_position(page, 1, 0)


def test_it_plays_to_the_end_and_stops(page: Page) -> None:
    open_player(page, f"{CELL}?text=one+two")
    page.evaluate(
        """() => {
            const lv = document.querySelector('.lv');
            window.lvSeen = [Number(lv.dataset.position)];
            new MutationObserver(() => {
                const now = Number(lv.dataset.position);
                if (now !== window.lvSeen.at(-1)) window.lvSeen.push(now);
            }).observe(lv, { attributeFilter: ['data-position'] });
        }"""
    )
    play_quickly(page)
    page.locator(".lv-readout").click()
    press(page, "Space")
    play = page.locator(".lv-play")
    expect(play).to_contain_text("Pause")
    page.wait_for_function("() => Number(document.querySelector('.lv').dataset.position) === 18")
    assert page.evaluate("window.lvSeen") == list(range(19)), "no stage is left out"
    expect(play).to_contain_text("Play")
    expect_position(page, 1, 8)

    # At the end, playing starts afresh; paused, it stays where it is.
    page.locator(".lv-speed").select_option("4")
    play.click()
    expect(play).to_contain_text("Pause")
    page.wait_for_function("() => Number(document.querySelector('.lv').dataset.position) < 5")
    page.wait_for_function("() => Number(document.querySelector('.lv').dataset.position) >= 2")
    page.wait_for_function("() => !location.search.includes('t=2')")  # the address follows, too
    expect(play).to_contain_text("Pause")
    play.click()
    here = position(page)
    page.wait_for_timeout(1000)
    assert position(page) == here

    # A step by hand ends the playing.
    play.click()
    page.wait_for_function(
        "(here) => Number(document.querySelector('.lv').dataset.position) > here", arg=here
    )
    press(page, "Home")
    expect(play).to_contain_text("Play")
    expect_position(page, 0, 0)


def test_scrubbing(page: Page) -> None:
    open_player(page, f"{CELL}?t=3&stage=5")
    scrub = page.locator(".lv-scrub")
    expect(scrub).to_have_attribute("max", str(LAST))
    expect(scrub).to_have_attribute("aria-valuetext", "step 3 of 7, calls, Forget")
    box = scrub.bounding_box()
    assert box
    page.mouse.move(box["x"] + 8, box["y"] + box["height"] / 2)
    page.mouse.down()
    for part in (0.2, 0.4, 0.5):
        page.mouse.move(box["x"] + part * box["width"], box["y"] + box["height"] / 2)
    page.mouse.up()
    assert position(page) == pytest.approx(LAST / 2, abs=3)
    settled(page)
    press(page, "ArrowRight")  # the slider has the focus: one step, not two
    assert position(page) == pytest.approx(LAST / 2 + 1, abs=3)
    assert int(scrub.input_value()) == position(page)
    go(page, 36)
    the_ribbon_and_the_overview_are_one_click_away(page)


def the_ribbon_and_the_overview_are_one_click_away(page: Page) -> None:
    frame = page.locator(".lv-overview-frame")
    plot = page.locator(".lv-overview-plot .cartesianlayer .bglayer, .lv-overview-plot .nsewdrag")
    expect(frame).to_be_visible()
    area = plot.first.bounding_box()
    box = frame.bounding_box()
    assert area and box
    column = area["width"] / 7
    assert box["x"] + box["width"] / 2 == pytest.approx(area["x"] + 3.5 * column, abs=3)

    page.locator(".lv-ribbon [data-n='4']").click()
    expect_position(page, 4, 6)
    expect(page.locator(".lv-ribbon [data-n='4']")).to_have_attribute("aria-current", "step")
    expect(page.locator(".lv-ribbon [aria-current]")).to_have_count(1)

    page.locator(".lv-overview-plot").scroll_into_view_if_needed()
    place = page.evaluate(
        """([trace, t, unit]) => {
            const gd = document.querySelector('.lv-overview-plot');
            const { xaxis, yaxis, _size } = gd._fullLayout;
            const data = gd.data.find((d) => d.name === trace);
            const box = gd.getBoundingClientRect();
            return [box.x + _size.l + xaxis.d2p(t), box.y + _size.t + yaxis.d2p(data.y[unit])];
        }""",
        ["c", 3, 2],
    )
    page.mouse.click(*place)
    expect_position(page, 3, 6)
    expect(page.locator(".lv-unit")).to_have_value("2")


def test_a_sequence_of_one_step(page: Page) -> None:
    path = f"{CELL}?text=one&t=1&stage=9&h=1"
    open_player(page, path)
    expect_position(page, 0, 8)
    expect(page.locator(".lv-next")).to_be_disabled()
    press(page, "Home", "End")
    expect_position(page, 0, 8)
    expect(page.locator(".lv-next")).to_be_disabled()
    press(page, "Home", "ArrowRight")
    expect_position(page, 0, 1)
    assert sent_film(experiment(path)).tokens == ("one",)


def test_a_run_of_more_steps_than_are_shown_goes_on_beyond_them(page: Page) -> None:
    path = f"{CELL}?as=numbers&text={' '.join(str(k % 5) for k in range(230))}"
    open_player(page, f"{path}&t=200&stage=9")
    readout, subtitle = page.locator(".lv-readout"), page.locator(".lv-subtitle")
    expect(subtitle).to_have_text("Gates and states over steps 1 to 200 of 230")
    press(page, "ArrowRight")
    expect(readout).to_have_text("step 200 of 230 · 4 · the next step begins")
    expect(subtitle).to_have_text("Gates and states over steps 31 to 230 of 230")
    press(page, "ArrowRight")
    expect(readout).to_have_text("step 201 of 230 · 0 · inputs arrive")
    settled(page)
    before = experiment(path).trace.c[199, 1]
    assert number(texts(page)["c_prev.1"]) == pytest.approx(before, abs=0.00501)
    page.wait_for_function("() => /from=31&.*t=201/.test(location.search)")
    page.locator(".lv-edit").click()
    page.locator(".lv-tab[data-tab=x]").click()
    expect(page.get_by_label("input number of step 201")).to_have_attribute("data-index", "200.0")
    press(page, "Escape", "Home")
    expect(readout).to_have_text("step 1 of 230 · 0 · inputs arrive")
    expect(subtitle).to_have_text("Gates and states over steps 1 to 200 of 230")
    expect(page.locator(".lv-prev")).to_be_disabled()

    # Playing goes on, too.
    go(page, 199 * 10 + 8)
    play_quickly(page)
    page.locator(".lv-play").click()
    expect(subtitle).to_have_text("Gates and states over steps 31 to 230 of 230")
    expect(readout).to_contain_text(re.compile(r"step 2(0[1-9]|[123]\d) of 230"))
