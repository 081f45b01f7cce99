"""What browser tests do with the text and the picture of "Read along"."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, expect

from tests.browser.helpers import at_rest, open_app

READ = "/read-along"
TEXT = ".lv-reading .lv-text"
_MOVED = """() => {
    if (window.moved) return void (window.moved = []);
    window.moved = [];
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (frames, options) {
        window.moved.push([this.classList[0], frames[0].transform]);
        return animate.call(this, frames, options);
    };
}"""


def open_text(page: Page, path: str = READ) -> None:
    """Go to `path` and wait until its text is read and its picture drawn."""
    open_app(page, path)
    shown(page)


def shown(page: Page) -> None:
    """Wait until what was typed is read, and what Python sent last is drawn."""
    at_rest(page)
    page.locator(".lv-reading[data-ready]:not([data-pending='true'])").wait_for()
    at_rest(page)


@contextmanager
def read_anew(page: Page) -> Iterator[None]:
    """What is done inside makes Python send another reading; go on when it is drawn."""
    before = page.locator(".lv-reading").get_attribute("data-ready")
    yield
    page.wait_for_function(
        "(before) => ![before, undefined].includes("
        "document.querySelector('.lv-reading')?.dataset.ready)",
        arg=before,
    )
    shown(page)


def text_of(page: Page) -> str:
    return page.locator(TEXT).input_value()


def seen_text(page: Page) -> str:
    """With what the network wrote after it, which is not in the text field until it is kept."""
    letters = page.locator(".lv-ground span").all_text_contents()
    return "".join(letters)


def written_out(page: Page, characters: int) -> None:
    """Wait until the network has written all that it was asked for, and so many are there."""
    page.wait_for_function(
        """(characters) => document.querySelector('.lv-stop').hidden
            && document.querySelectorAll('.lv-ground span').length === characters""",
        arg=characters,
    )


def expect_character(page: Page, number: int) -> None:
    """Counted from 1."""
    expect(page.locator(".lv-reading")).to_have_attribute("data-position", str(number - 1))


def expect_length(page: Page, characters: int) -> None:
    """So many are drawn."""
    expect(page.locator(".lv-reading")).to_have_attribute("data-text", str(characters))


def expect_in_link(page: Page, **said: str | None) -> None:
    """Each of these in the address as it is here; None: not in it."""
    page.wait_for_function(
        """(said) => {
            const asked = new URL(location).searchParams;
            return Object.entries(said).every(([name, value]) => asked.get(name) === value);
        }""",
        arg=said,
    )


def note_movements(page: Page) -> None:
    """From now on, write down what moves by an animation of the page."""
    page.evaluate(_MOVED)


def movements(page: Page) -> list[tuple[str, str]]:
    """(class, the transform it began with) of each since ``note_movements``."""
    found: list[tuple[str, str]] = page.evaluate("() => window.moved")
    return found
