"""What the reader of "Train one yourself" sets, and how it stands in the link."""

from __future__ import annotations

from lstm_viz.scenes.train.record.settings import (
    CELLS,
    FORGET_BIASES,
    LEARNING_RATES,
    MOST_SEED,
    MOST_UNITS,
    STEPS,
    Settings,
)
from lstm_viz.scenes.train.words.presets import PRESETS
from lstm_viz.tasks import TASKS
from lstm_viz.tasks.next_character import NEXT_CHARACTER
from lstm_viz.ui.params import Number, Param, Pick, Text
from lstm_viz.ui.scene_state import SceneScreen

KEY = "train"
FIRST = PRESETS[0].settings
LONGEST_EXAMPLE = 100
"""The largest size that can be set: longer examples have no room in the picture."""
LONGEST_TEXT = 40
"""The same of a text: its letters are read on a phone too."""

TASK = Pick("task", tuple(TASKS), FIRST.task)
SIZE = Number("size", 1, 9999, FIRST.size, whole=True)
CELL = Pick("cell", CELLS, FIRST.cell)
UNITS = Number("units", 1, MOST_UNITS, FIRST.hidden_size, whole=True)
RATE = Pick("rate", tuple(f"{rate:g}" for rate in LEARNING_RATES), f"{FIRST.learning_rate:g}")
FORGET = Number("forget", *FORGET_BIASES, FIRST.forget_bias)
SEED = Number("seed", 0, MOST_SEED, FIRST.seed, whole=True)
MOST_STEPS = Number("steps", *STEPS, FIRST.steps, whole=True)
RUN = Text("run", 20)
"""The ticket of a training that this server keeps."""
VIEW = Pick("view", ("training", "cell"), "training")
LONGEST = 250
"""Steps of the longest example: what the place in a link may be."""
CHECKPOINT = Number("checkpoint", 1, LONGEST, whole=True, from_one=True)
"""In the cell: of which network it is, None for the newest. While a training is looked at, set for
its first checkpoint alone: no place at all in a link to a training means its newest."""
PARAMS: tuple[Param, ...] = (
    TASK, SIZE, CELL, UNITS, RATE, FORGET, SEED, MOST_STEPS, RUN, VIEW, CHECKPOINT,
)  # fmt: skip


def sizes_of(task: str) -> tuple[int, int]:
    """The smallest and the largest that can be set."""
    low, high, _ = TASKS[task].sizes
    longest = LONGEST_TEXT if task == NEXT_CHARACTER.id else LONGEST_EXAMPLE
    return low, min(high, longest)


def settings_of(screen: SceneScreen) -> Settings:
    """What the reader has set; a size that the task does not have is the nearest it has."""
    low, high = sizes_of(screen["task"])
    return Settings(
        task=screen["task"],
        size=min(high, max(low, int(screen["size"]))),
        cell=screen["cell"],
        hidden_size=int(screen["units"]),
        learning_rate=float(screen["rate"]),
        forget_bias=float(screen["forget"]),
        seed=int(screen["seed"]),
        steps=int(screen["steps"]),
    )
