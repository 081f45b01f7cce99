"""The cell state: kept plus written, and the conveyor belt over many sentences."""

from lstm_viz.scenes.cell_state.controls import page

page()
