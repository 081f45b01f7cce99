"""The conveyor belt as a board."""

from lstm_viz.scenes.cell_state.picture.belt.board import belt_board

__all__ = ["belt_board"]
