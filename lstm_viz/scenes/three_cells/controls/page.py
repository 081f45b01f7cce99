"""The page and its two parts."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lstm_viz.figures.kind import kind_of
from lstm_viz.figures.stages import LSTM_STAGES
from lstm_viz.inputs import InputError
from lstm_viz.lesson.contents import SCENES, scene
from lstm_viz.lesson.misconceptions import misconception
from lstm_viz.player import board_payload, questions_payload
from lstm_viz.player.contract import Board, InLesson
from lstm_viz.scenes.three_cells.controls import bar, board, live
from lstm_viz.scenes.three_cells.controls.params import (
    CELL,
    KEY,
    MATCH,
    PARAMS,
    PART,
    TASK,
    TEXT,
    VIEW,
    setup_of,
    start_of,
)
from lstm_viz.scenes.three_cells.picture import race_board, step_board
from lstm_viz.scenes.three_cells.questions import CONCEPT, question
from lstm_viz.scenes.three_cells.record.in_step import UNITS, InStep, OneCell, Setup, in_step
from lstm_viz.scenes.three_cells.record.presets import MOST_STEPS
from lstm_viz.scenes.three_cells.record.races import CELLS, Match, race
from lstm_viz.scenes.three_cells.words.around import COLOURS, OPENING, REMEMBER, published
from lstm_viz.scenes.three_cells.words.races import FRAMES, origin
from lstm_viz.scenes.three_cells.words.steps import says
from lstm_viz.ui import lesson_page, scene_state
from lstm_viz.ui.films import made
from lstm_viz.ui.into_cell import INTO, PICTURE, CellRun, enter, play_cell
from lstm_viz.ui.scene_state import SceneScreen

BACK = "Back to all three"


def page() -> None:
    stages, units = len(LSTM_STAGES), UNITS[1]
    scene_state.follow(KEY, PARAMS, steps=MOST_STEPS, stages=stages, units=units)
    _fit_text()
    screen = lesson_page.begin(
        KEY, OPENING, PARAMS, steps=MOST_STEPS, stages=stages, units=units, sizes=_sizes
    )
    live.as_asked(start_of(screen))
    if screen[PART.name] == PART.default:
        _in_step(screen)
    else:
        _race(screen)
        st.header("Published: Chung et al. 2014", anchor=False)
        st.markdown(published())
    lesson_page.remember(REMEMBER)


def _fit_text() -> None:
    """A link to a text that cannot be read opens on the preset's own."""
    screen = scene_state.current(KEY)
    try:
        in_step(setup_of(screen))
    except InputError as error:
        said = f"The text of the link cannot be read: {error}"
        scene_state.correct(KEY, said, values={**screen.values, TEXT.name: None})


def _sizes(screen: SceneScreen) -> dict[str, tuple[int, str]]:
    if screen[PART.name] != PART.default:
        return {"t": (1 if start_of(screen) else FRAMES, "picture"), "stage": (1, "stage")}
    run = in_step(setup_of(screen))
    steps = (len(run), "step")
    if screen[VIEW.name] == PICTURE:
        return {"t": steps, "stage": (1, "stage")}
    cell = _chosen(run, screen)
    stages = kind_of(cell.trace.table).stages
    there = len(stages) - (screen.t >= len(run) - 1 and stages[-1].carries)
    return {"t": steps, "stage": (there, "stage"), "unit": (cell.trace.hidden_size, "unit")}


# ---- in step -----------------------------------------------------------------------------------


def _in_step(screen: SceneScreen) -> None:
    run = in_step(setup_of(screen))
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        bar.in_step(screen, run)
    with picture:
        if screen[VIEW.name] == PICTURE:
            board.play(made(step_film, run.setup), screen, _acted(run), into=INTO)
        else:
            cell = _cell_run(run, _chosen(run, screen))
            play_cell(KEY, cell, screen, PARAMS, back=BACK, to=screen.t)
    st.caption(f"{bar.who(run)} {COLOURS if screen[VIEW.name] == PICTURE else ''}")


def _chosen(run: InStep, screen: SceneScreen) -> OneCell:
    return run.cells[CELLS.index(screen[CELL.name])]


def step_film(setup: Setup) -> Board:
    return board_payload(step_board(in_step(setup)))


def _cell_run(run: InStep, cell: OneCell) -> CellRun:
    steps = range(len(run))
    return CellRun(
        cell.trace,
        cell.parameters,
        tokens=run.inputs.tokens,
        columns=run.inputs.columns,
        answers=[says(run, cell, t) for t in steps] if cell.says else (),
        look=cell.unit,
    )


def _acted(run: InStep) -> Callable[[str], None]:
    def act(action: str) -> None:
        kind, _, number = action.partition(":")
        if kind == "into" and number.isdecimal():
            t = min(int(number), len(run) - 1)
            unit = _chosen(run, scene_state.current(KEY)).unit
            enter(KEY, "cell", t, t=t, unit=unit)

    return act


# ---- the race ----------------------------------------------------------------------------------


@st.fragment
def _race(opened: SceneScreen) -> None:
    """Run anew for every slice of a live race, without the rest of the page.

    The recorded one stands in the same fragment, so the player stays when a live race begins.
    """
    screen = scene_state.current(KEY)
    if screen.values != opened.values:
        st.rerun()  # the rest of the page is another, too
    start = start_of(screen)
    if start is None:
        _recorded(screen)
    else:
        live.stage(screen, start)


def _recorded(screen: SceneScreen) -> None:
    task, match = screen[TASK.name], screen[MATCH.name]
    found, after = race(task, match), bar.race_after(task, match)
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        bar.race(screen, found)
    with picture:
        board.play(
            made(race_film, task, match),
            screen,
            lambda action: bar.to_race(*after) if after and action == "next" else None,
            then=bar.race_title(*after) if after else "",
            lesson=_in_lesson(task, match),
        )
    st.caption(origin(found))


def race_film(task: str, match: Match) -> Board:
    found = race(task, match)
    asked = questions_payload((question(found),), found)
    return board_payload(race_board(found), questions=asked)


def _in_lesson(task: str, match: Match) -> InLesson:
    """Outside of it; what is missed is asked in the scene that shows it, or in a later one."""
    there = scene(misconception(CONCEPT).scene)
    return {
        "place": -1,
        "again": {"place": SCENES.index(there), "title": there.title},
        "part": f"{task} {match}",
        "parts": [f"{one} {how}" for one in TASK.options for how in MATCH.options],
    }
