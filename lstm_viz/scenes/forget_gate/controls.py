"""What the page of a gate scene (``ui/gate_page.py``) is told of this one."""

from lstm_viz.scenes.forget_gate.picture import board
from lstm_viz.scenes.forget_gate.questions import questions
from lstm_viz.scenes.forget_gate.record import run
from lstm_viz.scenes.forget_gate.words import ENDING, OPENING
from lstm_viz.ui.gate_page import GateRoom

ROOM = GateRoom("forget-gate", OPENING, ENDING, run, board, questions)
