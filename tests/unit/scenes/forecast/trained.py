"""Trainings of the series that the page offers, as short as a test needs them."""

from functools import cache

import pytest

from lstm_viz.scenes.forecast.record import training
from lstm_viz.scenes.forecast.record.forecast import Forecast, forecast
from lstm_viz.scenes.forecast.record.series import Series, series_of
from lstm_viz.scenes.forecast.record.shown import Shown
from lstm_viz.scenes.forecast.record.training import OneTraining, Settings

SHORT = 30
"""Steps: what is said has to hold of a network that has hardly learned, too."""


def trained_on(
    series: Series, seed: int = 0, steps: int = SHORT, *, scaled: bool = True
) -> OneTraining:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(training, "STEPS", steps)
        one = OneTraining(Settings(series, 8, seed), scaled=scaled)
        while not one.ended:
            one.go_a_step()
    return one


@cache
def found(preset: str, seed: int = 0, steps: int = SHORT, scaled: bool = True) -> Forecast:
    return forecast(trained_on(series_of(preset), seed, steps, scaled=scaled))


def shown(preset: str, seed: int = 0, steps: int = SHORT, *, drawn: bool = True) -> Shown:
    series = series_of(preset)
    points = tuple(series.values[series.past - 1] + k for k in range(len(series.drawn_at)))
    raw = found(preset, seed, steps, scaled=False)
    return Shown(series, points if drawn else (), found(preset, seed, steps), raw)
