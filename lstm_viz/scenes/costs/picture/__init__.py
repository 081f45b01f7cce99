"""What a step of each cell costs, as a board."""

from lstm_viz.scenes.costs.picture.board import costs_board

__all__ = ["costs_board"]
