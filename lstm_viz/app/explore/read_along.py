"""Read along: your own text, read character by character by a trained network."""

from lstm_viz.scenes.read_along.controls.page import page

page()
