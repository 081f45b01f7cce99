"""Squashing: what tanh and σ do to values, and what tanh does not do for gradients."""

from lstm_viz.scenes.squashing.controls import page

page()
