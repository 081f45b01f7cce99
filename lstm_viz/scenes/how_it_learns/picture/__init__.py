"""The film as a board: curves at the left, the story as the networks of the moment read it.

And a board of its own for what tanh does to gradients.
"""

from lstm_viz.scenes.how_it_learns.picture.board import learning_board
from lstm_viz.scenes.how_it_learns.picture.gradient import gradient_board

__all__ = ["gradient_board", "learning_board"]
