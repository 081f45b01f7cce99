"""How it learns: loss, gradient, weight, gate, on one real training of the basket's networks."""

from lstm_viz.scenes.how_it_learns.controls import page

page()
