"""How long a typed character takes until the picture shows it, beside an empty page's rerun."""

from collections.abc import Callable
from statistics import median
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from lstm_viz.reading.passages import PASSAGES
from lstm_viz.ui.packing import pack_text
from tests.browser.reading import READ, TEXT, expect_length, open_text, shown
from tests.browser.server import App
from tests.browser.test_measured import floors_of_reruns
from tests.measurements import Report

CHARACTERS, LETTERS = 500, 9
"""As long as the text is, and how often a letter is typed; the report says the median."""
MOST_BYTES = 150_000

# Two frames after the picture of the longer text was drawn, it has been on the screen.
_TYPE = """([field, letter]) => new Promise((done, failed) => {
    setTimeout(() => failed(new Error('after 10 s not yet drawn')), 10_000);
    const root = document.querySelector('.lv-reading');
    const wanted = String(Number(root.dataset.text) + 1);
    document.querySelector(field).focus();
    const started = performance.now();
    document.execCommand('insertText', false, letter);
    const look = () => {
        if (root.dataset.text === wanted) requestAnimationFrame(() => requestAnimationFrame(
            () => done(performance.now() - started)));
        else requestAnimationFrame(look);
    };
    look();
})"""


def link(characters: int) -> str:
    """Some passages, one after another, cut to this length."""
    text = "\n".join(passage.text for passage in PASSAGES.values())
    return f"{READ}?text={quote(pack_text((text * 3)[:characters]))}"


@pytest.mark.measures
def test_typing_to_painted(
    new_page: Callable[..., Page], empty_app: App, default_app: App, report: Report
) -> None:
    """Beside an empty page as Streamlit runs it, and as it runs with this project's settings."""
    floors = floors_of_reruns(new_page, empty_app, default_app)
    page = new_page(cold=True, reduced_motion=False)
    open_text(page, link(CHARACTERS))
    expect_length(page, CHARACTERS)
    page.locator(TEXT).focus()
    page.keyboard.press("Control+End")
    times = []
    for letter in "to be or not"[:LETTERS]:
        times.append(page.evaluate(_TYPE, [TEXT, letter]))
        shown(page)
        page.wait_for_timeout(700)  # what is beside the picture is drawn later
    name = f"typing to painted, {CHARACTERS} characters"
    report(name, median(times), "ms", f"median of {LETTERS}, at the text's end")
    for settings, floor in floors.items():
        report(f"{name} / empty page, {settings}", median(times) / floor, "×", "aim below 3")


@pytest.mark.measures
def test_what_a_typed_letter_costs(new_page: Callable[..., Page], report: Report) -> None:
    """Bytes over the web socket for one letter more in a text of 500."""
    page = new_page(reduced_motion=False)
    received: list[int] = []

    def heard(frame: str | bytes) -> None:
        received.append(len(frame.encode() if isinstance(frame, str) else frame))

    page.on("websocket", lambda socket: socket.on("framereceived", heard))
    open_text(page, link(CHARACTERS))
    expect_length(page, CHARACTERS)
    received.clear()
    page.locator(TEXT).focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("x")
    expect_length(page, CHARACTERS + 1)
    shown(page)
    note = f"at most {MOST_BYTES:,} (asserted)"
    report(f"bytes for a letter typed ({CHARACTERS} characters)", sum(received), "bytes", note)
    assert 10_000 < sum(received) <= MOST_BYTES
