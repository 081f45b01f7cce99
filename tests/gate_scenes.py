"""The four scenes on the gates and the cell state by their ids, for tests that look at them all."""

from lstm_viz.scenes.cell_state.picture import update as cell_state
from lstm_viz.scenes.cell_state.questions.update import SCENE as CELL_STATE
from lstm_viz.scenes.forget_gate import picture as forget_gate
from lstm_viz.scenes.forget_gate.questions import SCENE as FORGET_GATE
from lstm_viz.scenes.input_gate import picture as input_gate
from lstm_viz.scenes.input_gate.questions import SCENE as INPUT_GATE
from lstm_viz.scenes.output_gate import picture as output_gate
from lstm_viz.scenes.output_gate.questions import SCENE as OUTPUT_GATE

GATE_SCENES = {scene.id: scene for scene in (FORGET_GATE, INPUT_GATE, CELL_STATE, OUTPUT_GATE)}
_PICTURES = {
    "forget-gate": forget_gate,
    "input-gate": input_gate,
    "cell-state": cell_state,
    "output-gate": output_gate,
}
GATE_STAGES = {id: picture.STAGES for id, picture in _PICTURES.items()}
GIVEN = {id: picture.GIVEN for id, picture in _PICTURES.items()}
