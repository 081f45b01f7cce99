"""The film of the training that ships, as it is sent: some 200 networks are run for it.

That takes a second: a server has it made by a process beside it, which knows no Streamlit.
"""

from __future__ import annotations

from lstm_viz.player.board import board_payload
from lstm_viz.player.contract import Board
from lstm_viz.player.questions import questions_payload
from lstm_viz.scenes.how_it_learns.picture import learning_board
from lstm_viz.scenes.how_it_learns.questions.training import questions
from lstm_viz.scenes.how_it_learns.record.shots import shipped


def shipped_film() -> Board:
    film = shipped()
    return board_payload(learning_board(film), questions=questions_payload(questions(film), film))
