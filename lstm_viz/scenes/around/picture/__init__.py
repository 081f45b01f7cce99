"""A part as a board."""

from lstm_viz.scenes.around.picture.board import sheet_board

__all__ = ["sheet_board"]
