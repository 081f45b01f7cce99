"""A race that is run now: the settings of a recorded one, and a seed of the reader's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np

from lstm_viz.scenes.three_cells.record.race import MARKS, STEPS, OneRun
from lstm_viz.scenes.three_cells.record.races import Match, Race, race


@dataclass(frozen=True)
class Start:
    """All that a live race depends on."""

    task: str
    match: Match
    seed: int

    @property
    def recorded(self) -> Race:
        return race(self.task, self.match)


@dataclass(frozen=True, eq=False)
class LiveRecord:
    """How far a live race is.

    race: of the one seed; who has stopped keeps the last score, and so do the marks not reached.
    """

    race: Race
    reached: int
    """The last mark that all have reached."""
    ended: bool


class LiveRace:
    """Goes on when told to, and never by itself: the three in turn, a step at a time."""

    def __init__(self, start: Start) -> None:
        self.start = start
        recorded, self.steps = start.recorded, STEPS[start.task]
        self._runs = tuple(
            OneRun(recorded.task, recorded.size, one.cell, one.units, start.seed, self.steps)
            for one in recorded.runners
        )

    def go(self, seconds: float) -> None:
        """Train for about so many seconds, one step at least; does nothing once it is over."""
        begun = perf_counter()
        try:
            while not self.ended:
                min(self._running, key=lambda one: one.step).go_a_step()
                if perf_counter() - begun >= seconds:
                    return
        finally:  # who rests keeps no memory to work in
            for one in self._runs:
                one.workspace.release()

    def rest(self) -> None:
        """What is there can be looked at."""

    @property
    def _running(self) -> list[OneRun]:
        return [one for one in self._runs if not one.ended]

    @property
    def ended(self) -> bool:
        return not self._running

    @property
    def step(self) -> int:
        """Of who trained least, or of who trained longest once all are done."""
        return min((one.step for one in self._running), default=max(r.step for r in self._runs))

    @property
    def memory(self) -> int:
        """Bytes, about."""
        return sum(one.memory for one in self._runs)

    def record(self) -> LiveRecord:
        ended, scores = self.ended, [list(one.scores) for one in self._runs]
        going = [len(row) for row, one in zip(scores, self._runs, strict=True) if not one.ended]
        reached = min(going, default=max(map(len, scores))) - 1
        every = max(1, self.steps // MARKS)
        full = [row + row[-1:] * (MARKS + 1 - len(row)) for row in scores]
        runners = tuple(
            replace(one, scores=np.array([row]))
            for one, row in zip(self.start.recorded.runners, full, strict=True)
        )
        marks = tuple(range(0, every * MARKS + 1, every))
        seeds = (self.start.seed,)
        found = replace(self.start.recorded, marks=marks, seeds=seeds, runners=runners)
        return LiveRecord(found, reached, ended)
