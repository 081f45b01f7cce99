"""Trace in, picture out."""

from lstm_viz.figures.cell import cell
from lstm_viz.figures.overview import overview

__all__ = ["cell", "overview"]
