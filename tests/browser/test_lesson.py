"""The whole lesson, from the first scene to the last, once with the keyboard alone."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.lesson.contents import SCENES
from lstm_viz.ui.navigation import page_of
from tests.browser.helpers import TEXTS, at_rest, open_app, overflow, shoot
from tests.browser.player import drawn, go, press, settled
from tests.browser.test_accessible import violations

LOOKED_AT = {True: 6, False: 3}
"""Frames of a scene in which the places of all texts are looked at, its first and last among them.

In the room that is walked through, the other frames are stepped through as fast as keys can be
pressed, and every question on the way is answered; in the others they are left out, as is the
phone call, which test_phone_call.py walks through."""
MOST_TABS = 120

WALKED = "dark, reduced motion"
ROOMS: dict[str, dict[str, Any]] = {
    "light": {"viewport": (1280, 720), "reduced_motion": False},
    WALKED: {"viewport": (1280, 720), "color_scheme": "dark", "reduced_motion": True},
    "phone, reduced motion": {"viewport": (390, 844), "touch": True, "reduced_motion": True},
}


@pytest.mark.parametrize("room", ROOMS)
def test_the_lesson_is_gone_through(room: str, tab: Callable[..., Page]) -> None:
    page, walked = tab(**ROOMS[room]), room == WALKED
    open_app(page)
    problems = []
    for number, scene in enumerate(SCENES):
        if not walked:
            open_app(page, f"/{page_of(scene.id).address}")
        heading = page.get_by_role("heading", level=1, name=scene.title, exact=True)
        expect(heading).to_be_attached()
        found = violations(page)
        if scene.id != "glossary":
            found += _see(page, walked=walked and scene.id != "phone-call")
        if by := overflow(page):
            found.append(f"scrolls sideways by {by} px")
        problems += [f"{scene.title}: {problem}" for problem in found]
        shoot(page, f"lesson-{number + 1}-{scene.id}-{room}")
        if walked and number + 1 < len(SCENES):
            _go_on(page, SCENES[number + 1].title)
    assert not problems, "\n".join(problems)


def _see(page: Page, *, walked: bool) -> list[str]:
    """Go through the scene's player to its end; what is wrong with its texts on the way."""
    drawn(page)
    page.locator(".lv-speed").evaluate("(speed) => { speed.value = '4' }")
    last = int(page.locator(".lv-scrub").get_attribute("max") or 0)
    most = LOOKED_AT[walked] - 1
    looked_at = {round(n * last / most) for n in range(most + 1)}
    found = []
    asked = set()
    looked = 0
    for position in range(last + 1) if walked else sorted(looked_at):
        if not walked:
            go(page, position)
        expect(page.locator(".lv")).to_have_attribute("data-position", str(position))
        if position in looked_at:
            settled(page)
            # A camera may be on its way.
            page.wait_for_function(
                "() => document.querySelector('.lv-camera').getAnimations().length === 0"
            )
            seen = page.locator(".lv-plot").evaluate(TEXTS)
            assert seen["count"] > 0, f"no text in frame {position + 1}"
            found += [
                f"frame {position + 1}: {problem}"
                for problem in seen["found"]
                if problem.startswith("overlap") or not _is_close(page)
            ]
            looked += 1
        if walked and position < last:
            press(page, "ArrowRight")
            if page.locator(".lv-asking").count():
                asked.add(position)
                press(page, *(("ArrowRight", "Enter") if _is_place(page) else ("1",)))
                expect(page.locator(".lv-feedback")).to_have_text(re.compile(r"^(Right|Not so)\."))
    assert looked == len(looked_at) > 1
    if walked and len(asked) < 2:
        found.append(f"{len(asked)} questions asked, expected at least two")
    return found


def _is_close(page: Page) -> bool:
    """The camera is on a part of the picture: other text is out of its sight, and may be."""
    style = page.locator(".lv-camera").get_attribute("style") or ""
    return "scale(1)" not in style


def _is_place(page: Page) -> bool:
    """A marker to drag has the keyboard's focus by a Tab; an option has a key of its own."""
    if not page.locator(".lv-marker").count():
        return False
    page.locator(".lv-marker").focus()
    return True


def _go_on(page: Page, title: str) -> None:
    """Tab to the link to the next scene, and take it."""
    page.wait_for_function("() => !document.querySelector('.lv')?.lvPlayer?.rest.waiting")
    at_rest(page)
    for _ in range(MOST_TABS):
        press(page, "Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == f"{title} →":
            press(page, "Enter")
            return
    pytest.fail(f"no link to “{title}” within {MOST_TABS} tab stops")
