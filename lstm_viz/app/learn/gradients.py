"""Gradients through time: what of the end reaches the start, in an RNN, a GRU and an LSTM."""

from lstm_viz.scenes.gradients.controls.page import page

page()
