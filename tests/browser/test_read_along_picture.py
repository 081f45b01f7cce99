"""The text and the picture of "Read along": one marks the other, and both follow the reader."""

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.reading.passages import PASSAGES
from tests.browser.player import drawn, press
from tests.browser.reading import (
    READ,
    TEXT,
    expect_character,
    expect_length,
    movements,
    note_movements,
    open_text,
    shown,
)

COLUMN = 15
PASSAGE = next(iter(PASSAGES.values())).text


def point_at(page: Page, column: int, row: str = "letters") -> None:
    """Point at a column of the picture, counted from the first that is shown."""
    top = {"letters": 60, "signals": 140}[row]
    page.locator(".lv-window").hover(position={"x": (column + 0.5) * COLUMN, "y": top})


def letters(page: Page) -> list[str]:
    """What stands in the picture's row of letters, the signs for spaces among them."""
    return page.locator(".lv-letters > div").first.locator("i").all_inner_texts()


def test_text_and_picture_mark_each_other(page: Page) -> None:
    """Each in turn, in one text."""
    open_text(page)
    for look in (
        the_pictures_letters_are_the_text,
        pointing_at_the_picture_marks_the_letter,
        pointing_at_a_letter_marks_its_column,
        clicking_goes_there_in_both,
        zooming_out_leaves_colour_alone,
        the_last_line_stays_under_a_pressed_pointer,
        a_label_opens_its_entry_of_the_glossary,
    ):
        look(page)


def pointing_at_the_picture_marks_the_letter(page: Page) -> None:
    point_at(page, 4)
    expect(page.locator(".lv-pointed-text")).to_have_count(1)
    at = page.locator(".lv-ground span").evaluate_all(
        "(spans) => spans.findIndex((span) => span.classList.contains('lv-pointed-text'))"
    )
    assert at == 4
    expect(page.locator(".lv-tip")).to_contain_text("5 ‘")


def pointing_at_a_letter_marks_its_column(page: Page) -> None:
    box = page.locator(".lv-ground span").nth(6).bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    column = page.locator(".lv-pointed-column")
    expect(column).to_be_visible()
    window = page.locator(".lv-window").bounding_box()
    marked = column.bounding_box()
    assert window and marked
    assert marked["x"] - window["x"] == pytest.approx(6 * COLUMN, abs=1)


def clicking_goes_there_in_both(page: Page) -> None:
    page.locator(".lv-window").click(position={"x": 8.5 * COLUMN, "y": 200})
    expect_character(page, 9)
    expect(page.locator(".lv-ground .lv-here-text")).to_have_count(1)
    page.wait_for_function(
        """(left) => {
            const x = (name) => document.querySelector(name).getBoundingClientRect().x;
            return Math.abs(x('.lv-column') - x('.lv-window') - left) <= 1;
        }""",
        arg=8 * COLUMN,
    )
    box = page.locator(".lv-ground span").nth(2).bounding_box()
    assert box
    page.mouse.click(box["x"] + 1, box["y"] + 8)  # its left half too
    expect_character(page, 3)


def test_a_click_on_a_letter_or_a_value_goes_into_its_cell_and_back(page: Page) -> None:
    """A value of the column that is shown; back in the text, columns are as wide as before."""
    open_text(page)
    for _ in range(2):
        page.locator(".lv-in").click()
    before = columns(page)["width"]
    assert before > COLUMN
    page.locator(".lv-window").click(position={"x": before / 2, "y": 200})
    page.locator(".lv-back:visible").click()
    shown(page)
    assert columns(page)["width"] == before
    for _ in range(2):
        page.locator(".lv-out").click()
    point_at(page, 8)
    expect(page.locator(".lv-tip")).to_contain_text("into the cell at this character")
    letter = letters(page)[8]
    page.locator(".lv-window").click(position={"x": 8.5 * COLUMN, "y": 60})
    drawn(page)
    expect(page.locator(".lv-readout").first).to_contain_text(
        f"step 9 of {len(PASSAGE)} · {letter}"
    )


def the_pictures_letters_are_the_text(page: Page) -> None:
    text = page.locator(TEXT).input_value().replace(" ", "␣").replace("\n", "⏎")
    shown_letters = "".join(letters(page))
    assert len(shown_letters) > 40 and text.startswith(shown_letters)


def zooming_out_leaves_colour_alone(page: Page) -> None:
    for _ in range(3):
        page.locator(".lv-out").click()
    expect(page.locator(".lv-letters > div")).to_have_count(0)
    for _ in range(3):
        page.locator(".lv-in").click()
    expect(page.locator(".lv-letters > div")).to_have_count(4)


def columns(page: Page) -> dict[str, float]:
    """How wide a column is, and which stands at the left edge."""
    found: dict[str, float] = page.locator(".lv-reading").evaluate(
        "({ lvReading }) => ({ ...lvReading.picture.columns })"
    )
    return found


def test_a_plain_wheel_scrolls_the_page_and_with_ctrl_it_zooms(page: Page) -> None:
    open_text(page)
    before = columns(page)
    page.locator(".lv-window").hover(position={"x": 300, "y": 200})
    page.mouse.wheel(0, 200)
    page.wait_for_function("() => document.querySelector('.stMain').scrollTop > 100")
    assert columns(page) == before
    page.mouse.wheel(0, -400)
    page.wait_for_function("() => document.querySelector('.stMain').scrollTop === 0")
    page.locator(".lv-window").hover(position={"x": 300, "y": 200})
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_function(
        "(width) => document.querySelector('.lv-reading').lvReading.picture.columns.width > width",
        arg=before["width"],
    )
    page.keyboard.down("Shift")
    page.mouse.wheel(0, 150)
    page.keyboard.up("Shift")
    page.wait_for_function(
        "() => document.querySelector('.lv-reading').lvReading.picture.columns.left > 3"
    )
    assert page.evaluate("document.querySelector('.stMain').scrollTop") == 0


@pytest.mark.view(reduced_motion=False)
def test_the_cell_grows_out_of_its_column_and_the_text_comes_back_round_it(page: Page) -> None:
    open_text(page, f"{READ}?t=6")
    note_movements(page)
    column = page.locator(".lv-column").bounding_box()
    press(page, "Enter")
    drawn(page)
    ((grown, transform),) = movements(page)
    page.wait_for_function("() => !document.querySelector('.lv-frame').getAnimations().length")
    frame = page.locator(".lv-frame").bounding_box()
    assert column and frame and grown == "lv-frame"
    share = float(transform.split("scale(")[1].split(",")[0])
    assert share * frame["width"] == pytest.approx(column["width"], abs=3)
    press(page, "Escape")
    shown(page)
    assert [name for name, _ in movements(page)] == ["lv-frame", "lv-window"]


@pytest.mark.view(reduced_motion=False)
def test_nothing_grows_for_who_went_on_meanwhile(page: Page) -> None:
    open_text(page, f"{READ}?t=6")
    note_movements(page)
    page.evaluate(
        """() => ['Enter', 'Shift'].forEach((key) =>
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))"""
    )
    drawn(page)
    assert movements(page) == []


def the_last_line_stays_under_a_pressed_pointer(page: Page) -> None:
    """Else what is selected there is another stretch than the pointer went over."""
    box = page.locator(".lv-page").bounding_box()
    assert box
    y = box["y"] + box["height"] - 4
    page.mouse.move(box["x"] + 14, y)
    page.mouse.down()
    for k in range(10):
        page.mouse.move(box["x"] + 14 + 10 * k, y)
        page.wait_for_timeout(25)
    page.mouse.up()
    assert page.locator(".lv-page").evaluate("(box) => box.scrollTop") == 0
    selected = page.locator(TEXT).evaluate(
        "(field) => field.value.slice(field.selectionStart, field.selectionEnd)"
    )
    assert 5 < len(selected) < 15


def a_label_opens_its_entry_of_the_glossary(page: Page) -> None:
    label = page.locator(".lv-labels").get_by_role("link", name="forget gate")
    title = label.get_attribute("title")
    assert title and "kept" in title
    label.click()
    expect(page.locator(".lv-term-box")).to_contain_text("forget gate")


def test_the_current_cell_state_is_worked_out(page: Page) -> None:
    open_text(page, f"{READ}?t=9")
    caption = page.locator(".lv-caption")
    expect(caption).to_contain_text("c = f·c−1 + i·c̃ = ")
    before = caption.inner_text()
    page.locator(".lv-next-step").click()
    expect(caption).not_to_have_text(before)


def test_replaced_text_takes_its_marks_with_it(page: Page) -> None:
    open_text(page, f"{READ}?text=who+is+it&marks=5-6")
    expect(page.locator(".lv-ground .lv-chosen-text")).not_to_have_count(0)
    page.locator(TEXT).evaluate("(field) => { field.focus(); field.select(); }")
    page.keyboard.insert_text("BUT NOBODY CAME")
    expect(page.locator(".lv-ground .lv-chosen-text")).to_have_count(0)


def test_a_letter_is_there_before_it_is_read_and_the_caret_stays(page: Page) -> None:
    open_text(page)
    before = len(page.locator(TEXT).input_value())
    page.locator(TEXT).evaluate("(field) => { field.focus(); field.setSelectionRange(5, 5); }")
    page.keyboard.type("quick")
    assert page.locator(".lv-ground span").count() == before + 5
    expect_length(page, before + 5)
    shown(page)
    assert page.locator(TEXT).evaluate("(field) => field.selectionStart") == 10
    expect_character(page, 10)
    the_painted_letters_lie_under_the_written_ones(page)


def the_painted_letters_lie_under_the_written_ones(page: Page) -> None:
    """The same box, the same font: whatever is typed wraps alike."""
    page.locator(TEXT).evaluate("(field) => { field.focus(); field.select(); }")
    page.keyboard.insert_text(
        "averyveryverylongword" * 9 + "  and   spaces\té “q” " + "so on " * 60
    )
    shown(page)
    sizes = page.evaluate(
        """(field) => [document.querySelector(field), document.querySelector('.lv-ground')].map(
            (element) => {
                const { font, letterSpacing, whiteSpace, overflowWrap, padding, tabSize } =
                    getComputedStyle(element);
                const { x, y, width, height } = element.getBoundingClientRect();
                return [x, y, width, height, font, letterSpacing, whiteSpace, overflowWrap,
                    padding, tabSize, element.scrollHeight - element.clientHeight];
            })""",
        TEXT,
    )
    assert sizes[0] == sizes[1]


@pytest.mark.view(viewport=(390, 844), touch=True)
def test_a_phone_shows_some_twenty_columns_and_who_taps_one_is_told_what_it_is(page: Page) -> None:
    open_text(page)
    window = page.locator(".lv-window").bounding_box()
    assert window and 20 <= window["width"] / COLUMN <= 24
    tip = page.locator(".lv-tip")
    page.locator(".lv-window").tap(position={"x": 6.5 * COLUMN, "y": 138})
    expect_character(page, 7)
    expect(tip).to_be_visible()
    expect(tip).to_contain_text("forget gate f of unit")
    expect(tip).to_contain_text("The share of the old cell state that is kept.")
    page.locator(".lv-letter", has_text="o").first.tap()
    expect(tip).to_contain_text("output gate o of unit")
    expect(tip).to_contain_text("7 ‘")
    page.locator(".lv-subtitle").tap()
    expect(tip).to_be_hidden()
    expect(page.locator(".lv-caption .lv-narrow")).to_contain_text("most: ")
