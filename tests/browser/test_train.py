"""“Train one yourself” in a real browser: trained, watched, left, shared, saved, two at a time."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
from playwright.sync_api import FilePayload, Page, expect

from lstm_viz.networks.stored import from_bytes
from lstm_viz.scenes.train.record.opened import OpenedNetwork
from lstm_viz.scenes.train.record.settings import Settings
from lstm_viz.scenes.train.record.training import Training
from lstm_viz.scenes.train.record.training_record import TrainingRecord
from lstm_viz.scenes.train.words.presets import PRESETS
from tests.browser.helpers import TEXTS, at_rest, open_app, overflow, shoot
from tests.browser.player import (
    drawn,
    expect_no_scrolling,
    expect_position,
    figure,
    position,
    press,
    resized,
    settled,
)
from tests.browser.test_accessible import OF_COLOURS, OF_ROOM, POPOVER, violations

QUICK = "/train?task=parity&size=6&units=2&steps=50&seed=3"
"""Over in a moment."""
STOPPABLE = "/train?task=brackets&size=20&units=4&forget=0&rate=0.0003&steps=4000"
"""Takes some seconds: there is time to press Stop."""
LONG = "/train?task=first-symbol&size=60&units=32&forget=-2&steps=5000"
"""Takes far longer than any test."""
OVER = re.compile(r"^(Done after|All) [\d,]+ steps")
BRACKETS = next(preset for preset in PRESETS if preset.id == "brackets")


def told(page: Page) -> Any:
    return page.locator(".st-key-train_bar [data-testid=stProgress]")


def begin(page: Page) -> None:
    page.locator(".st-key-train_start button").click()


def ended(page: Page) -> None:
    """Wait until it is over, and drawn with all its checkpoints."""
    expect(told(page)).to_contain_text(OVER, timeout=180_000)
    page.wait_for_function(
        """() => {
            const { film } = document.querySelector('.lv').lvPlayer;
            return film.steps > 1 && document.querySelector('.lv-next').disabled;
        }"""
    )
    drawn(page)


def going(page: Page) -> int:
    """Wait until another slice has been shown; the step it is at."""
    before = told(page).inner_text()
    expect(told(page)).not_to_have_text(before)
    expect(told(page)).to_contain_text(re.compile(r"Step [\d,]+ of"))
    (step,) = re.findall(r"Step ([\d,]+) of", told(page).inner_text())
    return int(step.replace(",", ""))


def seen(page: Page) -> dict[str, Any]:
    """What a link has to bring back."""
    settled(page)
    shown = figure(page)
    return {
        "position": position(page),
        "words": page.locator(".lv-head").inner_text(),
        "progress": told(page).inner_text(),
        "cells": shown["units f"]["marker"]["color"] if "units f" in shown else None,
        "settings": page.locator(".st-key-train_settings input").evaluate_all(
            "(fields) => fields.map((field) => field.value)"
        ),
    }


def assert_draws(page: Page, watched: TrainingRecord) -> None:
    """The picture is of this example and these units, and of no other that was there before."""
    settled(page)
    shown = figure(page)
    assert shown["reads"]["text"] == list(watched.tokens)
    rows = np.reshape(shown["units f"]["marker"]["color"], (-1, len(watched.tokens)))
    gates = np.asarray(watched.checkpoints[-1].trace.f).T
    np.testing.assert_allclose(rows, gates, atol=0.006)
    drawn_cells = page.locator(".lv-plot .scatterlayer .trace").nth(list(shown).index("units f"))
    assert drawn_cells.locator("path.point").count() == rows.size


def test_a_preset_is_trained_by_keyboard_watched_and_stepped_through(page: Page) -> None:
    open_app(page, "/train")
    drawn(page)
    page.locator(".st-key-train_preset").get_by_role("combobox").focus()
    page.keyboard.type(BRACKETS.title[:9])
    press(page, "Enter")
    expect(page.locator(".st-key-train_settings")).to_contain_text("Units")
    page.wait_for_function("() => location.search.includes('task=brackets')")
    drawn(page)
    expect(page.locator(".lv-title")).to_have_text("Before training")
    assert_draws(page, Training(BRACKETS.settings).record)
    page.locator(".st-key-train_preset").get_by_role("combobox").focus()
    press(page, "Tab")
    expect(page.locator(".st-key-train_start button")).to_be_focused()
    press(page, "Enter")
    expect(page.locator(".st-key-train_stop button")).to_be_focused()  # it came in Train's place
    heard = page.locator("[role=status]", has_text="the score is")
    expect(heard).to_have_count(1)
    ended(page)
    expect(heard).to_contain_text(OVER)
    expect(page.locator(".lv-title")).to_have_text(re.compile(r"^After [\d,]+ steps of training$"))

    # Back through training time, to where the gates began.
    last = position(page)
    page.evaluate("document.activeElement.blur()")
    press(page, "ArrowLeft", "ArrowLeft")
    expect(page.locator(".lv")).to_have_attribute("data-position", str(last - 2))
    gate = page.locator(".lv-sentence")
    press(page, "Home")
    expect(page.locator(".lv-title")).to_have_text("Before training")
    expect(gate).to_contain_text("begins at 0.50 on average")
    settled(page)
    untrained = figure(page)["units f"]["marker"]["color"]
    press(page, "End")
    expect(gate).to_contain_text("has opened from 0.50 to")
    settled(page)
    assert figure(page)["units f"]["marker"]["color"] != untrained
    press(page, "ArrowLeft", "ArrowLeft", "ArrowLeft")
    expect(page.locator(".lv")).to_have_attribute("data-position", str(last - 3))
    then = page.locator(".lv-title").inner_text()

    page.get_by_role("radio", name="In the cell").or_(page.get_by_text("In the cell")).first.click()
    page.wait_for_function("() => document.querySelector('.lv').lvPlayer.film.units === 4")
    drawn(page)
    expect_position(page, 0, 0)
    expect_no_scrolling(page)
    press(page, *["ArrowRight"] * 4)
    expect_position(page, 0, 4)
    expect(page.locator(".lv-title")).to_contain_text("Forget")
    expect(page.locator(".lv-numbers")).to_contain_text("×")
    shoot(page, "train-in-the-cell")
    (steps,) = re.findall(r"After ([\d,]+ steps)", then)
    expect(told(page)).to_contain_text(f"The network after {steps} of training")
    page.get_by_text("While it trained").first.click()
    expect(page.locator(".lv-title")).to_have_text(then)
    expect(page.locator(".lv")).to_have_attribute("data-position", str(last - 3))


BOXES = """() => ['.st-key-train_preset', '.st-key-train_bar .stButton', '.stProgress',
    '.st-key-train_view', '.st-key-train_settings', '.lv-bar', '.lv-plot', '.st-key-train_files']
    .map((name) => {
        const { x, y, width, height } = document.querySelector(name).getBoundingClientRect();
        return [name, ...[x, y, width, height].map(Math.round)];
    })"""

WATCH_THE_ROWS = """() => {
    const bar = document.querySelector('.st-key-train_bar');
    const [moved, height] = [window.lvRows = [], bar.clientHeight];
    new MutationObserver(() => bar.clientHeight === height || moved.push(bar.innerText))
        .observe(bar, { subtree: true, childList: true, characterData: true });
}"""


def test_nothing_moves_while_it_trains_and_all_of_it_is_in_the_window(page: Page) -> None:
    open_app(page, STOPPABLE)
    drawn(page)
    before = page.evaluate(BOXES)
    page.evaluate(WATCH_THE_ROWS)
    expect_no_scrolling(page)
    begin(page)
    expect(page.locator(".st-key-train_stop button")).to_be_visible()
    going(page)
    assert page.evaluate(BOXES) == before
    page.locator(".st-key-train_stop button").click()
    expect(told(page)).to_contain_text("stopped")
    at_rest(page)
    drawn(page)
    assert page.evaluate(BOXES) == before
    expect(page.locator(".st-key-train_start button")).to_have_text("Go on")
    begin(page)
    going(page)
    assert page.evaluate(BOXES) == before
    assert page.evaluate("() => window.lvRows") == []  # nor for a moment


def test_a_network_is_saved_and_opened_again(page: Page, tmp_path: Path) -> None:
    open_app(page, QUICK)
    drawn(page)
    before = page.evaluate(BOXES)
    page.evaluate(WATCH_THE_ROWS)
    begin(page)
    ended(page)
    at_rest(page)
    assert page.evaluate(BOXES) == before
    expect_no_scrolling(page)
    assert page.evaluate("() => window.lvRows") == []
    with page.expect_download() as started:
        page.get_by_role("button", name="Save the network").click()
    assert started.value.suggested_filename == "parity-lstm.safetensors"
    path = tmp_path / "mine.safetensors"
    started.value.save_as(path)
    stored = from_bytes(path.read_bytes())
    assert stored.model.hidden_size == 2
    assert json.loads(stored.metadata["settings"])["seed"] == 3

    open_app(page, "/train")
    drawn(page)
    drop(page, b"not a network")
    refused = page.get_by_test_id("stPopoverBody").get_by_test_id("stAlert")
    expect(refused).to_contain_text("Nothing was opened.")
    expect(told(page)).to_contain_text("Not trained yet")
    drop(page, path.read_bytes())
    expect(told(page)).to_contain_text("Opened from a file: “parity trained here”, 2 units.")
    press(page, "Escape")
    expect(page.locator(".lv-title")).to_have_text("Opened from a file")
    drawn(page)
    assert_draws(page, OpenedNetwork(stored).record)
    shoot(page, "train-opened")


def drop(page: Page, content: bytes) -> None:
    uploader = page.locator(".st-key-train_file input[type=file]")
    if not uploader.count():
        page.get_by_role("button", name="Open a network").click()
    uploader.set_input_files(
        FilePayload(name="mine.safetensors", mimeType="application/octet-stream", buffer=content)
    )


def test_a_link_in_a_new_tab_shows_the_same(new_page: Callable[..., Page]) -> None:
    page = new_page()
    open_app(page, QUICK)
    drawn(page)
    begin(page)
    ended(page)
    page.evaluate("document.activeElement.blur()")
    last = position(page)
    press(page, "ArrowLeft")
    page.wait_for_function("(t) => location.search.includes(`t=${t}`)", arg=last)
    here, there = seen(page), page.evaluate("location.pathname + location.search")
    assert "run=" in there
    other = new_page()
    open_app(other, there)
    drawn(other)
    assert seen(other) == here
    assert other.evaluate("location.pathname + location.search") == there
    expect(other.get_by_test_id("stAlert")).to_have_count(0)


# The worst moment to leave: a slice has just been shown, and the next is about to be asked for.
LEAVES = """(link) => new MutationObserver((_, observer) => {
    observer.disconnect();
    link.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    setTimeout(() => link.click(), 30);
}).observe(document.querySelector('.st-key-train_bar .stProgress'),
    { subtree: true, childList: true, characterData: true })"""


def go_to(page: Page, title: str) -> None:
    page.get_by_text("Explore", exact=True).click()
    page.get_by_role("menuitem", name=title).click()


def test_two_people_train_at_once_and_who_leaves_has_left(new_page: Callable[..., Page]) -> None:
    page, other = new_page(), new_page()
    open_app(page, LONG)
    open_app(other, QUICK)
    drawn(page)
    drawn(other)
    begin(page)
    first = going(page)
    # While one trains, the other sets something, trains, and is done.
    seed = other.locator(".st-key-train_seed input")
    seed.fill("4")
    seed.press("Enter")
    other.wait_for_function("() => location.search.includes('seed=4')")
    begin(other)
    ended(other)
    assert going(page) > first, "and the one goes on"
    other.close()

    page.get_by_text("Explore", exact=True).click()
    page.get_by_role("menuitem", name="Step through a cell").evaluate(LEAVES)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Step through a cell")
    left = page.evaluate("performance.now()")
    page.locator(".lv[data-ready]").wait_for()
    # Longer than the ticker waits after a press on the menu.
    page.wait_for_function("(left) => performance.now() - left > 2500", arg=left)
    expect(heading).to_have_text("Step through a cell")
    drawn(page)
    press(page, "ArrowRight")
    expect_position(page, 1, 1)
    assert page.evaluate("location.pathname") == "/step-through"

    # Back again, it goes on from where it was.
    go_to(page, "Train one yourself")
    expect(page.locator(".st-key-train_stop button")).to_be_visible()
    going(page)
    page.locator(".st-key-train_stop button").click()
    expect(told(page)).to_contain_text("stopped")


ROOMS: dict[str, tuple[tuple[int, int], Literal["light", "dark"]]] = {
    "dark": ((1440, 900), "dark"),
    "phone": ((390, 844), "light"),
}


def enter(page: Page, room: str) -> None:
    viewport, theme = ROOMS[room]
    resized(page, viewport)
    page.emulate_media(color_scheme=theme)
    expect(page.locator(".lv")).to_have_attribute("data-theme", theme)
    drawn(page)


@pytest.mark.view(viewport=(390, 844), path="/train")
def test_on_a_phone_the_curves_are_on_screen_while_it_trains(page: Page) -> None:
    drawn(page)
    tops = [
        page.locator(name).evaluate("(element) => element.getBoundingClientRect().top")
        for name in (".st-key-train_start", ".lv-plot", ".st-key-train_settings")
    ]
    assert tops == sorted(tops), "the button, the picture, then the settings"
    assert tops[1] < 844 - 200, "below it the curves, 240 px high"


def test_in_every_room_it_is_for_everyone(page: Page) -> None:
    found: dict[str, list[str]] = {}

    def look(when: str, room: str, *rules: str) -> None:
        texts = page.locator(".lv-plot").evaluate(TEXTS)
        assert texts["count"] > 10
        wide = [f"scrolls sideways by {by} px"] if (by := overflow(page)) else []
        found[f"{when}, {room}"] = [*violations(page, *rules), *texts["found"], *wide]
        shoot(page, f"train-{when}-{room}", full_page=room == "phone")

    open_app(page, STOPPABLE)
    drawn(page)
    begin(page)
    going(page)
    page.locator(".st-key-train_stop button").click()
    expect(told(page)).to_contain_text("stopped")
    at_rest(page)
    drawn(page)
    look("stopped", "light")
    enter(page, "phone")
    look("stopped", "phone")
    open_app(page, "/train?task=adding&size=20&units=6&cell=gru")
    drawn(page)
    look("before, gru", "phone", *OF_ROOM)
    letters_are_learned(page)
    look("letters", "phone", *OF_ROOM)
    enter(page, "dark")
    look("letters", "dark", *OF_COLOURS)
    page.get_by_role("button", name="Open a network").click()
    page.get_by_test_id("stFileUploader").wait_for()
    found["file"] = violations(page, within=POPOVER)
    press(page, "Escape")
    assert {when: lines for when, lines in found.items() if lines} == {}


def letters_are_learned(page: Page) -> None:
    open_app(page, "/train?task=next-character&size=40&units=4&steps=50&seed=41")
    drawn(page)
    begin(page)
    ended(page)
    watched = Training(Settings("next-character", 40, hidden_size=4, steps=50, seed=41)).record
    shown = figure(page)
    assert shown["reads"]["text"] == list(watched.tokens)
    assert shown["wanted"]["text"] == list(watched.wanted)


@pytest.mark.view(path="/train?task=reber&size=99&units=77")
def test_what_a_link_cannot_mean_is_said_and_the_page_works(page: Page) -> None:
    drawn(page)
    notes = page.get_by_test_id("stAlert")
    expect(notes.first).to_contain_text("units=77; expected a whole number from 1 to 32")
    expect(notes.last).to_contain_text("size=99; expected a longest inner string from 5 to 60")
    expect(page.locator(".st-key-train_size input")).to_have_value("60")
    shoot(page, "train-notes")
