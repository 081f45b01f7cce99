"""What the player is handed on squashing, by part and what is set in it."""

from __future__ import annotations

from typing import Any

from lstm_viz.player import asked, board_payload
from lstm_viz.scenes.squashing.picture import gradient_board, sigmoid_board, tanh_board
from lstm_viz.scenes.squashing.questions import SIGMOID, TANH
from lstm_viz.scenes.squashing.runs import both, gates, repeated
from lstm_viz.scenes.squashing.verdict import GRADIENT


def values(gain: float, start: tuple[float, ...]) -> dict[str, Any]:
    run = repeated(gain, start)
    return board_payload(tanh_board(run), questions=asked(TANH, run))


def gate(own_z: float) -> dict[str, Any]:
    run = gates(own_z)
    return board_payload(sigmoid_board(run), questions=asked(SIGMOID, run))


def gradients(gain: float) -> dict[str, Any]:
    run = both(gain)
    return board_payload(gradient_board(run), questions=asked(GRADIENT, run))
