"""The way back as a board: the unrolled rows, and one chart below."""

from lstm_viz.scenes.gradients.picture.board import gradients_board

__all__ = ["gradients_board"]
