"""The input gate and the candidate: what is taken in."""

from lstm_viz.scenes.input_gate.picture import GIVEN, STAGES
from lstm_viz.scenes.input_gate.questions import SCENE
from lstm_viz.ui.gate_page import GateRoom, page

page(GateRoom(SCENE, STAGES, GIVEN))
