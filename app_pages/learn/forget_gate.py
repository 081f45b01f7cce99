"""The forget gate: how much of the old cell state stays."""

from lstm_viz.scenes.forget_gate.picture import GIVEN, STAGES
from lstm_viz.scenes.forget_gate.questions import SCENE
from lstm_viz.ui.gate_page import GateRoom, page

page(GateRoom(SCENE, STAGES, GIVEN))
