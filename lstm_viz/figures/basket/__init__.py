"""Mia's basket as a row of words: under each its gates as doors, and the fruit on the belt."""

from lstm_viz.figures.basket.board import word_row_board

__all__ = ["word_row_board"]
