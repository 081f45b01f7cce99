"""The film as a board: curves at the left, the story as the networks of the moment read it."""

from lstm_viz.scenes.how_it_learns.picture.board import learning_board

__all__ = ["learning_board"]
