"""The picture, its features, the words as they come, what was weighed, and one unit's gates."""

from lstm_viz.scenes.captions.picture.board import captions_board, painting_of

__all__ = ["captions_board", "painting_of"]
