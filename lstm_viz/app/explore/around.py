"""Around the cell: heads, shapes, states, layers and variants, on real networks."""

from lstm_viz.scenes.around.controls import page

page()
