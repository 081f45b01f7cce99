"""Three cells: a simple RNN, a GRU and an LSTM on one input, in step, and in a race."""

from lstm_viz.scenes.three_cells.controls import page

page()
