"""The scene on squashing in two parts: σ on gates, tanh on values."""

from lstm_viz.scenes.squashing.picture.sigmoid import sigmoid_board
from lstm_viz.scenes.squashing.picture.tanh import tanh_board

__all__ = ["sigmoid_board", "tanh_board"]
