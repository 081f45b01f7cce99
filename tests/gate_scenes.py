"""The three scenes on the gates by their ids, for tests that look at them all."""

from lstm_viz.scenes.forget_gate.controls import ROOM as FORGET_GATE
from lstm_viz.scenes.input_gate.controls import ROOM as INPUT_GATE
from lstm_viz.scenes.output_gate.controls import ROOM as OUTPUT_GATE

GATE_SCENES = {room.id: room for room in (FORGET_GATE, INPUT_GATE, OUTPUT_GATE)}
GATE_STAGES = {id: room.stages for id, room in GATE_SCENES.items()}
GIVEN = {id: room.given for id, room in GATE_SCENES.items()}
