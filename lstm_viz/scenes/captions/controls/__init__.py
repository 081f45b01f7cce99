"""The page: a picture painted, chosen or uploaded, what is said of it, and the cell."""

from lstm_viz.scenes.captions.controls.page import page

__all__ = ["page"]
