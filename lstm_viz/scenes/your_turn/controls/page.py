"""What the page shows at each level."""

from __future__ import annotations

import streamlit as st

from lstm_viz.figures.stages import Stage
from lstm_viz.player import payload
from lstm_viz.player.contract import AnyFilm
from lstm_viz.scenes.your_turn.controls import own, sheet
from lstm_viz.scenes.your_turn.controls.params import (
    KEY,
    LEVEL,
    PARAMS,
    SEED,
    fit_own,
    new_seed,
    task_of,
)
from lstm_viz.scenes.your_turn.picture import STAGES, WORKED, step_film
from lstm_viz.scenes.your_turn.record.task import Task
from lstm_viz.scenes.your_turn.words import ENDING, LEVELS, OPENING
from lstm_viz.ui import lesson_page, scene_state, widgets
from lstm_viz.ui.assets import asset
from lstm_viz.ui.films import made, once
from lstm_viz.ui.scene_state import SceneScreen

STYLE = asset(__package__, "your_turn.css")
FOLLOWING = {"worked": "gaps", "gaps": "alone"}
"""Where one key leads from a level; from the others to the next scene."""


def page() -> None:
    scene_state.follow(KEY, PARAMS, steps=1, stages=len(STAGES), units=3)
    fit_own()
    opening = OPENING[scene_state.current(KEY)[LEVEL.name]]
    screen = lesson_page.begin(KEY, opening, PARAMS, steps=1, stages=len(STAGES), units=3)
    st.html(f"<style>{STYLE}</style>")
    task = task_of(screen)
    if screen[LEVEL.name] == "check":
        _levels(screen)
        own.fields(task, screen)
        _play(task, screen)
    else:
        with st.container(key="turn_board"):
            picture, beside = st.columns([8.2, 4], gap="medium")
        with picture:
            _play(task, screen)
        with beside:
            _levels(screen)
            sheet.show(task, screen)
    lesson_page.end(KEY, ENDING)


def _levels(screen: SceneScreen) -> None:
    with st.container(key="turn_levels", horizontal=True, vertical_alignment="center"):
        widgets.pick(
            KEY, screen, LEVEL, "How much you do yourself", LEVELS.__getitem__,
            labelled=False, take=open_level,
        )  # fmt: skip
        if screen[LEVEL.name] != "check":
            st.button("New numbers", key="turn_new", on_click=_new_numbers)


def open_level(level: str) -> None:
    """With the numbers that the reader had there, or with new ones."""
    seeds = st.session_state.setdefault(f"{KEY}_seeds", {})
    screen = scene_state.current(KEY)
    seeds[screen[LEVEL.name]] = screen[SEED.name]
    seed = seeds.get(level) or (new_seed() if level in ("gaps", "alone") else SEED.default)
    scene_state.change(KEY, level=level, seed=seed)
    _to_the_last()


def _new_numbers() -> None:
    scene_state.change(KEY, seed=new_seed())
    _to_the_last()


def _to_the_last() -> None:
    """Where the reader has come to; the worked example begins."""
    screen = scene_state.current(KEY)
    worked = screen[LEVEL.name] == "worked"
    scene_state.jump(KEY, t=0, stage=0 if worked else sheet.reached_on(screen) - 1)


def _play(task: Task, screen: SceneScreen) -> None:
    """The example that everybody is shown first is packed once."""
    is_worked = screen[LEVEL.name] == "worked"
    is_first = is_worked and screen[SEED.name] == SEED.default
    stages = WORKED if is_worked else STAGES[: sheet.reached_on(screen)]
    packed = made(_film, task, stages) if is_first else once(_film(task, stages))
    part = (screen[LEVEL.name], ("worked",))  # the others grow as fields are filled in
    following = FOLLOWING.get(screen[LEVEL.name])
    after = (LEVELS[following], lambda: open_level(following)) if following else None
    lesson_page.play(KEY, packed, screen, PARAMS, part=part, next_part=after)


def _film(task: Task, stages: tuple[Stage, ...]) -> AnyFilm:
    return payload(
        step_film(task, stages),
        weights=task.cell.parameters,
        overview=False,
        ribbon="stages",
    )
