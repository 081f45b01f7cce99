"""The conveyor belt as part of the page of the cell state: its two controls and its player."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from lstm_viz.player.board import board_payload
from lstm_viz.player.questions import asked
from lstm_viz.scenes.cell_state import record as belt
from lstm_viz.scenes.cell_state.picture.belt.board import Said, belt_board
from lstm_viz.scenes.cell_state.questions.belt import questions
from lstm_viz.scenes.cell_state.words.belt import equation, numbers, sentence, title
from lstm_viz.ui import lesson_page
from lstm_viz.ui.params import Number, Param, Pick
from lstm_viz.ui.scene_state import SceneScreen

KEEP = Number("keep", 0, 1, 0.9)
INPUT = Pick("input", belt.INPUTS, belt.INPUTS[0])
PARAMS: tuple[Param, ...] = (KEEP, INPUT)
STEPS, STAGES = belt.STEPS, 1

_WORDS = {
    "shut": "shut",
    "again": f"open again at step {belt.AGAIN_AT + 1}",
    "free": "free",
}


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
    run = belt.run(round(screen[KEEP.name], 2), screen[INPUT.name])
    said = [
        Said(title(run, t), sentence(run, t), equation(t), numbers(run, t)) for t in range(STEPS)
    ]
    board = belt_board(run.trace, run.left, run.whole, said)
    payload = board_payload(board, questions=asked(questions(run), run))
    lesson_page.play(key, payload, screen, params)
