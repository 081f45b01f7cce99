"""What the reader of "Step through a cell" changes and takes back, and what cannot be run.

The session holds the screens before this one (for undo), a few short texts each, and no arrays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from lstm_viz.figures.kind import kind_of
from lstm_viz.inputs import MAX_STEPS, InputError, read_table
from lstm_viz.networks import NETWORKS
from lstm_viz.scenes.step_through.controls.params import (
    FIRST,
    KEY,
    MOST_UNITS,
    PARAMS,
    STAGES,
    bare,
    setup_of,
    values_of,
)
from lstm_viz.scenes.step_through.record import (
    Setup,
    opened,
    perform,
    preset_of,
    stretch,
    with_text,
)
from lstm_viz.ui import coming_back, scene_state
from lstm_viz.ui.scene_state import SceneScreen

MOST_UNDO = 100


def open_screen() -> SceneScreen:
    """The screen of this session; on coming to the page, the one the link describes."""
    if scene_state.follow(
        KEY, PARAMS, steps=MAX_STEPS, stages=STAGES, units=MOST_UNITS, bare=bare()
    ):
        st.session_state.history = []
        st.session_state.csv_names = {}
        clear_problems()
        _make_possible()
    return scene_state.current(KEY)


def _make_possible() -> None:
    """What a link says may not be readable, or its place beyond the end."""
    setup = setup_of(scene_state.current(KEY))
    try:
        experiment = perform(setup)
    except InputError as error:
        setup = opened(preset_of(setup))
        note = f"The link's text cannot be read here. {error}"
        _correct(note, setup)
        experiment = perform(setup)
    _columns_in_table(setup)
    steps = len(experiment.trace)
    screen = scene_state.current(KEY)
    if (
        asked := screen[FIRST]
    ) and "t" not in coming_back.address():  # the stretch opens at its first
        first, _ = stretch(steps, asked, asked)
        scene_state.correct(KEY, t=first, values={**screen.values, FIRST: first})
        screen = scene_state.current(KEY)
    stages = _stages(setup) - (screen.t >= steps - 1)  # after the last step comes no next one
    sizes = {"t": (steps, "step"), "stage": (stages, "stage"), "unit": (setup.hidden_size, "unit")}
    screen = scene_state.within(KEY, sizes)
    first, _ = shown_steps()
    if asked not in (0, first):
        note = (
            f"The link says {FIRST}={asked + 1}; of {steps:,} steps it opens those from "
            f"{first + 1:,} on."
        )
        scene_state.correct(KEY, note)
    _keep_place_in_stretch()


def _stages(setup: Setup) -> int:
    """Of one step."""
    return len(kind_of(NETWORKS[setup.network].cell.table).stages)


def _correct(note: str, setup: Setup) -> None:
    values = {**scene_state.current(KEY).values, **values_of(setup)}
    scene_state.correct(KEY, note, values=values)


def _columns_in_table(setup: Setup) -> None:
    """A link may name columns that hold no numbers, or any at all where no table is read."""
    named = setup.table_columns
    there = read_table(setup.text).numbers if setup.kind == "csv" else ()
    if not set(named) <= set(there):
        possible = tuple(column for column in named if column in there)
        wrong = next(column for column in named if column not in there)
        note = f"The link’s column {wrong + 1} holds no numbers here, so it opens without."
        _correct(note, replace(setup, table_columns=possible))


def setup_now() -> Setup:
    """What the reader has set, for what acts on a change."""
    return setup_of(scene_state.current(KEY))


def shown_steps() -> tuple[int, int]:
    """The steps of the run that are shown, (first, the one after the last)."""
    screen = scene_state.current(KEY)
    return stretch(len(perform(setup_of(screen)).trace), screen[FIRST], screen.t)


def rests(at: Mapping[str, int]) -> None:
    """The reader rests at another place, or asks for one that is not among the steps shown."""
    scene_state.rests(KEY, at)
    _keep_place_in_stretch()


def show_from(first: int) -> None:
    """Show the steps of the run from this one on."""
    scene_state.change(KEY, **{FIRST: first})
    scene_state.jump(KEY, t=first, stage=0, unit=scene_state.current(KEY).unit)


def _keep_place_in_stretch() -> None:
    screen = scene_state.current(KEY)
    first, _ = shown_steps()
    if first != screen[FIRST]:
        scene_state.correct(KEY, values={**screen.values, FIRST: first})


def change(setup: Setup, *, restart: bool = False) -> bool:
    """Set this; if it cannot be run, say why and leave everything as it was."""
    try:
        perform(setup)
    except InputError as error:
        say(str(error))
        return False
    clear_problems()
    before = scene_state.current(KEY)
    now = setup_of(before)
    if setup != now:
        st.session_state.history = [*st.session_state.history, before][-MOST_UNDO:]
        unit = before.unit if setup.preset == now.preset else 0
        _show(setup, SceneScreen(unit=unit) if restart else before, jump=restart)
    return True


def text_changed(key: str = "text") -> None:
    """The reader typed another text into the field with this key."""
    setup, text = setup_now(), st.session_state[key]
    if text.strip() == setup.text.strip():
        return  # a space at an end is no other sentence
    if not change(with_text(setup, setup.kind, text), restart=True):
        st.session_state.draft = text


def undo() -> None:
    if st.session_state.history:
        clear_problems()
        *st.session_state.history, before = st.session_state.history
        then, now = setup_of(before), setup_now()
        jump = (then.preset, then.text) != (now.preset, now.text)
        _show(then, before if jump else scene_state.current(KEY), jump=jump)


def reset() -> None:
    """Back to how the preset opens, at the place where the reader is."""
    change(opened(preset_of(setup_now())))


def _show(setup: Setup, at: SceneScreen, *, jump: bool) -> None:
    """Without ``jump`` the place is the player's; the session's copy may be a moment behind."""
    scene_state.change(KEY, **values_of(setup))
    stage, unit = min(at.stage, _stages(setup) - 1), min(at.unit, setup.hidden_size - 1)
    place = {"t": at.t, "stage": stage, "unit": unit}
    if jump:
        scene_state.jump(KEY, **place)
    else:
        scene_state.moved(KEY, place)
    _keep_place_in_stretch()


def clear_problems() -> None:
    st.session_state.problem = None
    st.session_state.refused = None
    st.session_state.pop("draft", None)
    st.session_state.pop("draft_columns", None)


def say(problem: str) -> None:
    """Something typed or dropped in could not be read."""
    st.session_state.problem = problem


def refuse(problem: str) -> None:
    """A number changed in the player cannot be used; the player says so beside it."""
    st.session_state.refused = problem
