"""The player in a real browser shows the frames that Python composes: figure, numbers, sentence.

tests/unit/player/test_mirrors.py compares every kind of frame without a browser; here it is whether
Plotly is given them.
"""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from playwright.sync_api import Page

from lstm_viz.figures.film import Film, View, compose
from lstm_viz.figures.style import palette, resolve
from lstm_viz.figures.words import sentence
from lstm_viz.networks import PRESETS
from lstm_viz.notation import number
from lstm_viz.scenes.step_through.record import Experiment
from tests.browser.helpers import overflow, shoot
from tests.browser.player import (
    CELL,
    STAGES,
    choose,
    drawn_anew,
    experiment,
    figure,
    go,
    open_player,
    rested,
    sent_film,
    texts,
)

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
    "wide csv": (
        f"{CELL}?as=csv&h=6&text=" + ",".join(["1.25"] * 16) + "%0A" + ",".join(["-2"] * 16)
    ),
}
DARK, TALL = {"ties"}, {"held markup"}


@pytest.mark.view(reduced_motion=True)
def test_every_preset_is_shown_as_python_composes_it(page: Page) -> None:
    """The first as the page opens, the others chosen one after another."""
    open_player(page)
    for preset in PRESETS:
        if preset is not PRESETS[0]:
            rested(page)
            with drawn_anew(page):
                choose(page, "preset", preset.title)
        run = experiment(f"{CELL}?preset={preset.id}")
        last = len(sent_film(run)) - 1
        expect_frames(page, run, [1, 4, last // 2, last, STAGES - 1], preset.id)
        strips = sent_film(run).views["wide"].diagram.strips
        shown = {name.partition(".")[0] for name in texts(page)}
        assert shown == {name for name in ("x", "c", "h") if strips[name].numbered}, preset.id
        assert overflow(page) == 0, preset.id
        shoot(page, f"preset-{preset.id}")


@pytest.mark.parametrize("name", PATHS)
def test_every_frame_is_what_python_composes(name: str, new_page: Callable[..., Page]) -> None:
    theme = "dark" if name in DARK else "light"
    layout = "tall" if name in TALL else "wide"
    viewport = (390, 844) if layout == "tall" else (1280, 720)
    page = new_page(color_scheme=theme, viewport=viewport, reduced_motion=True)
    open_player(page, PATHS[name])
    run = experiment(PATHS[name])
    last = len(sent_film(run)) - 1
    positions = sorted({*range(min(STAGES, last) + 1), last // 2, last - 1, last})
    expect_frames(page, run, positions, name, layout, theme)


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
    for position in positions:
        go(page, position)
        t, k = divmod(position, STAGES)
        wanted = composed(story, story.views[layout], t, k, theme)
        found = differences(figure(page), wanted)
        for _ in range(20):  # Plotly takes a new frame in when it gets to it
            if not found:
                break
            page.wait_for_timeout(50)
            found = differences(figure(page), wanted)
        assert found == [], f"{where}: step {t + 1}, stage {k + 1}"
        assert words(page) == expected_words(story, run, t, k), where


def composed(story: Film, view: View, t: int, k: int, theme: str) -> dict[str, Any]:
    """The figure by trace name as Python composes it, colours put in."""
    patches = compose(story, view, t, k)
    traces = [merged(trace, patches.get(trace["name"], {})) for trace in view.data]
    assert {*patches} <= {trace["name"] for trace in view.data}
    return {trace["name"]: resolve(trace, palette(theme)) for trace in traces}


def merged(base: dict[str, Any], patch: dict[str, Any]) -> dict[str, Any]:
    both = dict(base)
    for key, value in patch.items():
        both[key] = merged(base.get(key, {}), value) if isinstance(value, dict) else value
    return both


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
    return [] if got == wanted else [f"{where}: {got!r}, not {wanted!r}"]


def same_name(got: str, wanted: str) -> bool:
    return got == wanted or (got.endswith("…") and wanted.startswith(got[:-1]))


# ---- words -------------------------------------------------------------------------------------


def words(page: Page) -> tuple[str, str, str]:
    """(title, numbers, sentence), spaces made plain."""
    found = [page.locator(f".lv-{part}").text_content() or "" for part in PARTS]
    title, numbers, said = (" ".join(text.split()) for text in found)
    return title, numbers, said


PARTS = ("title", "numbers", "sentence")


def expected_words(story: Film, run: Experiment, t: int, k: int) -> tuple[str, str, str]:
    stage = story.stages[k]
    held = any(story.is_held(gate, 0) for gate in stage.gates)
    templates = list(story.words(k, 0))
    if stage.with_weights and not held:
        templates[0] = with_parts(stage.with_weights, run, t)
    numbers, said = (unescape(sentence(template, story, t, 0)) for template in templates)
    if run.network.answers and story.states[k]["h"] != "empty":
        said += f" The read-out of h says: {run.network.answers(run.trace)[t]}"
    title = f"{k + 1} {stage.title}"
    return title, " ".join(f"unit 1: {numbers}".split()), " ".join(said.split())


def with_parts(template: str, run: Experiment, t: int) -> str:
    """The three parts of a pre-activation of unit 1 put in, computed from the weights."""
    cell, trace = run.cell, run.trace

    def part(match: re.Match[str]) -> str:
        kind, gate = match[2].split("_")
        row = "ifgo".index(gate) * cell.hidden_size
        value = {
            "wx": lambda: cell.weight_ih[row] @ trace.x[t],
            "uh": lambda: cell.weight_hh[row] @ trace.h_prev[t],
            "b": lambda: cell.bias[row],
        }[kind]()
        text = number(float(value))
        return f"({text})" if match[1] and text.startswith("−") else text

    return re.sub(r"\{(\(?)((?:wx|uh|b)_[ifgo])\)?\}", part, template)
