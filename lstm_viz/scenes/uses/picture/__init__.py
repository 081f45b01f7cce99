"""What an LSTM is used for, as a board."""

from lstm_viz.scenes.uses.picture.board import uses_board

__all__ = ["uses_board"]
