"""What browser tests do with the player, and what its figure should show."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Literal
from urllib.parse import parse_qsl

import numpy as np
from playwright.sync_api import Locator, Page, ViewportSize, expect

from lstm_viz import Trace
from lstm_viz.figures.film import Film, film
from lstm_viz.figures.style import DARK, LIGHT
from lstm_viz.notation import number as rounded
from lstm_viz.scenes.step_through.record import Experiment
from lstm_viz.signals import LSTM_SIGNALS, shares
from tests.browser.helpers import POLLED, TIMEOUT, at_rest, open_app
from tests.pages.helpers import run_of

CELL = "/step-through"
"""Where the page is that steps through a cell."""
FRIEND = f"{CELL}?preset=friend"
"""The call of a friend, read with random weights."""

STAGES = 10
SHARES = shares(LSTM_SIGNALS)


def open_player(page: Page, path: str = FRIEND) -> None:
    """Go to `path` and wait until its cell is drawn and nothing moves."""
    open_app(page, path)
    drawn(page)


def asked_for_first(page: Page, path: str, heading: str) -> None:
    """A server that has just started opens this page right, and its menu leads on from there.

    What the watch of a page lets pass are Streamlit's own two 404s alone.
    """
    open_app(page, path)
    expect(page.get_by_role("heading", level=1, name=heading, exact=True)).to_be_visible()
    expect(page.locator(".lv[data-ready]")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_test_id("stTopNavSection").first).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_have_count(0)
    page.get_by_text("Learn", exact=True).click()
    page.get_by_role("menuitem", name="Input gate").click()
    expect(page.get_by_role("heading", level=1, name="Input gate")).to_be_attached()


def drawn(page: Page) -> None:
    """Wait until the player has drawn what Python sent last, and nothing moves.

    A text that is read along is no player: who comes from one waits until the cell is there.
    """
    at_rest(page)
    page.locator(".lv:not(.lv-reading)[data-ready]").wait_for()
    settled(page)


def settled(page: Page) -> None:
    """Wait until nothing is being drawn, and no strip is on its way to another place or colour."""
    page.wait_for_function("() => document.querySelector('.lv-plot')?._fullLayout", polling=POLLED)
    page.evaluate(_SETTLED)


# Not by `wait_for_function`: it takes the promise of an async function for an answer.
_SETTLED = f"""async () => {{
    const player = () => document.querySelector('.lv:not(.lv-reading)')?.lvPlayer;
    const late = performance.now() + {TIMEOUT};
    let drawn;
    do {{
        if (performance.now() > late) throw new Error('the picture never comes to rest');
        drawn = player()?.drawing.done;
        await drawn;
        await new Promise(requestAnimationFrame);
    }} while (player()?.drawing.done !== drawn || player()?.cell.figure.movement.isOn);
}}"""


def fitted(page: Page, drawn: Callable[[Page], None] = drawn) -> None:
    """Wait until the picture has been fitted to the room that it has now, and is `drawn`.

    The player acts on another size once that has come to rest, and looks again a while after each
    drawing: timers that are set before this one, and end before it.
    """
    page.evaluate("() => new Promise((rest) => setTimeout(rest, 500))")
    drawn(page)


def version(page: Page) -> str:
    return page.locator(".lv").get_attribute("data-ready") or ""


def position(page: Page) -> int:
    """step · 10 + stage, both from 0."""
    return int(page.locator(".lv").get_attribute("data-position") or -1)


def expect_position(page: Page, step: int, stage: int) -> None:
    """Both from 0."""
    expect(page.locator(".lv")).to_have_attribute("data-position", str(step * STAGES + stage))


def expect_no_scrolling(page: Page) -> None:
    """The controls and the whole picture stand in the window."""
    plot = page.locator(".lv-plot").bounding_box()
    bar = page.locator(".lv-bar").bounding_box()
    assert plot and bar and page.viewport_size
    assert bar["y"] >= 0
    assert plot["y"] + plot["height"] <= page.viewport_size["height"], "picture below the window"


@contextmanager
def drawn_anew(page: Page) -> Iterator[None]:
    """What is done inside makes Python send other values; go on when they are drawn."""
    before = version(page)
    yield
    page.wait_for_function(
        "(before) => document.querySelector('.lv').dataset.ready !== before", arg=before
    )
    drawn(page)


@contextmanager
def redrawn(page: Page, drawn: Callable[[Page], None] = drawn) -> Iterator[None]:
    """What is done inside changes the room there is; go on when all pictures are drawn for it."""
    page.evaluate(
        """() => {
            const plots = [...document.querySelectorAll('.lv-plot, .lv-overview-plot')];
            window.lvBefore = plots.filter((p) => p.layout).map((plot) => [plot, plot.layout]);
        }"""
    )
    yield
    page.wait_for_function("() => lvBefore.every(([plot, before]) => plot.layout !== before)")
    fitted(page, drawn)


def go(page: Page, position: int) -> None:
    """Straight to step · stages + stage, both from 0, by the scrub bar."""
    page.locator(".lv-scrub").evaluate(
        """(scrub, position) => {
            scrub.value = position;
            scrub.dispatchEvent(new Event('input', { bubbles: true }));
        }""",
        position,
    )
    expect(page.locator(".lv")).to_have_attribute("data-position", str(position))


def resized(page: Page, viewport: tuple[int, int]) -> None:
    """The window has this size; when it is wider or narrower, both pictures are drawn for it."""
    before = page.viewport_size
    size: ViewportSize = {"width": viewport[0], "height": viewport[1]}
    if before is None or before["width"] == size["width"]:
        page.set_viewport_size(size)
        drawn(page)
        return
    with redrawn(page):
        page.set_viewport_size(size)


def change_theme(page: Page, theme: Literal["light", "dark"]) -> None:
    """The reader's system turns light or dark while the page is open."""
    page.emulate_media(color_scheme=theme)
    expect(page.locator(".lv")).to_have_attribute("data-theme", theme)
    palette = DARK if theme == "dark" else LIGHT
    page.wait_for_function(
        """([paper, panel]) =>
            document.querySelector('.lv-plot').layout.hoverlabel.bgcolor === panel
            && [undefined, paper].includes(
                document.querySelector('.lv-overview-plot').layout?.paper_bgcolor)""",
        arg=[palette["paper"], palette["panel"]],
    )
    drawn(page)


def rested(page: Page) -> None:
    """Wait until Python was told where the reader is, and has answered."""
    page.wait_for_function(
        """(stages) => {
            const { searchParams } = new URL(location);
            const place = (name) => Number(searchParams.get(name) ?? 1) - 1;
            const at = place('t') * stages + place('stage');
            return at === Number(document.querySelector('.lv').dataset.position);
        }""",
        arg=STAGES,
    )
    drawn(page)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def play_quickly(page: Page) -> None:
    """Set a speed that no reader would: sentences stay for as long as they take to be read."""
    page.locator(".lv-speed").evaluate(
        "(speed) => { speed.append(new Option('40 ×', '40')); speed.value = '40' }"
    )


MOVES = 5
"""Pictures that a step goes through at least, if it moves."""


def states_of(step: Callable[[], int]) -> int:
    """How many pictures a step went through, of three times the first at which it moved.

    A busy machine draws so few that one time may not show it.
    """
    seen = (step() for _ in range(3))
    return next((states for states in seen if states >= MOVES), 0)


def go_on(page: Page, times: int = 1) -> None:
    """Step on, past any question that comes up."""
    for _ in range(times):
        press(page, "ArrowRight")
        if page.locator(".lv-asking").count():
            press(page, "ArrowRight")


def choose(page: Page, key: str, option: str) -> None:
    """Choose from the Streamlit select box with this key."""
    page.locator(f".st-key-{key}").get_by_role("combobox").click()
    page.get_by_role("option", name=option, exact=True).click()


def type_in(page: Page, key: str, text: str) -> None:
    """Type into the Streamlit field with this key, and Enter."""
    field = page.locator(f".st-key-{key} input")
    field.fill(text)
    field.press("Enter")


def cell(page: Page, signal: str, unit: int) -> Locator:
    """The drawn cell of one value, as an SVG path; `unit` from 0."""
    return page.locator(".lv-plot .scatterlayer .trace .points path").nth(
        _order(page).index((signal, unit))
    )


def _order(page: Page) -> list[tuple[str, int]]:
    """The cells of all strips in the order in which they are drawn, after the traces before."""
    before, pairs = page.evaluate(
        """() => {
            const data = document.querySelector('.lv-plot').data;
            const at = data.findIndex((trace) => trace.name === 'strips');
            let before = 0;
            for (const trace of data.slice(0, at)) {
                if (/markers/.test(trace.mode)) before += (trace.x ?? []).length;
            }
            return [before, data[at].customdata];
        }"""
    )
    return [("", -1)] * before + [(name, k) for name, k in pairs]


def texts(page: Page) -> dict[str, str]:
    """What each cell says: {"f.0": "+0.73", …}, empty ones left out."""
    found: dict[str, str] = page.evaluate(
        """() => {
            const trace = document.querySelector('.lv-plot').data.find((t) => t.name === 'strips');
            return Object.fromEntries(trace.customdata
                .map(([name, k], n) => [`${name}.${k}`, trace.text[n]])
                .filter(([, text]) => text !== '\\u00a0'));
        }"""
    )
    return found


def written(name: str, value: float) -> str:
    """A value as its cell says it: a gate, which has no sign, without one."""
    return rounded(value, sign=name not in SHARES)


def number(text: str) -> float:
    """The number that a cell or a table says."""
    return float(text.replace("−", "-").strip())


def figure(page: Page) -> dict[str, dict[str, Any]]:
    """The traces of the figure as the browser has them, by name."""
    traces: list[dict[str, Any]] = page.evaluate(
        """() => {
            const plain = (value) => ArrayBuffer.isView(value) ? Array.from(value)
                : Array.isArray(value) ? value.map(plain)
                : value && typeof value === 'object'
                    ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]))
                    : value;
            return document.querySelector('.lv-plot').data.map(plain);
        }"""
    )
    return {trace["name"]: trace for trace in traces}


# ---- what it should show -----------------------------------------------------------------------


def experiment(path: str = FRIEND) -> Experiment:
    """The run behind a path such as /step-through?preset=brackets&t=3, made here."""
    query: Mapping[str, str] = dict(parse_qsl(path.partition("?")[2], keep_blank_values=True))
    return run_of(**query)


def sent_film(run: Experiment) -> Film:
    """The film of a run with the precision in which it is sent to the browser."""
    trace = run.trace
    rounded = Trace(
        trace.table,
        {name: np.float64(np.float32(array)) for name, array in trace.arrays.items()},
        trace.clamped,
    )
    return film(rounded, tokens=run.inputs.tokens, columns=run.inputs.columns)
