"""The page: the field with its offers, the text in the picture, and the cell."""

from lstm_viz.scenes.next_character.controls.stage import page

__all__ = ["page"]
