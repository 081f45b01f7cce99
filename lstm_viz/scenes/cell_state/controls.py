"""The two parts of the page of the cell state: one update, and the conveyor belt."""

from __future__ import annotations

import streamlit as st

from lstm_viz.lesson.caption import Caption
from lstm_viz.player.board import board_payload
from lstm_viz.player.contract import Board
from lstm_viz.player.questions import questions_payload
from lstm_viz.scenes.cell_state import record
from lstm_viz.scenes.cell_state.picture import update
from lstm_viz.scenes.cell_state.picture.belt import belt_board
from lstm_viz.scenes.cell_state.questions.belt import questions as belt_questions
from lstm_viz.scenes.cell_state.questions.update import questions as update_questions
from lstm_viz.scenes.cell_state.words.belt import ENDING as BELT_ENDING
from lstm_viz.scenes.cell_state.words.belt import equation, numbers, sentence, title
from lstm_viz.scenes.cell_state.words.update import ENDING, OPENING
from lstm_viz.ui import lesson_page
from lstm_viz.ui.films import made
from lstm_viz.ui.gone import HOLD
from lstm_viz.ui.params import Number, Param, Pick
from lstm_viz.ui.scene_state import SceneScreen

KEY = "cell-state"
PART_TITLES = {"update": "One update", "belt": "The conveyor belt"}
PART = Pick("part", tuple(PART_TITLES), "update")
KEEP = Number("keep", 0, 1, 0.9)
INPUT = Pick("input", record.INPUTS, record.INPUTS[0])
PARAMS: tuple[Param, ...] = (PART, KEEP, INPUT, HOLD)
UPDATE_STEPS, UPDATE_STAGES = 3, 3
"""Of the board of one update; a test holds it against this."""

_INPUT_WORDS = {
    "shut": "shut",
    "again": f"open again at step {record.AGAIN_AT + 1}",
    "free": "free",
}


def page() -> None:
    screen = lesson_page.begin(
        KEY, OPENING, PARAMS, steps=record.STEPS, stages=UPDATE_STAGES, sizes=_sizes
    )
    if screen["part"] == "belt":
        show_belt(screen)
        lesson_page.end(KEY, BELT_ENDING)
    else:
        _pick_part(screen)
        lesson_page.play(KEY, made(update_payload), screen, PARAMS)
        lesson_page.end(KEY, ENDING)


def _sizes(screen: SceneScreen) -> dict[str, tuple[int, str]]:
    """The parts are of different sizes."""
    belt = screen["part"] == "belt"
    steps, stages = (record.STEPS, 1) if belt else (UPDATE_STEPS, UPDATE_STAGES)
    return {"t": (steps, "step"), "stage": (stages, "stage")}


def show_belt(screen: SceneScreen) -> None:
    """The controls and the player of the belt."""
    first, left, right = st.columns([3, 3, 6], vertical_alignment="bottom")
    with first:
        _pick_part(screen)
    with left:
        lesson_page.slider(KEY, screen, KEEP, "Forget gate, held at", 0.05)
    with right:
        lesson_page.pick(
            KEY, screen, INPUT, "Input gate, after the first load", _INPUT_WORDS.__getitem__
        )
    packed = made(belt_payload, round(screen[KEEP.name], 2), screen[INPUT.name])
    lesson_page.play(KEY, packed, screen, PARAMS)


def update_payload() -> Board:
    """What the player is handed on one update after the other."""
    questions = questions_payload(update_questions(), record.story())
    return board_payload(update.board(), questions=questions)


def belt_payload(keep: float, input: str) -> Board:
    """What the player is handed on the belt."""
    run = record.run(keep, input)
    captions = [
        Caption(title(run, t), sentence(run, t), equation(t), numbers(run, t))
        for t in range(record.STEPS)
    ]
    board = belt_board(run.trace, run.left, run.whole, captions)
    return board_payload(board, questions=questions_payload(belt_questions(run), run))


def _pick_part(screen: SceneScreen) -> None:
    lesson_page.pick(
        KEY, screen, PART, "Part of the page", PART_TITLES.__getitem__, restarts=True,
        labelled=False,
    )  # fmt: skip
