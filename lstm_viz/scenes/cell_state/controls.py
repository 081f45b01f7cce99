"""The page of the cell state: one board."""

from __future__ import annotations

from lstm_viz.player.board import board_payload
from lstm_viz.player.contract import Board
from lstm_viz.player.questions import questions_payload
from lstm_viz.scenes.cell_state.picture import board
from lstm_viz.scenes.cell_state.picture.board import MOMENTS
from lstm_viz.scenes.cell_state.questions import QUESTIONS
from lstm_viz.scenes.cell_state.record import run
from lstm_viz.scenes.cell_state.words import ENDING, OPENING
from lstm_viz.ui import lesson_page
from lstm_viz.ui.films import made
from lstm_viz.ui.gone import HOLD, Gone

KEY = "cell-state"
PARAMS = (
    Gone("part", "the scene has one part"),
    HOLD,
    Gone("keep", "the forget gate is what the network made of it"),
    Gone("input", "the input gate is what the network made of it"),
)


def page() -> None:
    screen = lesson_page.begin(KEY, OPENING, PARAMS, steps=len(MOMENTS), stages=1)
    lesson_page.play(KEY, made(film), screen, PARAMS)
    lesson_page.end(KEY, ENDING)


def film() -> Board:
    """What the player is handed."""
    return board_payload(board(run()), questions=questions_payload(QUESTIONS, run()))
