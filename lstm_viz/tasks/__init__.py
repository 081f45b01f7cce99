"""What a network can be asked to learn: one file a task, and the alphabet for reading texts."""

from collections.abc import Mapping
from types import MappingProxyType

from lstm_viz.tasks.adding import ADDING
from lstm_viz.tasks.alphabet import Alphabet
from lstm_viz.tasks.anbn import ANBN
from lstm_viz.tasks.basket import BASKET
from lstm_viz.tasks.brackets import BRACKETS
from lstm_viz.tasks.copying import COPYING
from lstm_viz.tasks.first_symbol import FIRST_SYMBOL
from lstm_viz.tasks.next_character import NEXT_CHARACTER
from lstm_viz.tasks.parity import PARITY
from lstm_viz.tasks.reber import REBER
from lstm_viz.tasks.task import Examples, Task

__all__ = ["TASKS", "Alphabet", "Examples", "Task"]

TASKS: Mapping[str, Task] = MappingProxyType(
    {
        task.id: task
        for task in (
            BASKET,
            FIRST_SYMBOL,
            PARITY,
            BRACKETS,
            ANBN,
            ADDING,
            COPYING,
            REBER,
            NEXT_CHARACTER,
        )
    }
)
