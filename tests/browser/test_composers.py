"""The player in a real browser shows the frames that it composes: figure, numbers, sentence.

tests/unit/player/test_frames.py holds every kind of frame and every preset against the run, without
a browser; here it is whether Plotly is given them.
"""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from playwright.sync_api import Page

from lstm_viz.figures.film import Film
from lstm_viz.figures.style import palette, resolve
from lstm_viz.player import payload
from lstm_viz.scenes.step_through.record import Experiment
from tests.browser.helpers import overflow
from tests.browser.player import (
    CELL,
    STAGES,
    experiment,
    figure,
    go,
    open_player,
    sent_film,
)
from tests.unit.frames import ask, frames, merged, places

SIZES = {"size", "width"}
"""The player scales these to the room there is."""

PATHS = {
    # Values that stand exactly between two roundings, or nearly so.
    "ties": (
        f"{CELL}?as=numbers&net=counter&text=0.125+-0.375+0.625+2.5+0.005+-0.015+100.5+99.995+123456"
    ),
    "held markup": (
        f"{CELL}?text=%3Cb%3E+%26amp%3B+%22x%22+%26"
        "&edits=clamp.f.0_1.0+clamp.i.1_0.0+c0.2_-4.0+h0.3_0.5"
    ),
    "read out": f"{CELL}?preset=brackets",
}
DARK, TALL = {"ties", "read out"}, {"held markup"}


@pytest.mark.parametrize("name", PATHS)
def test_every_frame_is_shown_as_composed(name: str, tab: Callable[..., Page]) -> None:
    theme = "dark" if name in DARK else "light"
    layout = "tall" if name in TALL else "wide"
    viewport = (390, 844) if layout == "tall" else (1280, 720)
    page = tab(color_scheme=theme, viewport=viewport)
    open_player(page, PATHS[name])
    run = experiment(PATHS[name])
    last = len(places(sent_film(run))) - 1
    positions = sorted({*range(min(STAGES, last) + 1), last // 2, last - 1, last})
    expect_frames(page, run, positions, name, layout, theme)
    assert overflow(page) == 0


def expect_frames(
    page: Page,
    run: Experiment,
    positions: list[int],
    where: str,
    layout: str = "wide",
    theme: str = "light",
) -> None:
    """The page shows these frames, one after another."""
    story = sent_film(run)
    expected, every = expected_words(story, run), frames(story, layout)
    for position in positions:
        go(page, position)
        t, k = divmod(position, STAGES)
        wanted = composed(story, layout, every[t, k], theme)
        found = differences(figure(page), wanted)
        for _ in range(20):  # Plotly takes a new frame in when it gets to it
            if not found:
                break
            page.wait_for_timeout(50)
            found = differences(figure(page), wanted)
        assert found == [], f"{where}: step {t + 1}, stage {k + 1}"
        assert words(page) == expected[t, k], where


def composed(story: Film, layout: str, patches: dict[str, Any], theme: str) -> dict[str, Any]:
    """The figure by trace name, colours put in."""
    data = story.views[layout].data
    assert {*patches} <= {trace["name"] for trace in data}
    traces = [merged(trace, patches.get(trace["name"], {})) for trace in data]
    return {trace["name"]: resolve(trace, palette(theme)) for trace in traces}


def differences(got: Any, wanted: Any, where: str = "") -> list[str]:
    """Where `got` is not `wanted`; numbers may differ by less than anyone can see."""
    if isinstance(wanted, dict):
        return [
            line
            for key, value in wanted.items()
            if key not in SIZES and where != ".dots"
            for line in differences((got or {}).get(key), value, f"{where}.{key}")
        ]
    if isinstance(wanted, list | tuple) and isinstance(got, list) and len(got) == len(wanted):
        return [
            line
            for n, (mine, theirs) in enumerate(zip(got, wanted, strict=True))
            for line in differences(mine, theirs, f"{where}[{n}]")
        ]
    if isinstance(wanted, int | float) and isinstance(got, int | float):
        return [] if abs(got - wanted) <= 1.01e-4 else [f"{where}: {got}, not {wanted}"]
    if where.startswith(".columns.text["):  # cut to the room there is, where that is less
        return [] if same_name(got, wanted) else [f"{where}: {got!r}, not {wanted!r}"]
    return [] if colour(got) == colour(wanted) else [f"{where}: {got!r}, not {wanted!r}"]


def colour(value: Any) -> Any:
    """A colour without transparency as #rrggbb, anything else as it is."""
    if not isinstance(value, str):
        return value
    parts = re.fullmatch(r"rgba\((\d+), (\d+), (\d+), 1\)", value)
    return "#" + "".join(f"{int(part):02x}" for part in parts.groups()) if parts else value


def same_name(got: str, wanted: str) -> bool:
    return got == wanted or (got.endswith("…") and wanted.startswith(got[:-1]))


# ---- words -------------------------------------------------------------------------------------


def words(page: Page) -> tuple[str, str, str]:
    """(title, numbers, sentence), spaces made plain."""
    found = [page.locator(f".lv-{part}").text_content() or "" for part in PARTS]
    title, numbers, said = (" ".join(text.split()) for text in found)
    return title, numbers, said


PARTS = ("title", "numbers", "sentence")


def expected_words(story: Film, run: Experiment) -> dict[tuple[int, int], tuple[str, str, str]]:
    weights = {name: getattr(run.cell, name) for name in ("weight_ih", "weight_hh", "bias")}
    sent = payload(story, weights=weights)
    filled = ask(sent, "told", places=places(story), unit=0)
    found = {}
    for (t, k), pair in zip(places(story), filled, strict=True):
        numbers, said = map(unescape, pair)
        answer = run.network.answers(run.trace)[t] if run.network.answers else ""
        if answer and story.states[k]["h"] != "empty":
            said += f" The read-out of h says: {answer}"
        title = f"{k + 1} {story.stages[k].title}"
        found[t, k] = title, " ".join(f"unit 1: {numbers}".split()), " ".join(said.split())
    return found
