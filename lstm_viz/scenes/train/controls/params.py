"""What the reader of "Train one yourself" sets, and how it stands in the link.

Links name their task; what else they leave out is as in `NAMELESS`.
"""

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
from lstm_viz.ui.params import Number, Param, Pick, Text, Value
from lstm_viz.ui.scene_state import SceneScreen

KEY = "train"
NAMELESS = next(preset.settings for preset in PRESETS if preset.id == "open")
"""What a link leaves out: old ones are from when the page opened on it."""
LONGEST_EXAMPLE = 100
"""The largest size that can be set: longer examples have no room in the picture."""
LONGEST_TEXT = 40
"""The same of a text: its letters are read on a phone too."""

TASK = Pick("task", tuple(TASKS), NAMELESS.task, always=True)
SIZE = Number("size", 1, 9999, NAMELESS.size, whole=True)
CELL = Pick("cell", CELLS, NAMELESS.cell)
UNITS = Number("units", 1, MOST_UNITS, NAMELESS.hidden_size, whole=True)
RATE = Pick("rate", tuple(f"{rate:g}" for rate in LEARNING_RATES), f"{NAMELESS.learning_rate:g}")
FORGET = Number("forget", *FORGET_BIASES, NAMELESS.forget_bias)
SEED = Number("seed", 0, MOST_SEED, NAMELESS.seed, whole=True)
MOST_STEPS = Number("steps", *STEPS, NAMELESS.steps, whole=True)
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


def values_of(settings: Settings) -> dict[str, Value]:
    """A training that has not begun."""
    return {
        TASK.name: settings.task,
        SIZE.name: settings.size,
        CELL.name: settings.cell,
        UNITS.name: settings.hidden_size,
        RATE.name: f"{settings.learning_rate:g}",
        FORGET.name: settings.forget_bias,
        SEED.name: settings.seed,
        MOST_STEPS.name: settings.steps,
        RUN.name: None,
        VIEW.name: VIEW.default,
        CHECKPOINT.name: None,
    }


BARE = SceneScreen(values=values_of(PRESETS[0].settings))
"""The screen where an address says nothing."""


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
