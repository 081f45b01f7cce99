"""The one unit to look at: whose cell state goes most with the season, or with the level."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lstm_viz.scenes.forecast.record.plain import Season
from lstm_viz.scenes.forecast.record.series import Series
from lstm_viz.trace import Array, Trace


@dataclass(frozen=True)
class Look:
    """``likeness``: the correlation, from 0 to 1, of its cell state over the past with a wave as
    long as the season (``seasonal``) or with the values that are read, whichever is larger."""

    unit: int
    seasonal: bool
    likeness: float
    forget: float
    """Its forget gate, on average over the past."""


def look_at(series: Series, trace: Trace, season: Season | None) -> Look:
    cells = trace.c[: series.past]  # (past, H)
    against = {False: [series.array[: series.past]]}
    if season is not None:
        turn = 2 * np.pi * np.arange(series.past) / season.length
        against[True] = [np.sin(turn), np.cos(turn)]
    found = [
        (_likeness(cells[:, unit], what), seasonal, unit)
        for seasonal, what in against.items()
        for unit in range(cells.shape[1])
    ]
    likeness, seasonal, unit = max(found)
    forget = float(trace.f[: series.past, unit].mean())
    return Look(unit, seasonal, likeness, forget)


def _likeness(values: Array, against: list[Array]) -> float:
    """The multiple correlation of values with some others; 0 for values that stay the same."""
    spread = values - values.mean()
    total = float(spread @ spread)
    if total <= 1e-12:
        return 0.0
    columns = np.stack([one - one.mean() for one in against], axis=1)
    weights, *_ = np.linalg.lstsq(columns, spread, rcond=None)
    rest = spread - columns @ weights
    return float(np.sqrt(max(0.0, 1 - float(rest @ rest) / total)))
