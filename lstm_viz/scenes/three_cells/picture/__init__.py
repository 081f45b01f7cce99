"""The three cells in step, and the race, each as a board."""

from lstm_viz.scenes.three_cells.picture.race import race_board
from lstm_viz.scenes.three_cells.picture.step_board import step_board

__all__ = ["race_board", "step_board"]
