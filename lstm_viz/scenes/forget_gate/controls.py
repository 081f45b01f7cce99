"""What the page of a gate scene (``ui/gate_page.py``) is told of this one."""

from lstm_viz.scenes.forget_gate import story
from lstm_viz.scenes.forget_gate.picture import GIVEN, STAGES
from lstm_viz.scenes.forget_gate.questions import QUESTIONS
from lstm_viz.scenes.forget_gate.words import ENDING, OPENING
from lstm_viz.ui.gate_page import GateRoom, StoryPart

ROOM = GateRoom(
    id="forget-gate",
    gates=("f",),
    changes=("kept", "c"),
    opening=OPENING,
    ending=ENDING,
    questions=QUESTIONS,
    stages=STAGES,
    given=GIVEN,
    story=StoryPart(story.board, story.QUESTIONS, story.ENDING),
)
