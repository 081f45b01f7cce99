"""All together: a whole story in one row, unrolled; into the cell at any sentence and back."""

from lstm_viz.scenes.all_together.controls import page

page()
