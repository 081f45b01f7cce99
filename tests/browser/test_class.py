"""In front of a class: presented, dark, shared, without questions, and on to the next scene."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.lesson.contents import SCENES
from tests.browser.helpers import TEXTS, at_rest, axe, open_app
from tests.browser.player import drawn, fitted, open_player, play_quickly, position, press

PATH = "/cell-state"


def presented(page: Page) -> bool:
    return page.evaluate("document.documentElement.hasAttribute('data-lv-presents')") is True


@pytest.mark.view(path=PATH)
def test_it_is_presented_by_keys_alone(page: Page) -> None:
    drawn(page)
    small = page.locator(".lv-plot").bounding_box()
    page.evaluate("document.activeElement.blur()")
    press(page, "p")
    page.wait_for_function("() => document.querySelector('.lv-plot text') !== null")
    page.wait_for_function(
        """() => Math.min(...[...document.querySelectorAll('.lv-plot text')]
            .filter((text) => text.textContent.trim())
            .map((text) => parseFloat(getComputedStyle(text).fontSize))) >= 20"""
    )
    large = page.locator(".lv-plot").bounding_box()
    assert presented(page) and small and large
    assert large["width"] > small["width"] and large["height"] > small["height"]
    expect(page.locator(".lv-next")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    expect(page.locator(".lv-sentence")).to_be_visible()
    before = position(page)
    press(page, "PageDown", "PageDown", "PageUp")
    assert position(page) == before + 1
    press(page, "b")
    assert page.evaluate("getComputedStyle(document.body, '::after').backgroundColor") == (
        "rgb(0, 0, 0)"
    )
    press(page, "b", "End", "PageDown")
    after = SCENES[[scene.id for scene in SCENES].index("cell-state") + 1]
    page.wait_for_url(f"**/{after.id}*")
    drawn(page)
    assert presented(page), "the next scene is presented too"
    press(page, "Escape")
    assert not presented(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(after.title)


def whole(page: Page) -> bool:
    """Words and picture stand within the window, one below the other."""
    return (
        page.evaluate(
            """() => {
                const box = (name) => document.querySelector(name).getBoundingClientRect();
                const [head, plot] = [box('.lv-head'), box('.lv-plot')];
                return head.bottom <= plot.top + 1 && plot.bottom <= innerHeight;
            }"""
        )
        is True
    )


@pytest.mark.view(fresh=True)
def test_no_picture_is_cut_at_its_foot_by_a_question_or_by_what_is_said_of_an_answer(
    page: Page,
) -> None:
    """Nobody scrolls in front of a class. The second has more words than there is room for."""
    for path, to_question in (("/forget-gate?t=3", 1), ("/how-it-learns?t=11", 1)):
        open_player(page, path)
        page.evaluate("document.activeElement.blur()")
        press(page, "p")
        fitted(page)
        press(page, *["PageDown"] * to_question)
        page.locator(".lv-asking").wait_for()
        fitted(page)
        assert whole(page), path
        press(page, "1")
        page.locator(".lv-feedback").wait_for()
        fitted(page)
        assert whole(page), path
        press(page, "p")


def test_a_picture_takes_the_room_of_the_controls_that_are_hidden(page: Page) -> None:
    open_player(page, "/gradients")
    page.evaluate("document.activeElement.blur()")
    press(page, "p")
    fitted(page)
    plot = page.locator(".lv-plot").bounding_box()
    assert plot and page.viewport_size
    left = page.viewport_size["height"] - plot["y"] - plot["height"]
    assert 0 <= left <= 20


@pytest.mark.view(fresh=True)
def test_what_is_said_of_an_answer_stands_below_the_picture(page: Page) -> None:
    open_player(page, "/start?part=cell&stage=2")
    press(page, "ArrowRight")
    page.locator(".lv-asking").wait_for()
    press(page, "3")
    feedback = page.locator(".lv-feedback")
    feedback.wait_for()
    fitted(page)
    told, plot, bar = (
        page.locator(one).bounding_box() for one in (".lv-feedback", ".lv-plot", ".lv-bar")
    )
    assert told and plot and bar
    assert told["height"] > 60, "three lines"
    assert (
        plot["y"] + plot["height"] <= told["y"] + 1 and told["y"] + told["height"] <= bar["y"] + 1
    )


def test_the_last_page_of_the_lesson_has_nothing_to_play_and_is_seen_whole(page: Page) -> None:
    open_player(page, f"/{SCENES[-2].id}")
    page.evaluate("document.activeElement.blur()")
    press(page, "p", "End", "PageDown")
    page.wait_for_url(f"**/{SCENES[-1].id}*")
    at_rest(page)
    assert presented(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("button", name="Next statement")).to_be_visible()
    press(page, "Escape")
    assert not presented(page)


LETTERS = """() => {
    const shown = [...document.querySelectorAll('.lv-plot text, .lv-labels *, .lv-letters i, .lv-numbers-row i')]
        .filter((one) => one.textContent.trim() && !one.closest('sub, sup') && !one.children.length)
        .filter((one) => one.checkVisibility());
    const sizes = shown.map((one) => parseFloat(getComputedStyle(one).fontSize) * (one.currentCSSZoom ?? 1));
    return sizes.length > 20 && Math.min(...sizes) >= 20;
}"""  # noqa: E501


def test_letters_are_large_in_the_densest_pictures(page: Page) -> None:
    """All pictures are drawn by one rule (``scaleSizes``); Read along has rows of its own.

    Large as they are, they do not lie on each other.
    """
    for path in ("/phone-call", "/chatbot", "/read-along"):
        open_app(page, path)
        page.locator(".lv[data-ready]").wait_for()
        page.evaluate("document.activeElement.blur()")
        assert not page.evaluate(LETTERS), path
        press(page, "p")
        page.wait_for_function(LETTERS)
        if page.locator(".lv-plot").count():
            assert page.locator(".lv-plot").evaluate(TEXTS)["found"] == [], path


@pytest.mark.view(path=PATH, fresh=True)
def test_light_and_dark_are_chosen_here(page: Page) -> None:
    drawn(page)
    player = page.locator(".lv")
    expect(player).to_have_attribute("data-theme", "light")
    page.get_by_role("button", name="Light or dark").click()
    expect(player).to_have_attribute("data-theme", "dark")
    assert axe(page, "color-contrast") == []
    page.reload()
    drawn(page)
    expect(player).to_have_attribute("data-theme", "dark")
    page.get_by_role("button", name="Light or dark").click()
    expect(player).to_have_attribute("data-theme", "light")
    assert page.evaluate("localStorage.getItem('lstm-viz-theme')") is None, "as the system has it"


def test_a_screen_is_shared_as_it_is(page: Page) -> None:
    open_player(page, PATH)
    page.locator(".lv-next").click()
    page.wait_for_function("() => location.search.includes('t=2')")
    page.get_by_role("button", name="Share").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_test_id("stCode")).to_contain_text("/cell-state?t=2")
    expect(dialog.locator("img")).to_be_visible()
    expect(dialog).to_contain_text("on this machine alone")
    assert axe(page, within="[role=dialog]") == []
    press(page, "Escape")
    expect(dialog).to_have_count(0)


@pytest.mark.view(fresh=True)
def test_questions_can_be_left_out_and_one_can_stand_alone(page: Page) -> None:
    open_player(page, "/squashing")
    asking, steps = page.locator(".lv-asking"), 0
    while not asking.count():
        press(page, "ArrowRight")
        steps += 1
        assert steps < 30, "a question comes up"
    page.wait_for_function("() => location.search.includes('ask=1')")
    link = page.evaluate("location.pathname + location.search")
    question = page.locator(".lv-sentence").inner_text()
    press(page, "?")
    keys = page.get_by_role("dialog", name="Keys")
    assert axe(page, within="[role=dialog]") == []
    keys.get_by_role("checkbox").uncheck()
    press(page, "Escape")
    expect(keys).to_have_count(0)
    open_player(page, "/squashing")
    press(page, "Home", *["ArrowRight"] * (steps + 1))
    assert position(page) >= steps and not asking.count()
    press(page, "?")
    keys.get_by_role("checkbox").check()
    press(page, "Escape")
    page.goto(link)
    drawn(page)
    expect(asking).to_have_count(1)
    expect(page.locator(".lv-sentence")).to_have_text(question)


def test_a_frame_of_another_page_shows_the_scene_alone(new_page: Callable[..., Page]) -> None:
    page = new_page()
    open_app(page, f"{PATH}?embed=true&embed_options=light_theme")
    drawn(page)
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    expect(page.get_by_text("Learn", exact=True)).to_be_hidden()
    page.locator(".lv-next").click()
    page.wait_for_function("() => location.search.includes('t=2')")
    assert page.evaluate("location.search").endswith("embed=true&embed_options=light_theme")
    press(page, "End", "ArrowRight")
    page.wait_for_function("() => !location.pathname.includes('cell-state')")
    at_rest(page)
    assert "embed=true&embed_options=light_theme" in page.evaluate("location.search")
    expect(page.get_by_role("heading", level=1)).to_be_hidden()


def test_play_waits_for_an_answer_and_goes_on(page: Page) -> None:
    open_player(page, "/forget-gate")
    play_quickly(page)
    page.evaluate("document.activeElement.blur()")
    press(page, " ")
    page.locator(".lv-asking").wait_for()
    expect(page.locator(".lv-play")).to_contain_text("Play")
    before = position(page)
    press(page, "1")
    page.wait_for_function(
        "(before) => Number(document.querySelector('.lv').dataset.position) > before + 1",
        arg=before,
    )
