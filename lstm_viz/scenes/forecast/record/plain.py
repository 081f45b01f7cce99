"""What can be guessed without any network: the last value again, or that of a season ago."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lstm_viz.scenes.forecast.record.series import Series
from lstm_viz.trace import Array

CLEAR = 0.2
"""The least autocorrelation that is taken for a season."""


@dataclass(frozen=True)
class Season:
    """After ``length`` steps the past is most like itself again; ``likeness`` is how much."""

    length: int
    likeness: float


def season_of(series: Series) -> Season | None:
    """From the autocorrelation of the past without its straight trend: the highest peak beyond the
    first lag at which it is negative.  None if there is no clear one."""
    past = series.array[: series.past]
    t = np.arange(len(past))
    rest = past - np.polyval(np.polyfit(t, past, 1), t)
    power = float(rest @ rest)
    if power <= 1e-12 * float(past @ past):
        return None  # a straight line
    lags = len(past) // 2
    likeness = np.array([rest[k:] @ rest[: len(rest) - k] / power for k in range(lags + 1)])
    negative = np.flatnonzero(likeness < 0)
    if not len(negative):
        return None
    first = int(negative[0])
    best = first + int(likeness[first:].argmax())
    at_edge = best == lags
    return None if likeness[best] < CLEAR or at_edge else Season(best, float(likeness[best]))


def as_today(series: Series) -> Array:
    """ "Tomorrow = today": before each hidden value the one before it; (held_out,)"""
    return series.array[series.past - 1 : -1]


def as_a_season_ago(series: Series, season: Season) -> Array:
    """The last season that is known, again and again; (held_out,)"""
    last = series.array[series.past - season.length : series.past]
    return np.resize(last, series.held_out)


def as_drawn(series: Series, points: tuple[float, ...]) -> Array:
    """The reader's points, joined by straight lines from the last known value on; (held_out,)"""
    steps = np.arange(1, series.held_out + 1)
    at, values = (0, *series.drawn_at), (series.array[series.past - 1], *points)
    drawn: Array = np.interp(steps, at, values)
    return drawn


def error(series: Series, guess: Array) -> float:
    """The mean absolute error on the part that is held out."""
    return float(np.abs(guess - series.array[series.past :]).mean())
