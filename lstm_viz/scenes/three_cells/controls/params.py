"""What the reader sets, and how it stands in the link."""

from __future__ import annotations

from lstm_viz.inputs import MAX_CHARACTERS
from lstm_viz.scenes.three_cells.record.in_step import UNITS as SIZES_OF_CELLS
from lstm_viz.scenes.three_cells.record.in_step import Setup
from lstm_viz.scenes.three_cells.record.live import Start
from lstm_viz.scenes.three_cells.record.presets import PRESETS
from lstm_viz.scenes.three_cells.record.races import CELLS, MATCHES, SIZES, race
from lstm_viz.ui.into_cell import PICTURE
from lstm_viz.ui.params import Number, Param, Pick, Text
from lstm_viz.ui.scene_state import SceneScreen

KEY = "three-cells"
MOST_SEED = 9999

PART = Pick("part", ("step", "race"), "step")
PRESET = Pick("preset", tuple(PRESETS), next(iter(PRESETS)))
TEXT = Text("text", MAX_CHARACTERS)
"""The reader's own; None: that of the preset."""
UNITS = Number("units", *SIZES_OF_CELLS, 4, whole=True)
SEED = Number("seed", 0, MOST_SEED, whole=True)
"""None: that of the preset, and in a live race the first that is not recorded."""
CELL = Pick("cell", CELLS, "lstm")
VIEW = Pick("view", (PICTURE, "cell"), PICTURE)
TASK = Pick("task", tuple(SIZES), next(iter(SIZES)))
MATCH = Pick("match", MATCHES, MATCHES[0])
RACE = Pick("race", ("recorded", "live"), "recorded")
"""Live: who opens such a link has it trained, the same."""
PARAMS: tuple[Param, ...] = (PART, PRESET, TEXT, UNITS, SEED, CELL, VIEW, TASK, MATCH, RACE)


def setup_of(screen: SceneScreen) -> Setup:
    preset = PRESETS[screen[PRESET.name]]
    text, seed = screen[TEXT.name], screen[SEED.name]
    return Setup(
        preset.id,
        preset.text if text is None else text,
        int(screen[UNITS.name]),
        preset.seed if seed is None else int(seed),
    )


def start_of(screen: SceneScreen) -> Start | None:
    """The live race that is asked for, if one is."""
    if screen[PART.name] == PART.default or screen[RACE.name] == RACE.default:
        return None
    task, match, seed = screen[TASK.name], screen[MATCH.name], screen[SEED.name]
    return Start(task, match, race(task, match).seeds[-1] + 1 if seed is None else int(seed))
