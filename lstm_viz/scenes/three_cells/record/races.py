"""The races that ship with the package: three cells trained on the same task, seed by seed.

``python -m lstm_viz.scenes.three_cells.record.race`` runs them again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

import numpy as np

from lstm_viz.learn import Model
from lstm_viz.tasks import TASKS, Task
from lstm_viz.trace import Array

Match = Literal["units", "parameters"]
CELLS = ("rnn", "gru", "lstm")
MATCHES: tuple[Match, ...] = ("units", "parameters")
SIZES: Mapping[str, int] = {"first-symbol": 10, "parity": 20, "copying": 5}
"""The tasks, and how long their sequences are."""
UNITS = 6
"""Of the LSTM always; of the others, too, where units are matched."""
FILE = resources.files(__package__) / "races.json"
COMMAND = "python -m lstm_viz.scenes.three_cells.record.race"


@dataclass(frozen=True, eq=False)
class Runner:
    """One cell in a race.  scores: (seeds, marks), on sequences that it never saw."""

    cell: str
    units: int
    parameters: int
    scores: Array

    @property
    def mean(self) -> Array:
        """(marks,)"""
        return np.asarray(self.scores.mean(axis=0))

    @property
    def least(self) -> Array:
        return np.asarray(self.scores.min(axis=0))

    @property
    def most(self) -> Array:
        return np.asarray(self.scores.max(axis=0))

    def done(self, good_enough: float) -> tuple[int | None, ...]:
        """For each seed, the first mark at which it was good enough, None if it never was."""
        return tuple(
            next((k for k, score in enumerate(row) if score >= good_enough), None)
            for row in self.scores
        )


@dataclass(frozen=True, eq=False)
class Race:
    """marks: after how many steps of training the scores are measured, from 0."""

    task: Task
    size: int
    match: Match
    marks: tuple[int, ...]
    seeds: tuple[int, ...]
    runners: tuple[Runner, ...]

    @property
    def steps(self) -> int:
        return self.marks[-1]

    @property
    def chance(self) -> float:
        return self.task.chance(self.size)


@cache
def _file() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def made() -> Mapping[str, str]:
    """When and with what the races were run."""
    return {name: _file()[name] for name in ("date", "python", "numpy")}


@cache
def race(task: str, match: Match) -> Race:
    found = _file()["races"][task]
    runners = tuple(
        Runner(cell, one["units"], one["parameters"], np.array(one["scores"]))
        for cell in CELLS
        for one in [found[match][cell]]
    )
    marks, seeds = tuple(found["marks"]), tuple(_file()["seeds"])
    return Race(TASKS[task], found["size"], match, marks, seeds, runners)


def seed_shown(task: str) -> int:
    """Of the networks that are looked at step by step: that of the best score at the end, of any
    cell; the same for all three."""
    last = np.stack([runner.scores[:, -1] for runner in race(task, "units").runners])
    return race(task, "units").seeds[int(last.max(axis=0).argmax())]


@cache
def network(task: str, cell: str) -> Model:
    """The trained network of ``UNITS`` units that is looked at step by step, in float64."""
    stored = _file()["races"][task]["networks"][cell]
    return Model.from_parameters(cell, {name: np.array(values) for name, values in stored.items()})
