"""The three cells in step, the recorded race and the live one, each as a board."""

from lstm_viz.scenes.three_cells.picture.live import live_board
from lstm_viz.scenes.three_cells.picture.race import race_board
from lstm_viz.scenes.three_cells.picture.step_board import step_board

__all__ = ["live_board", "race_board", "step_board"]
