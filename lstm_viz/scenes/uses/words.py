"""What is said of the five tasks, and at the end of the lesson."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.networks import basket
from lstm_viz.scenes.uses.record import USES, Use
from lstm_viz.signals import LSTM_SIGNALS, shares

OPENING = "The same cell does different work: what matters is when it is read. Choose a task below."
DOOR = "One to try: Forecast. Draw how a curve goes on, and an LSTM learns to in seconds →"
COUNTED = ("no", "one", "two", "three", "four")


def ending() -> str:
    """What the reader can do now, and what the pictures of this scene are."""
    gates = COUNTED[len(shares(LSTM_SIGNALS))]
    numbers = sum(array.size for array in basket.model().parameters.values())
    return (
        f"**You can now** say at any word what the {gates} gates of an [[LSTM]] do, work out one "
        f"step by hand, and tell how {numbers} [[weights]] and [[biases]] learned to keep count of "
        "Mia’s fruit.\n\n"
        "Other texts and networks are in Explore. In the pictures above none runs: the tokens are "
        "written by hand. In all five tasks the cell is the same; a further layer makes the answer "
        "from its [[hidden state]], in real systems in various ways."
    )


def task_caption(task: Use) -> Caption:
    return caption(task.title, sentence(task))


def sentence(task: Use) -> str:
    """What goes in and comes out, and what to take along; with ``[[terms]]``.

    Its pattern is named where it comes first; every card has it.
    """
    first = next(one for one in USES if one.pattern == task.pattern)
    named = f" So it is [[{task.pattern}]]." if first == task else ""
    return f"In: {task.goes_in}. Out: {task.comes_out}, {task.when}.{named} {task.note}"
