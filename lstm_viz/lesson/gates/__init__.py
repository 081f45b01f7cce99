"""What the four scenes on the gates and the cell state share: one run, looked at four times."""

from lstm_viz.lesson.gates.record import GateRun, Hold, run
from lstm_viz.lesson.gates.scene import GateScene, Landing

__all__ = ["GateRun", "GateScene", "Hold", "Landing", "run"]
