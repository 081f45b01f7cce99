"""Start here: how many are in the basket, and what holds the number; the lesson's map."""

from lstm_viz.scenes.start.controls.page import page

page()
