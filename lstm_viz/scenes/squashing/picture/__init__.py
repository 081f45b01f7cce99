"""The scene on squashing in three parts: tanh on values, σ on gates, tanh on gradients."""

from lstm_viz.scenes.squashing.picture.gradient import gradient_board
from lstm_viz.scenes.squashing.picture.sigmoid import sigmoid_board
from lstm_viz.scenes.squashing.picture.tanh import tanh_board

__all__ = ["gradient_board", "sigmoid_board", "tanh_board"]
