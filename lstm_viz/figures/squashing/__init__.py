"""The scene on squashing in three parts: tanh on values, σ on gates, tanh on gradients."""

from lstm_viz.figures.squashing.gradient import gradient_board
from lstm_viz.figures.squashing.sigmoid import sigmoid_board
from lstm_viz.figures.squashing.tanh import tanh_board

__all__ = ["gradient_board", "sigmoid_board", "tanh_board"]
