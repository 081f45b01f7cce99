"""The conveyor belt as part of the page of the cell state: its two controls and its player."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from lstm_viz.lesson.told import Told
from lstm_viz.player.board import board_payload
from lstm_viz.player.questions import asked
from lstm_viz.scenes.cell_state.belt import record as belt
from lstm_viz.scenes.cell_state.belt.picture import belt_board
from lstm_viz.scenes.cell_state.belt.questions import questions
from lstm_viz.scenes.cell_state.belt.words import equation, numbers, sentence, title
from lstm_viz.ui import lesson_page
from lstm_viz.ui.films import made
from lstm_viz.ui.params import Number, Param, Pick
from lstm_viz.ui.scene_state import SceneScreen

KEEP = Number("keep", 0, 1, 0.9)
INPUT = Pick("input", belt.INPUTS, belt.INPUTS[0])
PARAMS: tuple[Param, ...] = (KEEP, INPUT)
STEPS, STAGES = belt.STEPS, 1

_WORDS = {"shut": "shut", "again": f"open again at step {belt.AGAIN_AT + 1}", "free": "free"}


def show(
    key: str,
    screen: SceneScreen,
    params: Sequence[Param],
    before: Callable[[], None] = lambda: None,
) -> None:
    """The controls and the player of the belt; ``params`` are all of the page's.

    ``before`` puts something into the row, before the controls.
    """
    first, left, right = st.columns([3, 3, 6], vertical_alignment="bottom")
    with first:
        before()
    with left:
        lesson_page.slider(key, screen, KEEP, "Forget gate, held at", 0.05)
    with right:
        lesson_page.pick(key, screen, INPUT, "Input gate, after the first load", _WORDS.__getitem__)
    packed = made(film, round(screen[KEEP.name], 2), screen[INPUT.name])
    lesson_page.play(key, packed, screen, params)


def film(keep: float, input: str) -> dict[str, Any]:
    """What the player is handed."""
    run = belt.run(keep, input)
    told = [
        Told(title(run, t), sentence(run, t), equation(t), numbers(run, t)) for t in range(STEPS)
    ]
    board = belt_board(run.trace, run.left, run.whole, told)
    return board_payload(board, questions=asked(questions(run), run))
