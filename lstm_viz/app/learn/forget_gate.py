"""The forget gate: how much of the old cell state stays."""

from lstm_viz.scenes.forget_gate.controls import ROOM
from lstm_viz.ui.gate_page import page

page(ROOM)
