"""What is set on the page, and the reader's answers, which stay in the session."""

from __future__ import annotations

from secrets import randbelow

import streamlit as st

from lstm_viz.scenes.your_turn.record.judge import Answers
from lstm_viz.scenes.your_turn.record.sums import STEPS
from lstm_viz.scenes.your_turn.record.task import Task, example, fresh, size, task
from lstm_viz.scenes.your_turn.words import LEVELS
from lstm_viz.ui import scene_state
from lstm_viz.ui.params import Number, Param, Pick, Several
from lstm_viz.ui.scene_state import SceneScreen

KEY = "your-turn"
MOST_SEEDS = 9_999
SIDES = ("1", "2", "3")
LARGEST = 100.0
"""Of the reader's own numbers."""


def _number(text: str) -> float:
    value = Number("own", -LARGEST, LARGEST).read(text)
    assert isinstance(value, float)
    return value


LEVEL = Pick("level", tuple(LEVELS), "worked")
SEED = Number("seed", 1, MOST_SEEDS, 1, whole=True)
UNITS, INPUTS = Pick("units", SIDES, "1"), Pick("inputs", SIDES, "1")
OWN = Several(
    "own", size(3, 3), "_", _number, lambda value: f"{value:.12g}",
    f"numbers from −{LARGEST:g} to {LARGEST:g} with _ between them",
)  # fmt: skip
PARAMS: tuple[Param, ...] = (LEVEL, SEED, UNITS, INPUTS, OWN)
ASKED = {
    "worked": (),
    "gaps": ("f", "z_i", "g", "c", "o", "h"),
    "alone": STEPS,
    "check": STEPS,
}


def sides(screen: SceneScreen) -> tuple[int, int]:
    """Units and inputs of the reader's own step."""
    return int(screen[UNITS.name]), int(screen[INPUTS.name])


def task_of(screen: SceneScreen) -> Task:
    if screen[LEVEL.name] != "check":
        return fresh(int(screen[SEED.name]))
    units, inputs = sides(screen)
    own = screen[OWN.name]
    return task(units, inputs, own) if own else example(units, inputs)


def fit_own() -> None:
    """A link may say too few or too many numbers: then the example stands there, and it is said."""
    screen = scene_state.current(KEY)
    wanted, got = size(*sides(screen)), len(screen[OWN.name])
    if got not in (0, wanted):
        note = f"The link says {got} numbers of your own; expected {wanted}, so an example opens."
        scene_state.correct(KEY, note, values={**screen.values, OWN.name: ()})


def answers(screen: SceneScreen) -> Answers:
    """What the reader typed last for each number of this step."""
    # What belongs to other numbers is kept, for those who come back to them.
    found: dict[object, Answers] = st.session_state.setdefault(f"{KEY}_answers", {})
    own = sides(screen) if screen[LEVEL.name] == "check" else screen[SEED.name]
    return found.setdefault((screen[LEVEL.name], own), {})


def new_seed() -> int:
    """Another than the one on screen."""
    now = int(scene_state.current(KEY)[SEED.name])
    return (now + randbelow(MOST_SEEDS - 1)) % MOST_SEEDS + 1
