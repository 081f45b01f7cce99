"""A training as a board: a frame a checkpoint, or while it trains the newest one."""

from lstm_viz.scenes.train.picture.board import live_board, training_board

__all__ = ["live_board", "training_board"]
