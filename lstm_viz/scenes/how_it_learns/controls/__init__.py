"""The page: the film that ships, or a training of the reader's own."""

from lstm_viz.scenes.how_it_learns.controls.stage import page

__all__ = ["page"]
