"""Your turn: one whole step of a cell by hand, and one's own calculation checked."""

from lstm_viz.scenes.your_turn.controls import page

page()
