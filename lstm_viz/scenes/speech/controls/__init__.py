"""The page: a recording, one's own voice or a file, noise, the picture and the cell."""

from lstm_viz.scenes.speech.controls.stage import page

__all__ = ["page"]
