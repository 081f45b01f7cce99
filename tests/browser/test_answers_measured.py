"""How long the pages of Apply, and the gradients, take to answer, beside an empty page's rerun."""

from collections.abc import Callable
from statistics import median

import pytest
from playwright.sync_api import Page

from tests.browser.helpers import open_app
from tests.browser.player import drawn
from tests.browser.server import App
from tests.browser.test_measured import floors_of_reruns
from tests.measurements import Report

AIM = 5
LINES = ("Who are you?", "Are you a robot?", "Do you like movies?", "Tell me a joke", "Why?")

# From the key to two frames after the picture of the new answer was opened.
_WATCH = """() => {
    const film = () => document.querySelector('.lv')?.lvPlayer?.film;
    const before = film();
    window.lvTook = new Promise((done, failed) => {
        setTimeout(() => failed(new Error('after 20 s no new picture')), 20_000);
        let started;
        addEventListener('keydown', () => (started = performance.now()), { capture: true });
        const look = () => {
            if (film() && film() !== before) requestAnimationFrame(() => requestAnimationFrame(
                () => done(performance.now() - started)));
            else requestAnimationFrame(look);
        };
        look();
    });
}"""


def slid(name: str) -> Callable[[Page, int], None]:
    """A slider goes on by one."""
    return lambda page, _: page.get_by_role("slider", name=name).press("ArrowRight")


def said(page: Page, n: int) -> None:
    """Another line for the chatbot."""
    field = page.get_by_role("textbox", name="Say something")
    field.fill(LINES[n])
    field.press("Enter")


def painted(page: Page, n: int) -> None:
    """One more pixel."""
    grid = page.locator(".lv-painting")
    grid.press("ArrowRight")
    grid.press("Space")


def typed(page: Page, n: int) -> None:
    """One more letter, at the end."""
    field = page.locator(".aid textarea")
    field.press("End")
    field.press("thing"[n])


ANSWERS: dict[str, tuple[str, Callable[[Page, int], None]]] = {
    "Next character: a letter typed": ("/next-character", typed),
    "Chatbot: another line": ("/chatbot", said),
    "Image captioning: a pixel painted": ("/captions", painted),
    "Music: another temperature": ("/music", slid("Temperature")),
    "Speech: more noise": ("/speech", slid("Noise")),
    "Gradients, 200 steps: another gain": ("/gradients?length=200", slid("Gain of all weights")),
}


@pytest.mark.measures
def test_input_to_answer(
    new_page: Callable[..., Page], empty_app: App, default_app: App, report: Report
) -> None:
    """With all gates recorded: the picture that comes can be opened at every step."""
    floors = floors_of_reruns(new_page, empty_app, default_app)
    for name, (path, act) in ANSWERS.items():
        page = new_page(cold=True, reduced_motion=False)
        open_app(page, path)
        drawn(page)
        times = []
        for n in range(len(LINES)):
            page.evaluate(_WATCH)
            act(page, n)
            times.append(page.evaluate("() => window.lvTook"))
            page.wait_for_timeout(600)  # what is beside the picture is drawn later
        page.close()
        report(f"input to answer, {name}", median(times), "ms", f"median of {len(LINES)}")
        for settings, floor in floors.items():
            what = f"input to answer / empty page's rerun, {settings}, {name}"
            report(what, median(times) / floor, "×", f"aim at most {AIM}")
