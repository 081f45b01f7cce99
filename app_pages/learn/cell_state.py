"""The cell state: kept plus written, one update of it and the conveyor belt over many steps."""

from lstm_viz.scenes.cell_state.controls import page

page()
