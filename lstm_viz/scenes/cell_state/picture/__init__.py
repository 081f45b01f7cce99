"""The cell state as a board: the sum at one word, and the conveyor belt over many sentences."""

from lstm_viz.scenes.cell_state.picture.board import board

__all__ = ["board"]
