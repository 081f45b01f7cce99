"""The scene on squashing in three parts: tanh on values, σ on gates, tanh on gradients."""

from lstm_viz.figures.squashing_gradient import gradient_board
from lstm_viz.figures.squashing_sigmoid import sigmoid_board
from lstm_viz.figures.squashing_tanh import tanh_board

__all__ = ["gradient_board", "sigmoid_board", "tanh_board"]
