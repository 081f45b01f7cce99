"""The page: the level, the cell as far as the reader has come, and the sheet beside it."""

from lstm_viz.scenes.your_turn.controls.page import page

__all__ = ["page"]
