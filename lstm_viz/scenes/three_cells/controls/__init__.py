"""The page: three cells in step, into each of them, and the recorded races."""

from lstm_viz.scenes.three_cells.controls.page import page

__all__ = ["page"]
