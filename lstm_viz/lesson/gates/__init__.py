"""What the four scenes on the gates and the cell state share: one run, looked at four times."""

from lstm_viz.lesson.gates.questions import GateScene, Landing
from lstm_viz.lesson.gates.record import GateRun, Hold, run

__all__ = ["GateRun", "GateScene", "Hold", "Landing", "run"]
