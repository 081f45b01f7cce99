"""The output gate: what of the cell state is shown outside."""

from lstm_viz.scenes.output_gate.picture import GIVEN, STAGES
from lstm_viz.scenes.output_gate.questions import SCENE
from lstm_viz.ui.gate_page import GateRoom, page

page(GateRoom(SCENE, STAGES, GIVEN))
