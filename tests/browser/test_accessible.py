"""For everyone: axe finds nothing, the keyboard reaches everything, a screen reader hears it."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import axe
from tests.browser.player import (
    CELL,
    drawn,
    expect_position,
    open_player,
    press,
    settled,
)

_MENU = "[data-testid=stSidebarNavItems]"
_WHY = "on a phone Streamlit sets each group of pages as a div in the list of all"
STREAMLITS_OWN: dict[tuple[str, str], str] = {("list", _MENU): _WHY, ("listitem", _MENU): _WHY}
"""Findings in what Streamlit draws: (rule, selector of what it is in) -> why it is not ours."""


def violations(page: Page, *rules: str, within: str | None = None) -> list[str]:
    return axe(page, *rules, within=within, known=STREAMLITS_OWN)


POPOVER = "[data-testid=stPopoverBody]"
OF_COLOURS = ("color-contrast", "link-in-text-block")
OF_ROOM = (*OF_COLOURS, "scrollable-region-focusable")
"""Of the same page, what another theme or another width may change."""

ROOMS: dict[str, dict[str, Any]] = {
    "wide": {"viewport": (1280, 720)},
    "dark phone": {"viewport": (390, 844), "color_scheme": "dark"},
}


@pytest.mark.parametrize("room", ROOMS)
def test_axe_finds_nothing_serious(room: str, tab: Callable[..., Page]) -> None:
    page = tab(**ROOMS[room])
    open_player(page, f"{CELL}?t=2&stage=5")
    rules = OF_ROOM if room == "dark phone" else ()
    found = {"closed": violations(page)}
    page.locator(".lv-twin summary").click()
    page.locator(".lv-edit").click()
    settled(page)
    found["editor and table"] = violations(page, *rules, within=".lv-drawer, .lv-twin")
    for part in ("x", "start"):
        page.locator(f'.lv-tab[data-tab="{part}"]').click()
        found[f"editor {part}"] = violations(page, *rules, within=".lv-drawer")
    press(page, "Escape")
    page.locator('.lv-twin [data-name="f"][data-k="1"]').click()
    settled(page)
    found["derivation"] = violations(page, *rules, within=".lv-drawer")
    open_player(page, f"{CELL}?t=x&preset=rain&stage=9")
    found["note"] = violations(page, *rules, within="[data-testid=stAlert]")
    if room == "wide":
        page.get_by_role("button", name="Save or share").click()
        page.get_by_test_id("stCode").wait_for()
        found["menu"] = violations(page, within=POPOVER)
        press(page, "Escape")
        page.get_by_role("button", name="CSV:").click()
        page.get_by_test_id("stFileUploader").wait_for()
        found["file menu"] = violations(page, within=POPOVER)
    problems = [f"{where}: {line}" for where, lines in found.items() for line in lines]
    assert not problems, "\n".join(problems)


def focused(page: Page) -> str:
    name: str = page.evaluate(
        """() => {
            const e = document.activeElement;
            const key = e.closest('[class*=st-key-]:not(.st-key-heading):not(.st-key-controls)');
            return e.className && String(e.className).startsWith('lv-') ? e.className.split(' ')[0]
                : e.closest('.lv') ? e.tagName.toLowerCase()
                : key ? [...key.classList].find((c) => c.startsWith('st-key-'))
                : e.textContent.trim().slice(0, 30);
        }"""
    )
    return name


def focus_is_visible(page: Page) -> bool:
    """The focused element, or the Streamlit box around it, looks different from when it is not."""
    looks: bool = page.evaluate(
        """async () => {
            const painted = () => new Promise((done) =>
                requestAnimationFrame(() => requestAnimationFrame(done)));
            const e = document.activeElement;
            const parts = [e];
            while (parts.length < 5) parts.push(parts.at(-1).parentElement);
            const look = () => parts.map((part) => {
                const s = getComputedStyle(part);
                return [s.outline, s.boxShadow, s.borderColor, s.backgroundColor].join();
            }).join('|');
            await painted();
            const on = look();
            e.blur();
            await painted();
            const off = look();
            e.focus();
            return on !== off;
        }"""
    )
    return looks


@pytest.mark.view(fresh=True)
def test_tab_reaches_every_control_and_shows_where_it_is(page: Page) -> None:
    # With the animation of a border's colour, "how it looks now" would depend on the moment.
    open_player(page, f"{CELL}?stage=5&edits=b.0_2.0")
    page.add_style_tag(content="* { transition: none !important }")
    seen, unseen = [], []
    page.evaluate("document.activeElement.blur()")
    for _ in range(60):
        press(page, "Tab")
        name = focused(page)
        if page.evaluate("document.activeElement === document.body"):
            break
        if not focus_is_visible(page):
            unseen.append(name)
        seen.append(name)
    wanted = {
        *("st-key-preset", "st-key-kind", "st-key-text", "st-key-network"),
        *("st-key-hidden_size", "st-key-seed"),
        *("lv-prev", "lv-play", "lv-next", "lv-scrub", "lv-speed", "lv-unit"),
        *("lv-edit", "lv-reset", "lv-png", "summary"),
    }
    assert wanted - set(seen) == set(), seen
    assert [name for name in unseen if name in wanted] == []


def test_the_whole_player_works_without_a_mouse(page: Page) -> None:
    open_player(page, f"{CELL}?stage=5")
    page.locator(".lv-next").focus()
    press(page, "Enter", "Space")
    expect_position(page, 0, 6)
    page.locator(".lv-edit").focus()
    press(page, "Enter")
    expect(page.locator(".lv.lv-open")).to_have_count(1)
    expect(page.locator(".lv-close")).to_be_focused()
    expect(page.locator(".lv-edit")).to_have_attribute("aria-expanded", "true")
    press(page, "Escape")
    expect(page.locator(".lv.lv-open")).to_have_count(0)
    expect(page.locator(".lv-edit")).to_be_focused()
    page.locator(".lv-ribbon button").first.focus()
    press(page, "ArrowRight")
    expect_position(page, 0, 7)

    share = page.get_by_role("button", name="Save or share")
    share.focus()
    press(page, "Enter")
    shown = page.locator(POPOVER)
    shown.wait_for()
    press(page, "Tab")
    expect(shown.locator(":focus")).to_have_count(1)
    press(page, "Shift+Tab")
    expect(share).to_be_focused()
    press(page, "Escape")
    expect(shown).to_have_count(0)

    # Escape closes the drawer from one of its fields, too, and keys go to the player again.
    page.locator(".lv-edit").click()
    page.locator(".lv-drawer input").first.focus()
    press(page, "Escape")
    expect(page.locator(".lv.lv-open")).to_have_count(0)
    press(page, "ArrowRight")
    expect_position(page, 0, 8)

    # The keys stay at a button that can do nothing more, and find none behind what covers the page.
    back = page.locator(".lv-prev")
    back.focus()
    press(page, "Home", "Enter")
    expect(back).to_be_disabled()
    expect(back).to_be_focused()
    press(page, "Tab")
    expect(page.locator(".lv-prev:disabled")).to_have_count(1)
    page.locator(".lv-twin summary").focus()
    assert page.evaluate(
        """() => {
            const summary = document.activeElement;
            const { left, top, height } = summary.getBoundingClientRect();
            return document.elementFromPoint(left + 20, top + height / 2) === summary;
        }"""
    ), "the controls lie over it"


def test_each_stage_is_said_as_one_sentence(page: Page) -> None:
    open_player(page)
    live = page.locator(".lv-live")
    expect(live).to_have_attribute("aria-live", "polite")
    press(page, "ArrowRight", "ArrowRight", "ArrowRight")
    expect(live).to_contain_text("Step 1 of 7. Candidate. The candidate is what could be written")
    drawn(page)
    said = live.inner_text()
    assert "{" not in said
    assert "undefined" not in said
    assert "NaN" not in said

    # A question too, with what can be answered, as it is read: without its tags and entities.
    asked = page.evaluate(
        """() => {
            const player = document.querySelector('.lv').lvPlayer;
            const options = [{ text: 'it &lt; <i>½</i>' }, { text: 'no' }];
            const ask = 'Is <b>f</b> &lt; ½ &amp; shut?';
            player.questions.asking = { ask, unit: null, kind: 'choice', options };
            player.questions.stops = () => true;
            player.ask(0, 4);
            return document.querySelector('.lv-live').textContent;
        }"""
    )
    assert asked == "Predict. Is f < ½ & shut? 1: it < ½. 2: no. S: sure. G: a guess."
