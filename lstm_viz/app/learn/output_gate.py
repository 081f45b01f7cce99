"""The output gate: what of the cell state is shown outside."""

from lstm_viz.scenes.output_gate.controls import ROOM
from lstm_viz.ui.gate_page import page

page(ROOM)
