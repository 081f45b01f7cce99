"""The series, what was drawn and forecast on it, and the errors beside it."""

from lstm_viz.scenes.forecast.picture.board import forecast_board, sketch_of

__all__ = ["forecast_board", "sketch_of"]
