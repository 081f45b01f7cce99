"""Forecast: draw how a series goes on, train an LSTM on its past, and see who was closer."""

from lstm_viz.scenes.forecast.controls import page

page()
