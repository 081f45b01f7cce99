"""The four scenes on the gates and the cell state: one run, looked at four times."""

from collections.abc import Mapping
from types import MappingProxyType

from lstm_viz.lesson.gates.cell_state import CELL_STATE
from lstm_viz.lesson.gates.forget import FORGET
from lstm_viz.lesson.gates.input import INPUT
from lstm_viz.lesson.gates.output import OUTPUT
from lstm_viz.lesson.gates.run import GateRun, Hold, run
from lstm_viz.lesson.gates.scene import GateScene

GATE_SCENES: Mapping[str, GateScene] = MappingProxyType(
    {scene.id: scene for scene in (FORGET, INPUT, CELL_STATE, OUTPUT)}
)

__all__ = ["GATE_SCENES", "GateRun", "GateScene", "Hold", "run"]
