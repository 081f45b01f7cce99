"""What each frame draws: which signals, on which lane, how far back, and on which scale."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from lstm_viz.scenes.gradients.record.run import Run, Way
from lstm_viz.scenes.gradients.words.captions import CHANGE, NEAR, ROADS, WIDE, near
from lstm_viz.trace import Array


@dataclass(frozen=True)
class Signal:
    """One that can be drawn: its name on screen, its lane, and how its line looks."""

    lane: int
    name: str
    under: str
    """Smaller, below the name."""
    colour: str
    dash: str
    label: str
    """At the end of its curve."""


SIGNALS: Mapping[str, Signal] = {
    "RNN": Signal(0, "RNN", "by h", "h", "dot", "RNN"),
    "GRU": Signal(1, "GRU", "by h", "h", "dash", "GRU"),
    "LSTM": Signal(2, "LSTM", "by h", "h", "solid", "LSTM h"),
    "LSTM c": Signal(3, "LSTM", "by c", "c", "solid", "LSTM c"),
    "direct": Signal(0, "direct", "forget gates", "f", "solid", "direct"),
    "round": Signal(1, "round", "through h, gates", "h", "dash", "round"),
    "both": Signal(2, "both", "∂c by c", "c", "solid", "both"),
}
CELLS = ("RNN", "GRU", "LSTM", "LSTM c")
PARTS = ("direct", "round", "both")
STEPS_OF_SCALE = (1, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 2048)
"""Marks of a scale are one of these powers of ten apart."""
MARKS = 6
SLACK = 0.05
"""So little above 1 is drawn at 1."""


@dataclass(frozen=True, eq=False)
class Shown:
    """A frame: signals by name, (T,) logarithms each; those of ``before`` are pale.

    ``reached``: the step, from 0, that they have come back to.  ``below`` says what stands there:
    the chart or the weight changes.
    """

    logs: Mapping[str, Array]
    reached: int
    before: Mapping[str, Array]
    below: Literal["chart", "weights"] = "chart"

    @property
    def marks(self) -> tuple[int, ...]:
        """Of what has been reached alone: the scale does not tell what comes."""
        seen = [logs[self.reached :] for logs in self.logs.values()]
        return marks_of([*seen, *self.before.values()])


def marks_of(logs: Sequence[Array], slack: float = SLACK) -> tuple[int, ...]:
    """The powers of ten at the marks of a chart, evenly apart and 0 among them: at most ``MARKS``,
    and all of ``logs`` lies between the first and the last, but for ``slack``
    above 1."""
    values = np.concatenate(logs)
    known = values[np.isfinite(values)]
    low, high = float(known.min(initial=0)), float(known.max(initial=0))
    for step in STEPS_OF_SCALE:
        down, up = math.ceil(-low / step), math.ceil((high - slack) / step)
        if max(1, down) + max(0, up) + 1 <= MARKS:
            return tuple(step * k for k in range(-max(1, down), max(0, up) + 1))
    raise ValueError(f"no scale from 10^{low} to 10^{high}")


def least_power(power: float) -> int:
    return next((one for one in STEPS_OF_SCALE if one >= power), STEPS_OF_SCALE[-1])


def shown(run: Run, frame: int) -> Shown:
    """What a frame of the board draws."""
    reached = near(run) if frame == NEAR else run.first
    if frame == ROADS:
        return Shown({part: getattr(run.roads, part) for part in PARTS}, reached, {})
    if frame == WIDE:
        return Shown(_of_cells(run.opened), reached, _of_cells(run.ways))
    return Shown(_of_cells(run.ways), reached, {}, "weights" if frame == CHANGE else "chart")


def _of_cells(ways: Mapping[str, Way]) -> dict[str, Array]:
    found = {name: way.h for name, way in ways.items()}
    cell_state = ways["LSTM"].c
    assert cell_state is not None
    return found | {"LSTM c": cell_state}


def apart(heights: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Heights of labels that stand at least ``gap`` apart, as near as can be to those given."""
    order = sorted(range(len(heights)), key=lambda k: heights[k])
    placed = [0.0] * len(heights)
    last = low - gap
    for k in order:
        placed[k] = last = max(heights[k], last + gap)
    above = high + gap
    for k in reversed(order):
        placed[k] = above = min(placed[k], above - gap)
    return placed


def thin_from(logs: Array, reached: int, least: float) -> int | None:
    """The step up to which, from the one reached, the signal is below ``least``."""
    return _run_of(logs[reached:] < math.log10(least), reached)


def wide_from(logs: Array, reached: int, most: float) -> int | None:
    """The same of a signal above ``most``."""
    return _run_of(logs[reached:] > math.log10(most), reached)


def _run_of(so: NDArray[np.bool_], reached: int) -> int | None:
    if not so[0]:
        return None
    ends = np.flatnonzero(~so)
    return reached + (int(ends[0]) if len(ends) else len(so)) - 1
