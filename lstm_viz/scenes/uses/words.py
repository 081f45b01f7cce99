"""What is said of the five tasks."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.scenes.uses.record import Use

OPENING = "The same cell does different work: what matters is when it is read. Choose a task below."
ENDING = (
    "No network runs here: the tokens are written by hand. In all five tasks the cell is the same "
    "[[LSTM]]; a further layer makes the answer from its [[hidden state]], in real systems in "
    "various ways."
)
DOOR = "One to try: Forecast. Draw how a curve goes on, and an LSTM learns to in seconds →"


def task_caption(task: Use) -> Caption:
    return caption(task.title, sentence(task))


def sentence(task: Use) -> str:
    """What goes in and comes out, and what to take along; with ``[[terms]]``."""
    return (
        f"In: {task.goes_in}. Out: {task.comes_out}, {task.when}. So it is [[{task.pattern}]]. "
        f"{task.note}"
    )
