"""The controls of squashing: which part of the page, and what is set in it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lstm_viz.player import board_payload, questions_payload
from lstm_viz.player.contract import Board
from lstm_viz.scenes.squashing.picture import sigmoid_board, tanh_board
from lstm_viz.scenes.squashing.questions.sigmoid import SIGMOID_QUESTIONS
from lstm_viz.scenes.squashing.questions.tanh import TANH_QUESTIONS
from lstm_viz.scenes.squashing.record.sigmoid import OWN_Z, gate_values
from lstm_viz.scenes.squashing.record.tanh import tanh_run
from lstm_viz.scenes.squashing.words import ENDING, OPENING, PART_TITLES
from lstm_viz.scenes.squashing.words.sigmoid import OWN as OWN_STOP
from lstm_viz.scenes.squashing.words.sigmoid import STOPS as SIGMOID_STOPS
from lstm_viz.scenes.squashing.words.tanh import MANY as MANY_STOP
from lstm_viz.scenes.squashing.words.tanh import STOPS as TANH_STOPS
from lstm_viz.ui import lesson_page, scene_state, widgets
from lstm_viz.ui.films import Packed, made
from lstm_viz.ui.params import Number, Param, Pick
from lstm_viz.ui.scene_state import SceneScreen

KEY = "squashing"
PARTS = tuple(PART_TITLES)
PART = Pick("part", PARTS, PARTS[0], moved="gradients are at the end of How it learns")
GAIN = Number("gain", 0.5, 2.0, 1.2)
OWN = Number("z", -6.0, 6.0, OWN_Z)
Z = Number("v1", -4.0, 4.0, 1.3)
"""What goes through tanh."""
PARAMS: tuple[Param, ...] = (PART, GAIN, OWN, Z)
STEPS = max(SIGMOID_STOPS, TANH_STOPS)
"""The most that any part has."""


def page() -> None:
    screen = lesson_page.begin(KEY, OPENING, PARAMS, steps=STEPS, stages=1)
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        film, part = film_of(screen), screen[PART.name]
    with picture:
        lesson_page.play(KEY, film, screen, PARAMS, next_part=_next_part(part), part=(part, PARTS))
    lesson_page.end(KEY, ENDING)


def _next_part(part: str) -> tuple[str, Callable[[], None]] | None:
    after = PARTS[PARTS.index(part) + 1 :]
    return (PART_TITLES[after[0]], lambda: _open(after[0])) if after else None


def _open(part: str) -> None:
    scene_state.restart(KEY, part=part)


def film_of(screen: SceneScreen) -> Packed:
    """Show the controls of the part that is open; its board, as it is sent."""
    part = screen["part"]
    with st.container(key="dials"):
        columns = st.columns([5, 3, 3, 6], gap="medium")
    with columns[0]:
        widgets.pick(KEY, screen, PART, "What to look at", PART_TITLES.__getitem__)
    with columns[1]:
        if part == "sigmoid":
            at = (OWN_STOP, 0)
            own = widgets.slider(KEY, screen, OWN, "z at the last stop, “yours”", 0.1, at=at)
            return made(sigmoid_payload, own)
        z = widgets.slider(KEY, screen, Z, "z", 0.1)
    with columns[2]:
        weight = widgets.slider(KEY, screen, GAIN, "Weight at every step", 0.1, at=(MANY_STOP, 0))
    return made(tanh_payload, weight, z)


def tanh_payload(weight: float, z: float) -> Board:
    run = tanh_run(weight, z)
    questions = questions_payload(TANH_QUESTIONS, run)
    return board_payload(tanh_board(run), questions=questions)


def sigmoid_payload(own_z: float) -> Board:
    gates = gate_values(own_z)
    questions = questions_payload(SIGMOID_QUESTIONS, gates)
    return board_payload(sigmoid_board(gates), questions=questions)
