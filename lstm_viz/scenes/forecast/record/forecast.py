"""What a trained network says of the part that is held out, and how wrong that is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lstm_viz.learn import Model, State
from lstm_viz.scenes.forecast.record.look import Look, look_at
from lstm_viz.scenes.forecast.record.plain import (
    Season,
    as_a_season_ago,
    as_today,
    error,
    season_of,
)
from lstm_viz.scenes.forecast.record.series import Series
from lstm_viz.scenes.forecast.record.training import OneTraining, Scale
from lstm_viz.trace import Array, Trace

SHIFTS = 6
"""A forecast is compared with what came, and with what came 1 to 5 steps before."""
HORIZONS = (1, 2, 4, 8, 16)
"""Steps ahead, as far as half of the held-out part goes."""
SHUT, OPEN = 0.02, 0.98
"""Beyond these a gate is as good as stuck: there is hardly a gradient."""


@dataclass(frozen=True)
class AtHorizon:
    """The mean absolute error so many steps ahead: of the network, and of the last value kept."""

    steps: int
    network: float
    today: float


@dataclass(frozen=True, eq=False)
class Forecast:
    """``one_step`` and ``free``: (held_out,), in the series' own numbers.

    ``reading`` is the run over the whole series, ``running`` the one that reads its own last output
    once the past is over; ``said``: (N,), what either says of the next value at every step.
    """

    series: Series
    scale: Scale
    model: Model
    reading: Trace
    running: Trace
    said: Array
    said_running: Array
    season: Season | None
    look: Look
    horizons: tuple[AtHorizon, ...]

    @property
    def one_step(self) -> Array:
        return self.said[self.series.past - 1 : -1]

    @property
    def free(self) -> Array:
        return self.said_running[self.series.past - 1 : -1]

    @property
    def today(self) -> Array:
        return as_today(self.series)

    @property
    def seasonal(self) -> Array | None:
        return None if self.season is None else as_a_season_ago(self.series, self.season)

    def shifted(self) -> tuple[float, ...]:
        """The error of the one-step forecast, held against what came 0, 1, … steps before."""
        past, count = self.series.past, self.series.held_out
        values = self.series.array
        came = (values[past - k : past - k + count] for k in range(SHIFTS))
        return tuple(float(np.abs(self.one_step - before).mean()) for before in came)

    @property
    def lag(self) -> int:
        """Where it fits best."""
        return int(np.argmin(self.shifted()))

    @property
    def stuck(self) -> float:
        """The share of all gate values, over the past, that are as good as 0 or 1."""
        past = self.series.past
        gates = np.stack([self.reading.f[:past], self.reading.i[:past], self.reading.o[:past]])
        return float(((gates < SHUT) | (gates > OPEN)).mean())

    def error(self, guess: Array) -> float:
        return error(self.series, guess)


def forecast(training: OneTraining) -> Forecast:
    """All of it, run in float64."""
    series, scale = training.settings.series, training.scale
    model = training.model.astype(np.float64)
    x = (series.array[:, np.newaxis] - scale.shift) / scale.unit
    reading = model.run(x)
    own = _own_outputs(model, x[: series.past], series.held_out)
    running = model.run(np.concatenate([x[: series.past], own]))
    season = season_of(series)

    def in_numbers(outputs: Array) -> Array:
        values: Array = outputs[:, 0] * scale.unit + scale.shift
        return values

    return Forecast(
        series=series,
        scale=scale,
        model=model,
        reading=reading.traces[0],
        running=running.traces[0],
        said=in_numbers(reading.outputs),
        said_running=in_numbers(running.outputs),
        season=season,
        look=look_at(series, reading.traces[0], season),
        horizons=_horizons(series, scale, model, x, reading.traces[0]),
    )


def _own_outputs(model: Model, past: Array, count: int) -> Array:
    """What it says after the past, reading its own last output each time; (count, 1)"""
    run = model.run(past)
    said = [run.outputs[-1]]
    while len(said) < count:
        run = model.run(said[-1][np.newaxis], run.state)
        said.append(run.outputs[-1])
    return np.array(said)


def _horizons(
    series: Series, scale: Scale, model: Model, x: Array, reading: Trace
) -> tuple[AtHorizon, ...]:
    """Run freely from B steps at once, the same for all horizons."""
    furthest = max(steps for steps in HORIZONS if steps <= series.held_out // 2)
    starts = np.arange(series.past - 1, len(series) - furthest)
    state: State = ((reading.h[starts], reading.c[starts]),)
    said: Array = model.head.run(reading.h[starts])  # (B, 1)
    found = []
    for steps in range(1, furthest + 1):
        if steps in HORIZONS:
            came, today = series.array[starts + steps], series.array[starts]
            network = said[:, 0] * scale.unit + scale.shift
            errors = (float(np.abs(guess - came).mean()) for guess in (network, today))
            found.append(AtHorizon(steps, *errors))
        run = model.run(said[np.newaxis], state)
        state, said = run.state, run.outputs[-1]
    return tuple(found)
