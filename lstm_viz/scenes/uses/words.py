"""What is said of the five tasks."""

from __future__ import annotations

from html import escape

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.scenes.uses.record import STEPS, Use

STAGES = STEPS + 2
"""What it is about, the steps, and all of it."""
OPENING = "The same cell does different work: what matters is when it is read. Choose a task below."
ENDING = (
    "The tokens on this page are examples written by hand, to show which step reads and which one "
    "answers: no network runs here. In all five tasks the cell is the same [[LSTM]]; a further "
    "layer makes the answer from its [[hidden state]], and real systems vary in how they do it."
)


def title(k: int) -> str:
    return "In and out" if k == 0 else "In all" if k > STEPS else f"Step {k}"


def task_caption(task: Use, k: int) -> Caption:
    if not 0 < k <= STEPS:
        return caption(title(k), sentence(task, k))
    moment = task.moments[k - 1]
    answer = f"“{escape(moment.answers)}”" if moment.answers else "no answer"
    return caption(
        title(k),
        sentence(task, k),
        equation=f"x<sub>{k}</sub> = “{escape(moment.reads)}”",
        numbers=f"h<sub>{k}</sub> → {answer}",
    )


def sentence(task: Use, k: int) -> str:
    """The sentence of a stage (HTML, with ``[[terms]]``)."""
    if k == 0:
        return (
            f"In: {task.goes_in}. Out: {task.comes_out}, {task.when}. So it is [[{task.pattern}]]."
        )
    if k > STEPS:
        return task.note
    moment = task.moments[k - 1]
    read = escape(moment.reads)
    reads = f"It reads its own last answer, “{read}”," if moment.own else f"It reads “{read}”"
    if moment.answers:
        seen = "one input" if k == 1 else f"{k} inputs"
        return (
            f"{reads} and answers “{escape(moment.answers)}”, made from an h that has seen {seen}."
        )
    carried = {1: "it", 2: "both inputs"}.get(k, f"all {k} inputs")
    return (
        f"{reads} and answers nothing yet: [[h|hidden state]] and [[c|cell state]] carry "
        f"{carried} on."
    )
