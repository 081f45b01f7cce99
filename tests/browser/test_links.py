"""The whole screen is in the address bar, and the address bar is the whole screen."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.browser.player import (
    CELL,
    FRIEND,
    drawn,
    expect_position,
    experiment,
    number,
    open_player,
    position,
    press,
    settled,
    texts,
    type_in,
)


def screen(page: Page) -> dict[str, Any]:
    """Everything on screen that a link has to bring back."""
    settled(page)
    return {
        "position": position(page),
        "texts": texts(page),
        "words": page.locator(".lv-head").inner_text(),
        "tokens": page.locator(".lv-ribbon button").all_text_contents(),
        "unit": page.locator(".lv-unit").input_value(),
        "controls": page.locator(".st-key-controls input").evaluate_all(
            "(fields) => fields.map((field) => field.value)"
        ),
    }


def address(page: Page) -> str:
    """The path and query once the address bar has followed."""
    path: str = page.evaluate("location.pathname + location.search")
    return path


def expect_query(page: Page, query: str) -> None:
    page.wait_for_function("(query) => location.search === query", arg=query)


def places_told(page: Page) -> list[dict[str, int]]:
    """Where Python is told that the reader rests, with each run that the page asks for."""
    told = []

    def note(sent: bytes | str) -> None:
        assert isinstance(sent, bytes)
        asked = BackMsg.FromString(sent).rerun_script.widget_states.widgets
        states = [json.loads(one.json_value) for one in asked if one.json_value]
        told.extend(state["at"] for state in states if "at" in state)

    page.on("websocket", lambda socket: socket.on("framesent", note))
    return told


def test_a_link_opens_its_screen(page: Page) -> None:
    edits = "W.1.2_0.5+b.5_-4.0+clamp.f.2_1.0+c0.0_-3.0"
    path = f"{CELL}?preset=again&edits={edits}&t=3&stage=9&unit=2"
    open_player(page, path)
    expect_position(page, 2, 8)
    expect(page.locator(".lv-unit")).to_have_value("1")
    trace = experiment(path).trace
    shown = texts(page)
    for name in ("c", "h"):
        for unit, value in enumerate(getattr(trace, name)[2]):
            assert number(shown[f"{name}.{unit}"]) == pytest.approx(value, abs=0.00501)
    expect(page.locator(".lv-reset")).to_be_enabled()
    expect(page.locator(".lv-undo")).to_be_disabled()
    assert address(page) == path


@pytest.mark.view(fresh=True)
def test_the_address_follows_once_the_reader_rests(page: Page) -> None:
    told = places_told(page)
    open_player(page)
    assert address(page) == FRIEND
    before = page.evaluate("history.length")
    press(page, *["ArrowRight"] * 13)
    expect_query(page, "?preset=friend&t=2&stage=4")
    page.locator(".lv-unit").select_option("2")
    expect_query(page, "?preset=friend&t=2&stage=4&unit=3")
    page.locator(".lv-readout").click()
    press(page, "Home")
    expect_query(page, "?preset=friend&unit=3")
    type_in(page, "hidden_size", "5")
    expect_query(page, "?preset=friend&h=5&unit=3")
    drawn(page)
    assert page.evaluate("history.length") == before, "the address does not fill the history"
    assert {"id": 0, "t": 0, "stage": 0, "unit": 2} in told
    sent = {"id": 0, "t": 0, "stage": 0, "unit": 0}
    assert sent not in told, "Python sent the reader there, and runs again to be told"


def test_a_copied_link_shows_the_same_screen(page: Page, new_page: Callable[..., Page]) -> None:
    open_player(page, f"{CELL}?preset=wave&h=5")
    type_in(page, "seed", "31")
    page.wait_for_function("() => location.search.includes('seed=31')")
    type_in(page, "text", "0, 1, −1, 0.5")
    page.wait_for_function("() => location.search.includes('text=')")
    drawn(page)
    page.locator(".lv-edit").click()
    field = page.locator('.lv-drawer [data-target="bias"][data-index="5"]')
    field.fill("2.5")
    field.press("Enter")
    page.wait_for_function("() => location.search.includes('edits=')")
    press(page, "Escape")
    press(page, *["ArrowRight"] * 16)
    page.wait_for_function("() => location.search.includes('stage=7')")
    page.locator(".lv-unit").select_option("3")
    page.wait_for_function("() => location.search.includes('unit=4')")
    drawn(page)
    here, there = screen(page), address(page)
    page.get_by_role("button", name="Save or share").click()
    code = page.get_by_test_id("stCode").locator("code")
    expect(code).to_contain_text("unit=4")
    copied = code.inner_text().strip()

    other = new_page()
    open_player(other, copied)
    assert address(other) == there, "the link to copy is the address"
    assert screen(other) == here


def test_a_long_text_fits_into_the_address(page: Page) -> None:
    open_player(page, f"{CELL}?as=numbers&text=0")
    numbers = ", ".join(f"{(-1) ** k * k / 7:.4f}" for k in range(200))
    type_in(page, "text", numbers)
    expect(page.locator(".lv-ribbon button")).to_have_count(200)
    page.wait_for_function("() => location.search.includes('zip.')")
    drawn(page)
    here, there = screen(page), address(page)
    open_player(page, there)
    assert screen(page) == here


def test_any_character_survives_the_address(page: Page) -> None:
    text = "a&b=c#d + e 你好 👋"
    open_player(page, f"{CELL}?{urlencode({'text': text})}")
    assert page.locator(".st-key-text input").input_value() == text
    here = screen(page)
    press(page, "ArrowRight")
    page.wait_for_function("() => location.search.includes('stage=2')")
    press(page, "Home")
    page.wait_for_function("() => !location.search.includes('stage')")
    page.reload()
    drawn(page)
    assert screen(page) == here


def test_nonsense_in_a_link_gets_notes_and_a_working_app(page: Page) -> None:
    open_player(
        page,
        f"{CELL}?preset=%3Cscript%3E&h=99&seed=x&t=-3&stage=2.5&unit=0&edits=W.9&foo=bar",
    )
    notes = page.get_by_test_id("stAlert")
    expect(notes).to_have_count(1)
    for name in ("preset=<script>", "h=99", "seed=x", "t=-3", "stage=2.5", "unit=0", "edits=W.9"):
        expect(notes).to_contain_text(f"The link says {name}; expected")
    expect_position(page, 0, 0)
    press(page, "ArrowRight", "ArrowRight")
    expect_position(page, 0, 2)


def test_a_link_beyond_the_end_opens_at_the_end(page: Page) -> None:
    open_player(page, f"{CELL}?t=7&stage=10")
    expect_position(page, 6, 8)
    press(page, "ArrowLeft")
    expect_position(page, 6, 7)
