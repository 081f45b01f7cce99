"""The page: a series, the reader's drawing, the training, what came of it, and the cell."""

from lstm_viz.scenes.forecast.controls.stage import page

__all__ = ["page"]
