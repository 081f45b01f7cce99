"""The piano roll, what is expected next, and one unit below it."""

from lstm_viz.scenes.music.picture.board import music_board

__all__ = ["music_board"]
