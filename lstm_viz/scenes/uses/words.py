"""What is said of the five tasks."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.scenes.uses.record import Use

STAGES = 2
"""What goes in; then what comes out of it."""
OPENING = "The same cell does different work: what matters is when it is read. Choose a task below."
ENDING = (
    "The tokens on this page are examples written by hand, to show which step reads and which one "
    "answers: no network runs here. In all five tasks the cell is the same [[LSTM]]; a further "
    "layer makes the answer from its [[hidden state]], and real systems vary in how they do it."
)


TITLES = ("In and out", "In all")


def task_caption(task: Use, stage: int) -> Caption:
    return caption(TITLES[stage], sentence(task, stage))


def sentence(task: Use, stage: int) -> str:
    """The sentence of a stage, with ``[[terms]]``."""
    if stage:
        return task.note
    return f"In: {task.goes_in}. Out: {task.comes_out}, {task.when}. So it is [[{task.pattern}]]."
