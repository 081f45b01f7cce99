"""The page: a beginning, how it goes on, the keyboard, the files to take along, and the cell."""

from lstm_viz.scenes.music.controls.page import page

__all__ = ["page"]
