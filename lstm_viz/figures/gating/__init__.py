"""A gate at work on a story: what is there × how far the gate is open = what passes."""

from lstm_viz.figures.gating.board import Moment, Summed, gating_board

__all__ = ["Moment", "Summed", "gating_board"]
