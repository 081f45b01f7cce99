"""A sequence of one's own: typed, listed, dropped in; other networks, sizes and seeds."""

import os
import signal
from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import FilePayload, Page, expect

from lstm_viz.ui.callbacks import SETTLES
from tests.browser.helpers import at_rest, open_app, shoot
from tests.browser.player import (
    CELL,
    choose,
    drawn,
    drawn_anew,
    expect_position,
    number,
    open_player,
    press,
    settled,
    texts,
    type_in,
)
from tests.browser.server import App


def tokens(page: Page) -> list[str]:
    return page.locator(".lv-ribbon button").all_text_contents()


def expect_tokens(page: Page, *wanted: str) -> None:
    expect(page.locator(".lv-ribbon button")).to_have_text(list(wanted))
    drawn(page)


def drop(page: Page, name: str, content: bytes) -> None:
    """Hand a file to the uploader, which the popover of the table holds."""
    uploader = page.locator(".st-key-csv_file input[type=file]")
    if not uploader.count():
        page.get_by_role("button", name="CSV:").click()
    uploader.set_input_files(FilePayload(name=name, mimeType="text/csv", buffer=content))


def test_a_sentence_is_typed(page: Page, app: App) -> None:
    open_player(page, f"{CELL}?t=4&stage=5")
    type_in(page, "text", "She said yes and she meant yes")
    expect_tokens(page, "She", "said", "yes", "and", "she", "meant", "yes")
    expect_position(page, 0, 0)
    page.locator(".lv-readout").click()
    press(page, *["ArrowRight"] * 9)
    expect_position(page, 0, 9)
    expect(page.locator(".lv-sentence")).to_contain_text("said")
    shoot(page, "own-sentence")

    # Nothing that can be seen: one clear sentence, and all is as it was.
    settled(page)
    before = texts(page)
    type_in(page, "text", "   ")
    alert = page.get_by_test_id("stAlert")
    expect(alert).to_have_count(1)
    expect(alert).to_contain_text("Expected a sentence of at least one word")
    drawn(page)
    assert texts(page) == before
    type_in(page, "text", "good again")
    expect_tokens(page, "good", "again")
    expect(alert).to_have_count(0)

    # Undo brings the text back into its field, too.
    page.locator(".lv-undo").click()
    expect(page.locator(".lv-ribbon button").first).to_have_text("She")
    expect(page.locator(".st-key-text input")).to_have_value("She said yes and she meant yes")
    for words in range(1, 6):
        type_in(page, "text", " ".join(["word"] * words))
        expect(page.locator(".lv-ribbon button")).to_have_count(words)
    os.kill(app.pid, signal.SIGSTOP)  # of presses that wait for it Streamlit alone hears the last
    for _ in range(5):
        page.locator(".lv-undo").dispatch_event("click")
    os.kill(app.pid, signal.SIGCONT)
    expect(page.locator(".st-key-text input")).to_have_value("She said yes and she meant yes")


def test_text_that_looks_like_markup_is_shown_as_it_is(page: Page) -> None:
    open_player(page)
    type_in(page, "text", "<b>hello</b> &amp; $x$ <img src=x onerror=alert(1)>")
    expect(page.locator(".lv-ribbon button").first).to_have_text("<")
    drawn(page)
    assert page.locator(".lv img, .lv-ribbon b").count() == 0
    press(page, "Tab")
    page.locator(".lv-readout").click()
    press(page, "ArrowRight")
    expect(page.locator(".lv-readout b")).to_have_text("<")
    token = page.locator(".lv-plot .textpoint text", has_text="“<”")
    expect(token).to_have_count(1)


def test_undo_takes_back_tables_one_by_one_with_their_names(page: Page) -> None:
    """In a closed popover nothing knows what the code has set."""
    open_player(page, f"{CELL}?preset=rain")
    for name, rows in {"A.csv": 1, "B.csv": 2}.items():
        drop(page, name, b"a,b\n" + b"1,2\n" * rows)
        expect(page.locator(".lv-ribbon button")).to_have_count(rows)
        press(page, "Escape")
    table = page.get_by_test_id("stPopover").get_by_role("button", name="CSV")
    for press_of, steps, name in [
        (".lv-reset", 6, "table of"), (".lv-undo", 2, "B.csv"), (".lv-undo", 1, "A.csv"),
    ]:  # fmt: skip
        page.locator(press_of).click()
        expect(page.locator(".lv-ribbon button")).to_have_count(steps)
        expect(table).to_contain_text(name)
        drawn(page)
    expect(page.locator(".lv-undo")).to_be_enabled()


@pytest.mark.view(fresh=True)
def test_a_table_too_long_for_a_link_is_kept_in_this_browser(
    page: Page, new_page: Callable[..., Page]
) -> None:
    open_player(page, f"{CELL}?preset=rain")
    numbers = np.random.default_rng(0).normal(size=(200, 16))
    drop(page, "long.csv", "\n".join(",".join(map(str, row)) for row in numbers).encode())
    expect(page.locator(".lv-ribbon button")).to_have_count(200)
    page.wait_for_function("() => location.search.includes('text=kept.')")
    press(page, "Escape")
    drawn(page)
    before, address = texts(page), page.evaluate("location.pathname + location.search")
    page.reload()
    expect(page.locator(".lv-ribbon button")).to_have_count(200)
    drawn(page)
    assert texts(page) == before
    page.evaluate("() => localStorage.clear()")  # as another browser has nothing of it
    other = new_page()
    open_player(other, address)
    note = other.get_by_test_id("stAlert").first
    expect(note).to_contain_text("is not in this one, so the page opens without")


@pytest.mark.view(fresh=True)
def test_what_is_typed_and_what_is_pressed_after_it_are_both_taken(page: Page) -> None:
    """Without Enter, however long the button is held down; and what is typed wrongly stays put."""
    open_player(page, f"{CELL}?t=3&stage=4")
    for text, button, hold in (("one two", ".lv-next", 700), ("three two one", ".lv-play", 0)):
        page.locator(".st-key-text input").fill(text)
        box = page.locator(button).bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.wait_for_timeout(hold)
        page.mouse.up()
        expect(page.locator(".lv-ribbon button")).to_have_count(len(text.split()))
        expect(page.locator(".lv")).to_have_attribute("data-position", "1")
        if button == ".lv-play":
            expect(page.locator(button)).to_contain_text("Pause")
    open_app(page, "/train")
    expect(page.locator(".st-key-train_start button")).to_be_enabled()
    at_rest(page)
    page.locator(".st-key-train_units input").fill("5")
    page.locator(".st-key-train_start button").click()
    expect(page.locator(".st-key-train_stop")).to_be_visible()
    page.wait_for_function("() => location.search.includes('units=5')")
    page.locator(".st-key-train_stop button").click()


def test_a_list_of_numbers_and_another_preset(page: Page) -> None:
    """That each preset, network and kind does what it says: tests/pages/test_step_through.py."""
    open_player(page)
    choose(page, "preset", "Brackets within brackets")
    expect_tokens(page, *"(()(()))")
    network = page.locator(".st-key-network").get_by_role("combobox")
    expect(network).to_have_value("Bracket depth (trained)")
    expect(page.locator(".st-key-hidden_size input")).to_be_disabled()
    shoot(page, "brackets")
    page.wait_for_timeout(1000 * SETTLES)  # sooner no reader sets again what was there before
    with drawn_anew(page):
        choose(page, "network", "Random weights")
    expect(page.locator(".st-key-hidden_size input")).to_be_enabled()
    assert "".join(tokens(page)) == "(()(()))"
    choose(page, "kind", "Numbers")
    expect_tokens(page, "0", "1", "0", "0", "1", "0", "-1", "0")
    type_in(page, "text", "0.5, −2, 1e3")
    expect_tokens(page, "0.5", "−2", "1e3")
    assert number(texts(page)["x.0"]) == 0.5
    type_in(page, "text", "0.5, oops")
    expect(page.get_by_test_id("stAlert")).to_contain_text("Expected a number in entry 2")
    assert tokens(page) == ["0.5", "−2", "1e3"]
    expect(page.locator(".st-key-text input")).to_have_value("0.5, oops")


def test_a_csv_file_and_bad_ones(page: Page) -> None:
    open_player(page, f"{CELL}?preset=rain")
    alert = page.locator(".stMain").get_by_test_id("stAlert")
    drop(page, "good.csv", b"wind,sea\n1,0\n0.5,-0.25\n")
    expect_tokens(page, "row 1", "row 2")
    press(page, "Escape")
    expect(page.get_by_text("good.csv").first).to_be_visible()
    assert number(texts(page)["x.0"]) == 1
    bad = {
        "words.csv": (
            b"a,b\n1,2\n1,two\n",
            "Expected a number in row 3, column 2 (‘b’), got ‘two’.",
        ),
        "picture.csv": (b"\x89PNG\r\n\x1a\n\x00", "Expected a text file with numbers"),
    }
    for name, (content, said) in bad.items():
        drop(page, name, content)
        expect(alert).to_have_count(1)
        expect(alert).to_contain_text(f"{name}: {said}")
        drawn(page)
        assert tokens(page) == ["row 1", "row 2"]
        assert number(texts(page)["x.0"]) == 1
    drop(page, "large.csv", b"1,2\n" * 2**20)
    why = page.get_by_test_id("stFileChip").get_by_role("alert")
    expect(why).to_contain_text("2.0MB")
    box = why.bounding_box()
    assert box and box["height"] > 10 and box["width"] > 100, "why it is too large is in sight"
    drop(page, "good-again.csv", b"1;2;3\n4;5;6\n7;8;9\n")
    expect_tokens(page, "row 1", "row 2", "row 3")
    expect(alert).to_have_count(0)


def test_other_sizes_and_seeds_keep_the_place(page: Page) -> None:
    open_player(page, f"{CELL}?t=3&stage=9&unit=4")
    before = texts(page)
    with drawn_anew(page):
        type_in(page, "seed", "12")
    page.wait_for_function("() => location.search.includes('seed=12')")
    expect_position(page, 2, 8)
    assert texts(page) != before
    with drawn_anew(page):
        type_in(page, "hidden_size", "1")  # the unit that was chosen is gone
    expect(page.locator(".lv-unit option")).to_have_count(1)
    expect_position(page, 2, 8)
    assert {name for name in texts(page) if name.startswith("h.")} == {"h.0"}
