"""The third part, for who wants it: the matrices of a step, and of the way back."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lstm_viz.player import board_payload
from lstm_viz.player.contract import Board
from lstm_viz.scenes.gradients.controls.params import KEY, PART, STEP, settings_of
from lstm_viz.scenes.gradients.picture.jacobian import jacobian_board
from lstm_viz.scenes.gradients.record.cells import setup
from lstm_viz.scenes.gradients.record.run import run
from lstm_viz.scenes.gradients.record.settings import Settings
from lstm_viz.ui import scene_state, widgets
from lstm_viz.ui.scene_state import SceneScreen


def film(settings: Settings, step: int) -> Board:
    """``step`` counts from 1."""
    found = run(settings)
    return board_payload(jacobian_board(found, step - 1))


def fit() -> None:
    """A link may name a step that this sequence has not; after a knob made it shorter the last one
    is shown."""
    screen = scene_state.current(KEY)
    if screen[PART.name] != "jacobian":
        return
    count, step = _count(screen), int(screen[STEP.name])
    if step <= count:
        return
    asked = st.session_state.get(f"{KEY}_opened") and step != STEP.default
    note = f"The link says step={step}; there are {count} steps, so it shows the last."
    values = {**screen.values, STEP.name: count}
    scene_state.correct(KEY, *([note] if asked else []), values=values)


def step_slider(screen: SceneScreen) -> None:
    ends = replace(STEP, high=_count(screen))
    widgets.slider(KEY, screen, ends, "Matrices of step", 1, at=(0, 0))


def _count(screen: SceneScreen) -> int:
    return len(setup(settings_of(screen)).tokens)
