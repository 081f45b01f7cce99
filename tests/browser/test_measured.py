"""How long it takes, beside what an empty Streamlit page takes; how many bytes a sequence costs.

Pages are opened cold: each has a browser process of its own, as a reader's has.
"""

from collections.abc import Callable
from statistics import median
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from lstm_viz.figures.film import Film
from lstm_viz.ui.packing import pack_text
from tests.browser.helpers import open_app
from tests.browser.player import CELL, STAGES, experiment, open_player, position, sent_film, settled
from tests.browser.server import App
from tests.measurements import Report

MOST_BYTES = 200_000
STEPS, EDITS, OPENINGS = 9, 6, 3
"""How often each is measured; the report says the median."""

# Two frames after the change is in the page, it has been on the screen.
_CLICK = """([button, change]) => new Promise((done, failed) => {
    setTimeout(() => failed(new Error(`after 10 s not yet: ${change}`)), 10_000);
    const changed = new Function('return ' + change);
    const started = performance.now();
    const look = () => {
        if (changed()) requestAnimationFrame(() => requestAnimationFrame(
            () => done(performance.now() - started)));
        else requestAnimationFrame(look);
    };
    document.querySelector(button).click();
    look();
})"""

# The signals whose cells have a number in the picture itself.
_WRITTEN = """(() => {
    const gd = document.querySelector('.lv-plot');
    const n = gd.data.findIndex((trace) => trace.name === 'strips');
    const groups = [...gd.querySelectorAll('.scatterlayer > .trace')];
    const group = groups.find((g) => g.__data__[0].trace.name === 'strips');
    const written = new Set();
    group.querySelectorAll('.text text').forEach((text, k) => {
        if (text.textContent.trim()) written.add(gd.data[n].customdata[k][0]);
    });
    return [...written].sort().join();
})()"""


def times_of_steps(page: Page, story: Film) -> list[float]:
    """From the click to the picture that shows the values of the new stage."""
    strips = story.views["wide"].diagram.strips
    times = []
    for _ in range(STEPS):
        stage = (position(page) + 1) % STAGES
        states = story.states[stage]
        shown = sorted(name for name in strips if strips[name].numbered and states[name] != "empty")
        times.append(page.evaluate(_CLICK, [".lv-next", f"{_WRITTEN} === {','.join(shown)!r}"]))
        settled(page)
        page.wait_for_timeout(450)  # Python is told where the reader is; that is not part of this
    return times


def times_of_reruns(page: Page, clicks: int = STEPS) -> list[float]:
    page.get_by_role("button", name="Again").evaluate("(button) => { button.id = 'again' }")
    times = []
    for click in range(1, clicks + 1):
        shown = f"document.body.innerText.includes('clicks: {click}')"
        times.append(page.evaluate(_CLICK, ["#again", shown]))
    return times


def floors_of_reruns(
    new_page: Callable[..., Page], empty_app: App, default_app: App
) -> dict[str, float]:
    """Milliseconds of an empty page's rerun, by whose settings Streamlit runs with."""
    floors = {}
    for settings, app in {"Streamlit's settings": default_app, "ours": empty_app}.items():
        empty = new_page(url=app.url, cold=True, reduced_motion=False)
        open_app(empty)
        floors[settings] = median(times_of_reruns(empty))
    return floors


@pytest.mark.measures
def test_click_to_painted(
    new_page: Callable[..., Page], empty_app: App, default_app: App, report: Report
) -> None:
    """Beside an empty page as Streamlit runs it, and as it runs with this project's settings."""
    floors = floors_of_reruns(new_page, empty_app, default_app)
    page = new_page(cold=True, reduced_motion=False)
    open_player(page, f"{CELL}?stage=2")
    step = median(times_of_steps(page, sent_film(experiment())))
    report("click to painted: a step", step, "ms", f"median of {STEPS}, in the page")
    for settings, floor in floors.items():
        what = f"click to painted: empty page's rerun, {settings}"
        report(what, floor, "ms", f"median of {STEPS}")
        report(f"step / empty page, {settings}", step / floor, "×", "aim at most 0.5, ours 1.0")


@pytest.mark.measures
def test_edit_to_painted(new_page: Callable[..., Page], empty_app: App, report: Report) -> None:
    empty = new_page(url=empty_app.url, cold=True, reduced_motion=False)
    open_app(empty)
    floor = median(times_of_reruns(empty))
    page = new_page(cold=True, reduced_motion=False)
    open_player(page, f"{CELL}?stage=2")
    page.locator(".lv-edit").click()
    settled(page)
    times = []
    for n in range(EDITS):
        times.append(
            page.evaluate(
                """(value) => new Promise((done) => {
                    const gd = document.querySelector('.lv-plot');
                    const trace = () => gd.data.find((t) => t.name === 'strips');
                    const n = trace().customdata.findIndex((d) => d[0] === 'f' && d[1] === 0);
                    const before = trace().text[n];
                    const field = document.querySelector(
                        '.lv-drawer [data-target="bias"][data-index="4"]');
                    const started = performance.now();
                    field.value = value;
                    field.dispatchEvent(new Event('change', { bubbles: true }));
                    const look = () => {
                        if (trace().text[n] !== before) requestAnimationFrame(() =>
                            requestAnimationFrame(() => done(performance.now() - started)));
                        else requestAnimationFrame(look);
                    };
                    look();
                })""",
                str(-3 if n % 2 else 2),
            )
        )
        page.wait_for_timeout(900)  # the glide, and the address
    note = f"median of {EDITS}, first frame of the movement"
    report("edit to painted", median(times), "ms", note)
    report("edit to painted / empty page", median(times) / floor, "×")


def numbers(count: int) -> str:
    return ", ".join(f"{((k * 37) % 101) / 50 - 1:.2f}" for k in range(count))


def table(rows: int, columns: int) -> str:
    return "\n".join(
        ",".join(f"{((k * columns + j) * 37 % 101) / 50 - 1:.2f}" for j in range(columns))
        for k in range(rows)
    )


def link(kind: str, text: str) -> str:
    return f"{CELL}?net=random&h=6&as={kind}&text={quote(pack_text(text))}"


def opening(page: Page, path: str) -> tuple[float, int]:
    """(milliseconds from the request to the drawn cell, bytes received over the web socket)."""
    received: list[int] = []

    def heard(frame: str | bytes) -> None:
        received.append(len(frame.encode() if isinstance(frame, str) else frame))

    page.on("websocket", lambda socket: socket.on("framereceived", heard))
    page.goto(path)
    page.locator(".lv[data-ready]").wait_for()
    took: float = page.evaluate("performance.now()")
    settled(page)
    return took, sum(received)


@pytest.mark.measures
def test_opening_a_long_sequence(new_page: Callable[..., Page], report: Report) -> None:
    times: dict[str, list[float]] = {"short": [], "long": []}
    received = {}
    for _ in range(OPENINGS):
        for name, text in (("short", table(5, 16)), ("long", table(200, 16))):
            took, received[name] = opening(
                new_page(cold=True, reduced_motion=False), link("csv", text)
            )
            times[name].append(took)
    what = "200 steps (csv, 6 units)"
    report(f"opening {what}", median(times["long"]), "ms", f"median of {OPENINGS}, cold cache")
    ratio = median(times["long"]) / median(times["short"])
    report(f"opening {what} / 5 steps", ratio, "×", "aim at most 1.5")
    report_bytes(report, "csv", received["short"], received["long"])


@pytest.mark.measures
def test_what_a_long_list_costs(new_page: Callable[..., Page], report: Report) -> None:
    _, short = opening(new_page(reduced_motion=False), link("numbers", numbers(5)))
    _, long = opening(new_page(reduced_motion=False), link("numbers", numbers(200)))
    report_bytes(report, "numbers", short, long)


def report_bytes(report: Report, kind: str, short: int, long: int) -> None:
    note = f"at most {MOST_BYTES:,} (asserted)"
    report(f"bytes for opening 200 steps ({kind}, 6 units)", long, "bytes", note)
    report(f"bytes for opening 5 steps ({kind}, 6 units)", short, "bytes")
    assert 1_000 < long <= MOST_BYTES
