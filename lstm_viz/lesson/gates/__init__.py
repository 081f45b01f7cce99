"""What the four scenes on the gates and the cell state share: one run, looked at four times.

The run is in ``record``, the kinds of questions in ``questions``, and in ``words`` what holding a
gate has changed. Each scene has its own words, questions and picture in ``lstm_viz/scenes``.
"""

from lstm_viz.lesson.gates.questions import GateQuestions, LandingQuestion
from lstm_viz.lesson.gates.record import GateRun, Hold, run

__all__ = ["GateQuestions", "GateRun", "Hold", "LandingQuestion", "run"]
