"""Which gate has found its job, and when: told from the checkpoints of a run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from lstm_viz.lesson.gating import UNITS
from lstm_viz.networks.basket_run import GATES, BasketRun, Checkpoint
from lstm_viz.scenes.how_it_learns.record.story import STORY
from lstm_viz.tasks.basket import EATS, EMPTIES, PICKS, QUESTIONS, WORDS

OPEN, SHUT = 0.7, 0.3
"""A gate that is at least so far open where it is needed, and at most so far elsewhere, does its
job: on average over the stories, at every word."""


@dataclass(frozen=True)
class Job:
    """That of a gate for the fruit of a unit; ``step``: since when it is done, None if it is not.

    It is done from there on until the end of what is known of the run.
    """

    gate: str
    unit: int
    step: int | None


def opens_at(gate: str, unit: int) -> frozenset[str]:
    """The words at which it is needed open."""
    if gate == "f":
        return frozenset(WORDS) - {EMPTIES}
    return frozenset({PICKS[unit], EATS[unit]} if gate == "i" else {QUESTIONS[unit]})


def does(checkpoint: Checkpoint, gate: str, unit: int) -> bool:
    """Whether the gate does its job at this checkpoint."""
    needed = np.array([word in opens_at(gate, unit) for word in WORDS])
    values = checkpoint.gates[gate][:, unit]
    return bool(values[needed].min() >= OPEN and values[~needed].max() <= SHUT)


def jobs(run: BasketRun) -> tuple[Job, ...]:
    """All six, in the order in which they were found; those that were not come last."""
    found = [Job(gate, unit, _since(run, gate, unit)) for gate in GATES for unit in UNITS]
    return tuple(sorted(found, key=lambda job: float("inf") if job.step is None else job.step))


def _since(run: BasketRun, gate: str, unit: int) -> int | None:
    since = None
    for checkpoint in run.checkpoints:
        if not does(checkpoint, gate, unit):
            since = None
        elif since is None:
            since = checkpoint.step
    return since


@dataclass(frozen=True)
class Moment:
    """A checkpoint that is shown, with the jobs that were found there."""

    step: int
    jobs: tuple[Job, ...] = ()


def moments(run: BasketRun) -> tuple[Moment, ...]:
    """Before training, wherever a job was found, and the end."""
    by_step: dict[int, list[Job]] = {0: [], run.checkpoints[-1].step: []}
    for job in jobs(run):
        if job.step is not None:
            by_step.setdefault(job.step, []).append(job)
    return tuple(Moment(step, tuple(by_step[step])) for step in sorted(by_step))


def seen_at(found: Iterable[Job]) -> int:
    """The sentence of the story at which the first of these jobs is seen."""
    job = next(iter(found))
    word = {"f": EMPTIES, "i": PICKS[job.unit], "o": QUESTIONS[job.unit]}[job.gate]
    return STORY.index(word)
