"""The input gate and the candidate: what is taken in."""

from lstm_viz.scenes.input_gate.controls import ROOM
from lstm_viz.ui.gate_page import page

page(ROOM)
