"""The row below the picture: which part, what is read, and who is looked into; or which race."""

from __future__ import annotations

import streamlit as st

from lstm_viz.notation import percent
from lstm_viz.scenes.three_cells.controls.params import (
    CELL,
    KEY,
    MATCH,
    MOST_SEED,
    PARAMS,
    PART,
    PRESET,
    RACE,
    SEED,
    TASK,
    TEXT,
    UNITS,
    VIEW,
    setup_of,
)
from lstm_viz.scenes.three_cells.record import races
from lstm_viz.scenes.three_cells.record.in_step import UNITS as SIZES
from lstm_viz.scenes.three_cells.record.in_step import InStep
from lstm_viz.scenes.three_cells.record.presets import PRESETS, read
from lstm_viz.scenes.three_cells.record.races import Match, Race
from lstm_viz.scenes.three_cells.words import around
from lstm_viz.scenes.three_cells.words.steps import NAMES, SHORT
from lstm_viz.tasks import TASKS
from lstm_viz.ui import keeping, scene_state, widgets
from lstm_viz.ui.into_cell import PICTURE
from lstm_viz.ui.navigation import page_of
from lstm_viz.ui.number_field import number_field
from lstm_viz.ui.params import Pick, Value
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen
from lstm_viz.ui.text_field import forget, text_field

FIELD = "three_cells_text"


def in_step(screen: SceneScreen, run: InStep) -> None:
    preset = run.setup.of
    with st.container(key="three_cells_bar", horizontal=True, vertical_alignment="bottom"):
        widgets.pick(KEY, screen, PART, "Which part", around.PARTS.__getitem__)
        _choice(screen, PRESET, "What they read", around.PRESETS)
        label = around.field(run.inputs, preset.kind)
        problem = text_field(label, run.setup.text, key=FIELD, take=_take, width=300)
        if not preset.task:
            number_field(
                "Units", run.setup.units, *SIZES, key="three_cells_units",
                take=_units,
            )  # fmt: skip
            number_field(
                "Seed", run.setup.seed, 0, MOST_SEED, key="three_cells_seed",
                take=lambda seed: scene_state.change(KEY, **{SEED.name: seed}),
            )  # fmt: skip
        _cell(screen)
    if problem:
        st.error(plain(f"{problem} The text from before is still there."))
    if TEXT.name in scene_state.left_out_of(screen, PARAMS):
        st.caption(f"The link leaves this text out. {keeping.said()}")


def who(run: InStep) -> str:
    if run.task is None:
        return f"Random weights by seed {run.setup.seed}, drawn alike: nobody has learned anything."
    found = races.race(run.task.id, "units")
    seed = found.seeds.index(races.seed_shown(run.task.id))
    scores = {NAMES[one.cell]: percent(one.scores[seed, -1]) for one in found.runners}
    return f"{run.task.asks} {around.trained_by(found.size, scores)}"


def race(screen: SceneScreen, found: Race) -> None:
    with st.container(key="three_cells_bar", horizontal=True, vertical_alignment="bottom"):
        which_race(screen)
        st.button("Race now", key="race_start", help=around.LIVE, on_click=lambda: to_live("live"))
        for one in found.runners:
            st.page_link(
                page_of("train").file,
                label=f"Train the {SHORT[one.cell]}",
                query_params=trained_live(found, one.cell),
            )


def which_race(screen: SceneScreen) -> None:
    widgets.pick(KEY, screen, PART, "Which part", around.PARTS.__getitem__)
    _choice(screen, TASK, "Task", {task: TASKS[task].title for task in TASK.options})
    widgets.pick(KEY, screen, MATCH, "They have", around.MATCHED.__getitem__)


def to_live(which: str) -> None:
    """To the live race, or back to the recorded one."""
    scene_state.restart(KEY, **{RACE.name: which})


def trained_live(found: Race, cell: str) -> dict[str, str]:
    """The link's part that trains this runner with the first seed, number by number."""
    one = next(one for one in found.runners if one.cell == cell)
    return {
        "task": found.task.id,
        "size": str(found.size),
        "cell": cell,
        "units": str(one.units),
        "rate": "0.01",
        "forget": "1",
        "seed": str(found.seeds[0]),
        "steps": str(found.steps),
    }


def race_after(task: str, match: Match) -> tuple[str, Match] | None:
    """The one after it: the same with as many parameters, then the next task."""
    races_of_all = [(one, how) for one in TASK.options for how in races.MATCHES]
    after = races_of_all[races_of_all.index((task, match)) + 1 :]
    return after[0] if after else None


def race_title(task: str, match: Match) -> str:
    same_task = match != races.MATCHES[0]
    return around.AGAIN if same_task else TASKS[task].title


def to_race(task: str, match: Match) -> None:
    recorded: dict[str, Value] = {TASK.name: task, MATCH.name: match, RACE.name: RACE.default}
    scene_state.restart(KEY, **recorded)


def _units(units: int) -> None:
    """Other networks; in the cell the first of fewer units is in focus."""
    scene_state.change(KEY, **{UNITS.name: units})
    scene_state.jump(KEY, t=scene_state.current(KEY).t, stage=0)


def _cell(screen: SceneScreen) -> None:
    """Which one "Into the cell" leads into; within a cell, another one at the same step."""

    def chosen(cell: str) -> None:
        scene_state.change(KEY, **{CELL.name: cell})
        if screen[VIEW.name] != PICTURE:
            now = scene_state.current(KEY)
            scene_state.jump(KEY, t=now.t, stage=0, unit=now.unit)

    widgets.pick(
        KEY, screen, CELL, "“Into the cell” leads into the", SHORT.__getitem__, take=chosen
    )


def _choice(screen: SceneScreen, param: Pick, label: str, titles: dict[str, str]) -> None:
    def chosen(id: str) -> None:
        forget(FIELD)
        anew = {TEXT.name: None, SEED.name: None} if param is PRESET else {}
        scene_state.restart(KEY, **{param.name: id, VIEW.name: PICTURE, **anew})

    widgets.dropdown(KEY, screen, param, label, titles.__getitem__, width=230, take=chosen)


def _take(text: str) -> None:
    read(PRESETS[scene_state.current(KEY)[PRESET.name]], text)
    if text != setup_of(scene_state.current(KEY)).text:
        scene_state.restart(KEY, **{TEXT.name: text})
