"""What the player is handed on the five tasks."""

from __future__ import annotations

from lstm_viz.player import board_payload, questions_payload
from lstm_viz.player.contract import Board
from lstm_viz.scenes.uses.picture import uses_board
from lstm_viz.scenes.uses.questions import QUESTIONS
from lstm_viz.scenes.uses.record import USES


def film() -> Board:
    return board_payload(uses_board(), questions=questions_payload(QUESTIONS, USES))
