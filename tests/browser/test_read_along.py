"""Read along in a real browser: typed, stepped, entered, found, held, written on, linked."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from lstm_viz.lesson.contents import SCENES
from lstm_viz.reading.effect import silence
from lstm_viz.reading.find import find
from lstm_viz.reading.passages import PASSAGES
from lstm_viz.reading.read import LONGEST
from lstm_viz.reading.rules import RULES
from lstm_viz.reading.words.search import search_sentence
from lstm_viz.scenes.read_along.controls.settings import first_units
from lstm_viz.scenes.read_along.controls.write import written
from lstm_viz.scenes.read_along.record import effect_of, reading
from tests.browser.helpers import at_rest, open_app, overflow, shoot
from tests.browser.player import choose, drawn, press
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
from tests.browser.test_accessible import OF_ROOM, violations

HAMLET = f"{READ}?passage=hamlet"


def widget(page: Page, name: str) -> Locator:
    return page.locator(f".st-key-read_along_{name}")


def test_what_is_below_is_named_in_the_band_above(page: Page) -> None:
    """Also where the text has characters that the network never saw."""
    page.set_viewport_size({"width": 1280, "height": 720})
    for path in (READ, f"{READ}?text=Caf%C3%A9+%F0%9F%98%80", f"{HAMLET}&hold=f.22_0"):
        open_text(page, path)
        said = page.locator(".st-key-heading p")
        box = said.bounding_box()
        assert box and box["height"] < 46, (path, said.inner_text(), box)


def panel(page: Page, name: str) -> None:
    widget(page, "panel").get_by_text(name, exact=True).click()
    at_rest(page)


def test_typed_stepped_entered_and_back(page: Page) -> None:
    open_text(page)
    field = page.locator(TEXT)
    with read_anew(page):
        field.fill("To be, or")
    expect_length(page, 9)
    with read_anew(page):
        field.press("End")
        field.press_sequentially(" not")
        expect_length(page, 13)
    assert text_of(page) == "To be, or not"
    expect_in_link(page, text="To be, or not")
    expect(widget(page, "passage").locator("input")).to_have_value("Your own text")
    page.locator(".lv-prev").focus()
    press(page, "Home", "ArrowRight", "ArrowRight", "ArrowRight")
    expect_character(page, 4)
    expect_in_link(page, t="4")
    expect(page.locator(".lv-live")).to_contain_text("Character 4")
    page.locator(".lv-enter-cell").click()
    drawn(page)
    expect(page.locator(".lv-readout")).to_contain_text("step 4 of 13")
    press(page, "ArrowRight", "ArrowRight")
    expect_in_link(page, level="cell", t="4", stage="3")
    for _ in range(8):
        press(page, "ArrowRight")
    expect_in_link(page, t="5", stage=None)
    press(page, "Escape")
    shown(page)
    expect_character(page, 5)
    expect_in_link(page, level=None, t="5")
    assert text_of(page) == "To be, or not"


@pytest.mark.view(path=HAMLET)
def test_it_works_without_a_mouse(page: Page) -> None:
    shown(page)
    _tab_to(page, ".st-key-read_along_passage input")
    _tab_to(page, ".st-key-read_along_unit input")
    with read_anew(page):
        press(page, "ArrowUp")
    _tab_to(page, ".lv-play")
    _tab_to(page, TEXT)
    press(page, "Control+Home", "ArrowRight", "ArrowRight", "ArrowRight")
    expect_character(page, 3)
    with read_anew(page):
        page.keyboard.insert_text("é")
    assert text_of(page).startswith("HAMéLET.")
    page.locator(".lv-enter-cell").focus()
    press(page, "Enter")
    drawn(page)
    press(page, "z")
    shown(page)
    expect_character(page, 4)
    _tab_to(page, ".st-key-read_along_panel button, .st-key-read_along_panel input")
    press(page, "ArrowRight")
    page.wait_for_timeout(300)  # some versions of Streamlit choose with the arrow, others do not
    at_rest(page)
    if not page.get_by_role("button", name="Silence the unit").count():
        press(page, "Space")
    page.locator(".st-key-read_along_silence button").first.wait_for()
    _tab_to(page, ".st-key-read_along_silence button")
    with read_anew(page):
        press(page, "Enter")
    expect(page.locator(".st-key-heading")).to_contain_text("silenced")


def _tab_to(page: Page, selector: str) -> None:
    """On by the Tab key until this has the focus."""
    for _ in range(80):
        press(page, "Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"80 Tabs do not lead to {selector}")


@pytest.mark.view(path=f"{HAMLET}&unit=9")
def test_a_unit_is_found_and_painted(page: Page) -> None:
    shown(page)
    record = reading(PASSAGES["hamlet"].text)
    rule = RULES["word-position"]
    found = find(record.trace.c, rule.of(record.text), rule.title)
    assert found.verdict == "well", "for a test of what is painted at once"
    _scroll_to(page, "rule")
    before = page.locator(".stMain").evaluate("(main) => main.scrollTop")
    assert before > 0
    with read_anew(page):
        choose(page, "read_along_rule", rule.title)
    after = page.locator(".stMain").evaluate("(main) => main.scrollTop")
    assert abs(after - before) < 40, "the answer stays in sight"
    best = found.best + 1
    expect_in_link(page, rule="word-position", paint="c", unit=str(best))
    expect(page.locator(".stMain")).to_contain_text(search_sentence(found))
    expect(widget(page, "unit").locator("input")).to_have_value(str(best))
    expect(widget(page, "paint").locator("input")).to_have_value(f"unit {best}: cell state")
    expect(widget(page, "rank_0").get_by_role("button")).to_contain_text(f"unit {best} ")
    with read_anew(page):
        widget(page, "rank_2").get_by_role("button").click()
    expect_in_link(page, unit=str(int(found.units[2]) + 1))
    expect(widget(page, "rank_2")).to_be_in_viewport()  # and with it the answer


def _scroll_to(page: Page, name: str) -> None:
    """An open list closes when the page scrolls: have that over before it is opened."""
    widget(page, name).scroll_into_view_if_needed()
    page.evaluate("() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 100))")


@pytest.mark.view(path=f"{HAMLET}&unit=9")
def test_what_is_marked_is_looked_for(page: Page) -> None:
    shown(page)
    page.locator(TEXT).evaluate("(field) => { field.focus(); field.setSelectionRange(0, 7); }")
    page.locator(".lv-mark").click()
    expect_in_link(page, marks="1-7", rule="marked")
    expect(page.locator(".stMain")).to_contain_text("what you marked")
    page.locator(".lv-unmark").click()
    expect_in_link(page, marks=None)
    expect(page.locator(".stMain")).to_contain_text("Nothing is marked yet")


@pytest.mark.view(path=f"{HAMLET}&panel=hold&unit=9")
def test_a_unit_is_silenced_and_let_go(page: Page) -> None:
    shown(page)
    with read_anew(page):
        page.get_by_role("button", name="Silence the unit").click()
    expect_in_link(page, hold="o.9_0")
    expect(page.locator(".st-key-heading")).to_contain_text("Unit 9 silenced: ")
    changed = effect_of(PASSAGES["hamlet"].text, (silence(8),)).most_changed(1)[0]
    widget(page, "change_0").get_by_role("button").click()
    expect_character(page, changed.t + 1)
    expect(page.locator(TEXT)).to_be_in_viewport()
    with read_anew(page):
        widget(page, "free_0").get_by_role("button").click()
    expect_in_link(page, hold=None)


def test_it_writes_on_and_the_reader_keeps_it(page: Page) -> None:
    start = "To be, or "
    open_text(page, f"{READ}?text=To+be,+or+&panel=write&count=30&seed=5")
    page.get_by_role("button", name="Write on").click()
    page.locator(".lv-keep").wait_for()
    wanted = start + written(start, (), 0.8, 5, 30).string
    written_out(page, len(wanted))
    assert seen_text(page) == wanted
    with read_anew(page):  # looking at another unit takes nothing of it away
        field = widget(page, "unit").locator("input")
        field.fill("9")
        field.press("Enter")
    assert seen_text(page) == wanted and text_of(page) == start
    with read_anew(page):
        page.locator(".lv-keep").click()
    expect_length(page, len(wanted))
    expect_in_link(page, text=wanted)
    expect(page.locator(".lv-keep")).to_be_hidden()


def test_what_is_too_long_is_cut_and_the_sentence_stays(page: Page) -> None:
    open_text(page, f"{READ}?text=To+be")
    with read_anew(page):
        page.locator(TEXT).fill("to be or not " * 400)
    expect_length(page, LONGEST)
    expect(page.locator(".lv-problem")).to_contain_text("The first 5,000 characters are read")
    with read_anew(page):
        page.locator(TEXT).press("Control+End")
        page.keyboard.press("Backspace")
    expect_length(page, LONGEST - 1)
    expect(page.locator(".lv-problem")).to_be_empty()


def test_a_link_opens_the_same_screen_elsewhere(page: Page, new_page: Callable[..., Page]) -> None:
    query = (
        "text=When+shall+we+three&unit=9&others=2.7&paint=f&panel=hold&hold=f.9_0.5"
        "&rule=vowel&marks=1-4&temperature=1.2&seed=8&count=50&t=6"
    )
    open_text(page, f"{READ}?{query}")
    expect_in_link(page, **dict(pair.split("=") for pair in query.replace("+", " ").split("&")))
    other = new_page()
    open_text(other, page.url)
    for one in (page, other):
        expect_character(one, 6)
        expect(widget(one, "unit").locator("input")).to_have_value("9")
    seen = [_screen(one) for one in (page, other)]
    assert seen[0] == seen[1]


def _screen(page: Page) -> Any:
    """The words and the picture."""
    return page.evaluate(
        """() => [
            document.querySelector('.stMain').innerText,
            document.querySelector('.lv-reading').dataset.ready,
        ]"""
    )


def test_leaving_and_coming_back_finds_the_text_as_it_was(page: Page) -> None:
    open_text(page)
    with read_anew(page):
        page.locator(TEXT).fill("Once more")
    page.get_by_text("Learn", exact=True).click()
    page.get_by_role("menuitem", name=SCENES[-1].title).click()
    page.get_by_role("heading", level=1, name=SCENES[-1].title).wait_for()
    at_rest(page)
    page.get_by_text("Explore", exact=True).click()
    page.get_by_role("menuitem", name="Read along").click()
    shown(page)
    assert text_of(page) == "Once more"


ROOMS: dict[str, dict[str, Any]] = {
    "light": {"viewport": (1280, 720)},
    "phone, dark": {"viewport": (390, 844), "color_scheme": "dark"},
}


@pytest.mark.parametrize("room", ROOMS)
def test_it_fits_every_room(room: str, tab: Callable[..., Page]) -> None:
    page = tab(**ROOMS[room])
    problems = []
    for name, query in {
        "find": f"?passage=hamlet&paint=c&unit={first_units().unit + 1}&t=40",
        "hold": "?passage=alice&panel=hold&hold=o.9_0+f.3_0.5&t=40",
        "write": "?passage=message&panel=write&t=12",
        "cell": "?passage=hamlet&level=cell&t=40&stage=6",
    }.items():
        open_app(page, READ + query)
        page.locator(".lv[data-ready]").wait_for()
        at_rest(page)
        shoot(page, f"read-along-{name}-{room}")
        rules = () if room == "light" else OF_ROOM
        problems += [f"{name}: {problem}" for problem in violations(page, *rules)]
        if by := overflow(page):
            problems.append(f"{name}: scrolls sideways by {by} px")
        if name != "cell" and "phone" not in room:
            problems += [f"{name}: {problem}" for problem in _below(page)]
    assert not problems, "\n".join(problems)


def _below(page: Page) -> list[str]:
    """What of the text and its picture is not in the window."""
    height = page.viewport_size["height"] if page.viewport_size else 0
    found = []
    for part in (".st-key-controls", ".lv-above", ".lv-aligned"):
        box = page.locator(part).bounding_box()
        assert box
        if box["y"] + box["height"] > height + 1:
            found.append(f"{part} ends at {box['y'] + box['height']:.0f} of {height} px")
    return found
