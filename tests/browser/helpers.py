"""What browser tests do with a page."""

import os
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, TimeoutError

from lstm_viz.ui.navigation import PAGES
from lstm_viz.ui.navigation import Page as AppPage
from tests.javascript.__main__ import MODULES, install

Found = TypeVar("Found")

TIMEOUT = 30_000
"""Milliseconds that an action, or what is expected, may take: a busy machine is slow, and a test
that passes does not wait."""
POLLED = 30
"""Milliseconds between two looks at a page that is waited for. A look at each frame, as Playwright
does unless told, has the browser make frames in which nothing changes."""
SCREENSHOTS = Path(__file__).parent / "screenshots" if os.environ.get("SCREENSHOTS") else None
"""Where the pictures go that are for a person to look at; none are taken unless asked for."""

# Streamlit sets data-stale, and the script's state, on the elements themselves.
_AT_REST = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app?.dataset.testScriptState === 'notRunning'
        && document.querySelector('[data-testid="stAppViewContainer"]')
        && !document.querySelector('[data-stale="true"]')
        && document.fonts.status === 'loaded';
}"""


_FORGET = "localStorage.removeItem('lstm-viz-progress')"
# As a link within the app does. What the player keeps is forgotten: nothing is asked again, and
# nobody presents any more. Nor is Python told of the last place: that run would bring the tab back.
_FOLLOW = f"""(link) => {{
    for (const {{ lvPlayer, lvReading }} of document.querySelectorAll('.lv')) {{
        (lvPlayer ?? lvReading)?.transport.stop();
        (lvPlayer ?? lvReading)?.rest.forget();
    }}
    document.documentElement.removeAttribute('data-lv-presents');
    {_FORGET};
    for (const kept of [window.lvPlaces, window.lvColumnWidths])
        for (const key in kept ?? {{}}) delete kept[key];
    document.querySelector('.stMain').scrollTop = 0;
    history.pushState({{}}, '', link);
    dispatchEvent(new PopStateEvent('popstate'));
}}"""
_HEADED = "(title) => document.querySelector('h1')?.textContent.trim() === title"
_HAS_APP = "() => document.querySelector('.stMain h1') !== null"
BETWEEN = ("/claims", "/costs")
"""Pages that a shared tab is left at: to come to one and to go on takes least."""


def open_app(page: Page, path: str = "/") -> None:
    """Go to `path` of the app and wait until its script has run.

    A page that has the app follows a link within it, which is quicker than to load it anew.
    """
    if _has_app(page):
        if _page_of(page.url) is _page_of(path):
            leave(page)  # a link is read on coming from another page
        _follow(
            page, path if "?" in path else f"{path}?t=1"
        )  # without a query it is as it was left
    else:
        page.goto(path)
    at_rest(page)


def leave(page: Page) -> None:
    """Away from the page that a shared tab has: what was done there stays behind."""
    if _has_app(page):
        here = _page_of(page.url)
        _follow(page, next(path for path in BETWEEN if _page_of(path) is not here))


def forget(page: Page) -> None:
    """What was answered in a page does not make the next one ask again."""
    if not page.is_closed() and page.url.startswith("http"):
        page.evaluate(_FORGET)


def _has_app(page: Page) -> bool:
    return bool(page.evaluate(_HAS_APP))


def _follow(page: Page, path: str) -> None:
    for _ in range(3):
        at_rest(page)  # a run under way would bring the tab back, as one can that has not begun yet
        page.evaluate(_FOLLOW, path)
        try:
            page.wait_for_function(
                _HEADED, arg=_page_of(path).title, timeout=TIMEOUT / 3, polling=POLLED
            )
        except TimeoutError:
            continue
        return
    pytest.fail(f"{path} is not reached from {page.url}")


def _page_of(url: str) -> AppPage:
    return next(one for one in PAGES if one.address == urlsplit(url).path.strip("/"))


def at_rest(page: Page) -> None:
    """Wait until the app's script is not running and what it drew is current."""
    page.wait_for_function(_AT_REST, polling=POLLED)


def unchanging(page: Page, read: Callable[[], Found]) -> Found:
    """What `read` finds once it has found the same for a while, however slow the machine is."""
    before, found = read(), None
    for _ in range(50):
        page.wait_for_timeout(300)
        found = read()
        if found == before:
            return found
        before = found
    pytest.fail(f"it never comes to rest: {found}")


def shoot(page: Page, name: str, *, full_page: bool = False) -> None:
    """Write the page to screenshots/`name`.png, for a person to look at who has asked for it."""
    if SCREENSHOTS:
        path = SCREENSHOTS / f"{re.sub(r'[^A-Za-z0-9_.-]+', '-', name)}.png"
        page.screenshot(path=path, full_page=full_page)


def axe(
    page: Page,
    *rules: str,
    within: str | None = None,
    known: Mapping[tuple[str, str], str] | None = None,
) -> list[str]:
    """axe-core's serious and critical violations (of all rules, or these), a line an element.

    `within` is the selector of the parts to look at, where the rest of the page was looked at
    before. Left out is what is known: (rule, selector of what the element is in).
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_axe_source())
    found: list[dict[str, Any]] = page.evaluate(_AXE, [within, rules, list(known or ())])
    return [
        f"{one['rule']} ({one['impact']}): {one['help']}: {' '.join(map(str, one['target']))} "
        f"{one['why']}".strip()
        for one in found
    ]


# A colour on its way to another has no contrast of its own: transitions end first. A rule has the
# impact that it says, else that of what it checks: one that is never serious is not run.
_AXE = """async ([within, rules, known]) => {
    const ends = (one) => Number.isFinite(one.effect?.getComputedTiming().endTime);
    await Promise.allSettled(document.getAnimations().filter(ends).map((one) => one.finished));
    const parts = within && [...document.querySelectorAll(within)];
    if (parts?.length === 0) throw new Error(`nothing is ${within}`);
    const isSerious = ({ impact }) => ['serious', 'critical'].includes(impact);
    const neverSerious = axe._audit.rules.filter((rule) => !(rule.impact ? isSerious(rule)
        : [...rule.any, ...rule.all, ...rule.none]
            .some((check) => isSerious(axe._audit.checks[check.id ?? check]))));
    const without = Object.fromEntries(neverSerious.map(({ id }) => [id, { enabled: false }]));
    const { violations } = await axe.run(parts ?? document, {
        resultTypes: ['violations'],
        elementRef: true,
        ...(rules.length ? { runOnly: { type: 'rule', values: rules } } : { rules: without }),
    });
    const isKnown = (id, element) =>
        known.some(([rule, part]) => rule === id && element.closest(part));
    return violations.filter(isSerious).flatMap(({ id, impact, help, nodes }) => nodes
        .filter(({ element }) => !isKnown(id, element))
        .map(({ target, any }) => (
            { rule: id, impact, help, target, why: any[0]?.message ?? '' })));
}"""


@cache
def _axe_source() -> str:
    install()
    return (MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    width: int = page.evaluate(
        """() => {
            const wide = [document.documentElement, document.querySelector('.stMain')];
            return Math.max(...wide.filter(Boolean).map((e) => e.scrollWidth - e.clientWidth));
        }"""
    )
    return width


# Boxes of the letters themselves: a line box has air above and below them. Indices (the t of
# c with index t) are set at 70 % of their word; the word is what has to be large enough.
TEXTS = """(plot) => {
    const picture = plot.getBoundingClientRect();
    const boxes = [...plot.querySelectorAll('svg text')]
        .filter((text) => text.textContent.trim() && text.getClientRects().length
            && getComputedStyle(text).visibility !== 'hidden'
            && getComputedStyle(text).fillOpacity !== '0')
        .map((text) => {
            const { left, right, top, bottom } = text.getBoundingClientRect();
            const air = (bottom - top) * 0.16;
            const size = parseFloat(getComputedStyle(text).fontSize);
            const words = text.textContent;
            return { words, left, right, top: top + air, bottom: bottom - air, size };
        });
    const found = [];
    boxes.forEach((a, n) => {
        if (a.left < picture.left - 1 || a.right > picture.right + 1
            || a.top < picture.top - 1 || a.bottom > picture.bottom + 1) {
            found.push(`outside: ${a.words}`);
        }
        if (a.size < 10.99) found.push(`${a.size} px: ${a.words}`);
        for (const b of boxes.slice(n + 1)) {
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 1 && high > 1) {
                const by = `${wide.toFixed(1)} × ${high.toFixed(1)}`;
                found.push(`overlap by ${by}: ${a.words} / ${b.words}`);
            }
        }
    });
    return { found, count: boxes.length };
}"""
