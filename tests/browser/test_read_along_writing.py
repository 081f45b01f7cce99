"""The network writes on: each character comes with its column, which is as it is when kept."""

import re
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from lstm_viz.reading.passages import PASSAGES
from lstm_viz.reading.read import LONGEST
from lstm_viz.scenes.read_along.controls.write import written
from lstm_viz.scenes.read_along.record import reading
from tests.browser.helpers import unchanging
from tests.browser.player import drawn, press
from tests.browser.reading import (
    READ,
    TEXT,
    expect_character,
    expect_in_link,
    expect_length,
    open_text,
    read_anew,
    seen_text,
    shown,
    text_of,
    written_out,
)

START = "To be, or "
PATH = f"{READ}?text=To+be,+or+&panel=write&temperature=0.8&seed=5&unit=9&others=2.7&paint=c"

# What Plotly draws, by character: all rows of the picture, and the ledger.
_DRAWN = """() => {
    const [bars, ...heatmaps] = document.querySelector('.lv-plot').data.slice(0, 3);
    const [account] = document.querySelector('.lv-ledger').data;
    const byCharacter = ({ x, y }) => Object.fromEntries(x.map((at, k) => [at - 0.5, y[k]]));
    const columns = {};
    for (const { x0, z } of heatmaps) z[0].forEach((_, k) => {
        (columns[x0 - 0.5 + k] ??= []).push(...z.map((row) => row[k]));
    });
    return { columns, bars: byCharacter(bars), ledger: byCharacter(account) };
}"""
_DRAWN_AT = ", before temperature 0.80 is applied"
_WORDS = (".lv-readout", ".lv-caption", ".lv-labels", ".lv-twin-body")
# Of each character that the picture got while Stop was to be seen: whether all of it was there.
_WATCHED = """() => {
    window.watched = {};
    const look = () => {
        const { data } = document.querySelector('.lv-plot');
        const { x0, z } = data[2];
        const t = x0 - 0.5 + z[0].length - 1;
        if (!document.querySelector('.lv-stop').hidden) {
            const there = (k) => z.map((row) => Number.isFinite(row.at(k))).join();
            window.watched[t] = there(-1) === there(0)
                && data[0].x.at(-1) === t + 0.5
                && document.querySelector('.lv-letters div').children[t - x0 + 0.5] !== undefined;
        }
        requestAnimationFrame(look);
    };
    look();
}"""

_FRAMED = """(spans) =>
    spans.map((span, t) => (span.matches('.lv-here-text') ? t : null)).filter((t) => t !== null)"""
# As the browser does on Ctrl+V: the page may put the text in itself, else it is put in.
_PASTE = """(field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const said = { clipboardData, bubbles: true, cancelable: true };
    if (field.dispatchEvent(new ClipboardEvent('paste', said)))
        document.execCommand('insertText', false, text);
}"""


def write_on(page: Page) -> None:
    page.get_by_role("button", name="Write on", exact=True).click()
    page.locator(".lv-keep").wait_for()


def seen(page: Page) -> dict[str, Any]:
    """The picture and its words, when it no longer moves."""
    page.wait_for_timeout(600)  # what is beside what is shown is drawn later

    def read() -> dict[str, Any]:
        drawn: dict[str, Any] = page.evaluate(_DRAWN)
        words = {part: page.locator(part).first.inner_text() for part in _WORDS}
        # What is kept counts as typed: no temperature is to be told apart from it.
        words[".lv-twin-body"] = words[".lv-twin-body"].replace(_DRAWN_AT, "")
        rows = page.locator(".lv-letters div")
        letters = rows.evaluate_all("(rows) => rows.map((r) => r.innerHTML)")
        return {**drawn, "words": words, "letters": letters}

    return unchanging(page, read)


def same(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert one["words"] == other["words"]
    assert one["letters"] == other["letters"]
    for what in ("columns", "bars", "ledger"):
        assert one[what].keys() == other[what].keys(), what
        for t, values in one[what].items():
            mine, theirs = np.array(values, float), np.array(other[what][t], float)
            np.testing.assert_allclose(mine, theirs, atol=1e-3, err_msg=f"{what} of {t}")


@pytest.mark.view(path=f"{PATH}&count=60", fresh=True)
def test_each_character_comes_with_its_column(page: Page) -> None:
    shown(page)
    page.evaluate(_WATCHED)
    write_on(page)
    written_out(page, len(START) + 60)
    watched: dict[str, bool] = page.evaluate("() => window.watched")
    during = {int(t): whole for t, whole in watched.items() if int(t) >= len(START)}
    assert len(during) > 2 and all(during.values()), during


@pytest.mark.view(path=f"{PATH}&count=40")
def test_what_is_written_shows_what_it_does_when_it_is_kept(page: Page) -> None:
    shown(page)
    page.locator(".lv-twin summary").click()
    write_on(page)
    written_out(page, len(START) + 40)
    made = written(START, (), 0.8, 5, 40)
    framed = page.locator(".lv-ground span").evaluate_all(_FRAMED)
    page.locator(".lv-prev").focus()
    press(page, *["ArrowLeft"] * 5)
    at = len(START) + 40 - 6  # the frame stood at the last but one
    expect_character(page, at)
    assert framed == [at + 4]
    before = seen(page)
    k = at - 1 - len(START)
    account = reading(START + made.string)
    largest = max(abs(float(value)) for value in account.trace.written[:, 8])
    left = before["ledger"][str(at - 1)]
    assert left == pytest.approx(float(made.trace.written[k, 8]) / max(0.05, largest), abs=1e-3)
    with read_anew(page):
        page.locator(".lv-keep").click()
    expect_length(page, len(START) + 40)
    expect_character(page, at)
    same(before, seen(page))


@pytest.mark.view(path=f"{PATH}&count=40&hold=f.9_1+o.2_0.5")
def test_also_with_gates_held_and_another_unit(page: Page) -> None:
    shown(page)
    page.locator(".lv-twin summary").click()
    write_on(page)
    written_out(page, len(START) + 40)
    with read_anew(page):  # another unit's record of the same characters
        page.locator(".lv-unit-button[data-unit='1']").click()
    assert len(seen_text(page)) == len(START) + 40
    expect(page.locator(".lv-caption")).to_contain_text("of that")
    before = seen(page)
    assert "unit 2, output gate o\t0.50" in before["words"][".lv-twin-body"]
    with read_anew(page):
        page.locator(".lv-keep").click()
    after = seen(page)
    for labels in (before, after):  # full colour is that of the text without holds
        labels["words"].pop(".lv-labels")
    assert before["words"] == after["words"] and before["letters"] == after["letters"]


@pytest.mark.view(path=f"{PATH}&count=30")
def test_the_frame_goes_over_what_was_written(page: Page) -> None:
    """By key, by a click and by the slider; each place has its numbers."""
    shown(page)
    write_on(page)
    written_out(page, len(START) + 30)
    made = written(START, (), 0.8, 5, 30)
    whole = reading(START + made.string)
    page.locator(".lv-prev").focus()
    for _ in range(20):  # the last letter may still be on its way
        press(page, "End")
        if page.locator(".lv-reading").get_attribute("data-position") == "39":
            break
        page.wait_for_timeout(100)
    expect_character(page, 40)
    expect(page.locator(".lv-how")).to_have_text("at temperature 0.80")
    expect(page.locator(".lv-came")).to_have_text("Nothing has come yet.")
    next_ = page.locator(".lv-next-list b").all_inner_texts()
    assert "".join(next_).replace("␣", " ").replace("⏎", "\n") == "".join(
        guess.character for guess in whole.ranked[-1]
    )
    field = page.locator(".lv-window").bounding_box()
    assert field
    x, y = field["x"] + 15 * 24.5, field["y"] + field["height"] - 100
    page.mouse.click(x, y)
    expect_character(page, 25)
    expect(page.locator(".lv-tip")).to_contain_text("unit 7 =")
    expect(page.locator(".lv-readout")).to_contain_text(f"{whole.surprise[24]:.1f} bits")
    page.locator(".lv-scrub").fill("11")
    expect_character(page, 12)
    page.mouse.move(x, field["y"] + field["height"] - 40)
    expect(page.locator(".lv-tip")).not_to_contain_text("wrote")  # that is later than the frame
    page.mouse.move(field["x"] + 15 * 11.5, field["y"] + field["height"] - 40)
    expect(page.locator(".lv-tip")).to_contain_text("is left at 12")
    press(page, "Home")
    expect(page.locator(".lv-how")).to_be_empty()  # that was not drawn


@pytest.mark.view(path=f"{PATH}&count=300")
def test_stopped_and_discarded_leaves_the_text_as_it_was(page: Page) -> None:
    shown(page)
    write_on(page)
    page.locator(".lv-stop").click()
    expect(page.locator(".lv-stop")).to_be_hidden()
    there = seen_text(page)
    assert there.startswith(START) and len(START) < len(there) < len(START) + 300
    expect(page.locator(".lv-live")).to_have_text(f"The network wrote: {there[len(START) :]}")
    page.locator(".lv-discard").click()
    expect(page.locator(".lv-discard")).to_be_hidden()
    expect_length(page, len(START))
    assert text_of(page) == seen_text(page) == START
    shown_columns = unchanging(page, lambda: page.evaluate(_DRAWN)["columns"])
    assert set(shown_columns) == {str(t) for t in range(len(START))}
    page.locator(TEXT).press("Control+End")
    with read_anew(page):
        page.keyboard.type("no")
    expect_in_link(page, text=f"{START}no")


@pytest.mark.view(path=f"{READ}?text=To+be&panel=write&seed=5&count=20")
def test_what_was_typed_and_what_was_kept_can_be_undone_and_done_again(page: Page) -> None:
    shown(page)
    field = page.locator(TEXT)
    with read_anew(page):
        field.press("Control+End")
        page.keyboard.insert_text(", or")  # one by one they would be undone in several steps
    write_on(page)
    written_out(page, 29)
    kept = seen_text(page)
    with read_anew(page):
        page.locator(".lv-keep").click()
    assert text_of(page) == seen_text(page) == kept
    assert page.evaluate("() => document.activeElement.tagName") != "TEXTAREA"
    assert page.locator(".lv-written").count() == 0
    field.focus()
    for key, text in [("z", "To be, or"), ("z", "To be"), ("Shift+z", "To be, or")]:
        with read_anew(page):
            page.keyboard.press(f"Control+{key}")
        assert text_of(page) == seen_text(page) == text
    with read_anew(page):
        page.keyboard.press("Control+Shift+z")
    assert text_of(page) == kept
    expect_length(page, len(kept))


@pytest.mark.view(path=f"{READ}?text=To+be")
def test_a_pasted_text_that_was_cut_can_be_undone(page: Page) -> None:
    shown(page)
    field = page.locator(TEXT)
    field.press("Control+End")
    with read_anew(page):
        field.evaluate(_PASTE, "to be or not\n" * 400)
    assert len(text_of(page)) == LONGEST
    expect_length(page, LONGEST)
    expect(page.locator(".lv-problem")).to_contain_text("The first 5,000 characters are read")
    with read_anew(page):
        page.keyboard.press("Control+z")
    assert text_of(page) == "To be"
    expect(page.locator(".lv-problem")).to_be_empty()


@pytest.mark.view(path=f"{READ}?text=To+be%0A")
def test_what_has_no_room_inside_a_text_is_left_out_and_the_text_stays(page: Page) -> None:
    shown(page)
    field, problem = page.locator(TEXT), page.locator(".lv-problem")
    own = "0123456789" * 499
    with read_anew(page):
        field.fill(own)
    field.evaluate("(field) => field.setSelectionRange(5, 8)")
    with read_anew(page):
        field.evaluate(_PASTE, "ab" * 100)
    full = own[:5] + "ab" * 6 + "a" + own[8:]
    assert text_of(page) == full and len(full) == LONGEST
    expect(problem).to_have_text(
        "There is room for 5,000 characters; 187 of the new ones were left out."
    )
    with read_anew(page):
        page.keyboard.press("Control+z")
    field.evaluate("(field) => field.setSelectionRange(5, 8)")
    with read_anew(page):
        page.keyboard.insert_text("ab" * 100)
    assert text_of(page) == full
    expect(problem).to_contain_text("187 of the new ones were left out.")
    field.evaluate("(field) => field.setSelectionRange(2, 2)")
    for key in ("x", "Enter"):
        page.keyboard.press(key)
        expect(problem).to_contain_text("characters; the new one was left out.")
        assert text_of(page) == full
        assert field.evaluate("(field) => field.selectionStart") == 2
    with read_anew(page):
        page.keyboard.press("Control+z")
    assert text_of(page) == own
    expect(problem).to_be_empty()


@pytest.mark.view(path=f"{READ}?text=To+be&panel=write&seed=5&count=10")
def test_what_was_written_has_no_cell_until_it_is_kept(page: Page) -> None:
    shown(page)
    write_on(page)
    written_out(page, 15)
    enter, live = page.locator(".lv-enter-cell"), page.locator(".lv-live")
    expect(enter).to_be_disabled()
    expect(enter).to_have_attribute("title", re.compile("press Keep first"))
    page.locator(".lv-prev").focus()
    press(page, "End", "ArrowLeft")
    expect(live).to_contain_text("Character 14")
    press(page, "Tab")
    page.evaluate("() => document.activeElement.blur()")
    press(page, "Enter")
    expect(live).to_contain_text("press Keep first")
    expect(page.locator(".lv-keep")).to_be_visible()
    assert len(seen_text(page)) == 15
    press(page, *["ArrowLeft"] * 9)
    expect_character(page, 5)
    expect(enter).to_be_enabled()
    expect(enter).to_have_attribute("title", "")
    press(page, "End")
    with read_anew(page):
        page.locator(".lv-keep").click()
    enter.click()
    drawn(page)
    expect(page.locator(".lv-readout")).to_contain_text("step 15 of 15")


@pytest.mark.view(viewport=(390, 844))
def test_on_a_phone_the_buttons_stand_below_the_text(page: Page) -> None:
    open_text(page, f"{READ}?passage=hamlet&panel=write&count=20")
    before = _tops(page)
    write_on(page)
    written_out(page, len(PASSAGES["hamlet"].text) + 20)
    assert _tops(page) == before, "the picture stays where it is"
    text, button = (page.locator(part).bounding_box() for part in (".lv-page", ".lv-keep"))
    letter = page.locator(".lv-ground span").nth(-2).bounding_box()
    assert text and button and letter
    bottom = text["y"] + text["height"]
    assert bottom < button["y"]
    assert text["y"] < letter["y"] and letter["y"] + letter["height"] <= bottom


def _tops(page: Page) -> Any:
    """Where the picture and what comes next are, within the component."""
    return page.evaluate(
        """() => ['.lv-reading', '.lv-expects', '.lv-aligned'].map(
            (part) => document.querySelector(part).getBoundingClientRect().top
        ).map((top, _, [first]) => top - first)"""
    )
