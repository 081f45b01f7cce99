"""What a network forecasts is what it says when it is run by hand; its training is repeatable."""

import numpy as np
import pytest

from lstm_viz.scenes.forecast.record import training as record
from lstm_viz.scenes.forecast.record.forecast import Forecast, forecast
from lstm_viz.scenes.forecast.record.series import PRESETS, own_series, series_of
from lstm_viz.scenes.forecast.record.training import Settings, Training
from tests.each import for_each
from tests.unit.scenes.forecast.trained import found, trained_on


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> int:
    """Steps that a training has, for once."""
    monkeypatch.setattr(record, "STEPS", 20)
    return 20


def next_value(at: Forecast, read: list[float]) -> float:
    """What the network says after these values, run alone."""
    x = (np.array(read)[:, np.newaxis] - at.scale.shift) / at.scale.unit
    said: float = at.model.run(x).outputs[-1, 0] * at.scale.unit + at.scale.shift
    return said


@for_each("preset", PRESETS)
@for_each("scaled", [True, False])
def test_forecasts_are_said_from_what_came_before_alone(preset: str, scaled: bool) -> None:
    at = found(preset, scaled=scaled)
    values, past = list(at.series.values), at.series.past
    for k in (0, 1, 20, at.series.held_out - 1):
        assert at.one_step[k] == pytest.approx(next_value(at, values[: past + k]))
    read = values[:past]
    for k in range(5):
        assert at.free[k] == pytest.approx(next_value(at, read))
        read.append(float(at.free[k]))
    assert (len(at.one_step), len(at.free)) == (48, 48)
    np.testing.assert_allclose(at.running.h[: past - 1], at.reading.h[: past - 1])


@for_each("preset", ["sine", "walk"])
def test_errors_at_horizons_and_shifts_are_averages_over_the_hidden_part(preset: str) -> None:
    at = found(preset)
    values, past = at.series.array, at.series.past
    errors = at.shifted()
    assert errors[0] == pytest.approx(at.error(at.one_step))
    came_before = values[past - 2 : len(values) - 2]
    assert errors[2] == pytest.approx(np.abs(at.one_step - came_before).mean())
    assert errors[at.lag] == min(errors)
    assert [one.steps for one in at.horizons] == [1, 2, 4, 8, 16]
    starts = range(past, len(values) - 15)  # the first value that is forecast from each
    assert at.horizons[0].network == pytest.approx(
        np.mean([abs(at.one_step[t - past] - values[t]) for t in starts])
    )
    assert at.horizons[-1].today == pytest.approx(
        np.mean([abs(values[t - 1] - values[t + 15]) for t in starts])
    )
    two = at.horizons[1]
    by_hand = []
    for t in starts:
        read = list(values[:t])
        read.append(next_value(at, read))
        by_hand.append(abs(next_value(at, read) - values[t + 1]))
    assert two.network == pytest.approx(np.mean(by_hand))


@for_each("preset", PRESETS)
def test_the_unit_to_look_at_goes_most_with_the_season_or_the_level(preset: str) -> None:
    at = found(preset)
    past, season = at.series.past, at.season
    cells = at.reading.c[:past]
    level = [abs(np.corrcoef(c, at.series.array[:past])[0, 1]) for c in cells.T]
    best, what = level, False
    if season is not None:
        turn = 2 * np.pi * np.arange(past) / season.length
        wave = [
            max(np.corrcoef(c, np.sin(turn + shift))[0, 1] for shift in np.linspace(0, 6.3, 400))
            for c in cells.T
        ]
        if max(wave) > max(level):
            best, what = wave, True
    assert (at.look.seasonal, at.look.unit) == (what, int(np.argmax(best)))
    assert at.look.likeness == pytest.approx(max(best), abs=1e-3)
    assert at.look.forget == pytest.approx(at.reading.f[:past, at.look.unit].mean())


def test_the_same_seed_trains_the_same_network_however_it_is_sliced(few: int) -> None:
    settings = Settings(series_of("sine"), 8, 3)
    at_once, sliced = Training(settings), Training(settings)
    at_once.go(1e9)
    for _ in range(few):
        sliced.go(0)  # one step
    assert at_once.ended and sliced.ended and at_once.step == sliced.step == few
    for name, array in at_once.scaled.model.parameters.items():
        np.testing.assert_array_equal(array, sliced.scaled.model.parameters[name])
    assert not at_once.as_it_is.step, "unscaled numbers are trained on only if that is wanted"
    other = Training(Settings(series_of("sine"), 8, 4))
    other.go(0)
    assert other.scaled.losses[0] != at_once.scaled.losses[0]


def test_it_learns_the_wave() -> None:
    """Closer than the value before, also when it runs freely."""
    at = found("sine", 0, 150)
    assert at.error(at.one_step) < 0.8 * at.error(at.today)
    assert at.error(at.free) < at.error(at.today)


def test_the_second_training_begins_when_it_is_wanted(few: int) -> None:
    training = Training(Settings(series_of("walk"), 8, 0))
    training.wants_both = True
    for _ in range(few + 2):
        training.go(0)
    assert training.scaled.ended and training.as_it_is.step == 2 and not training.ended
    assert training.step == few + 2 and training.steps == 2 * few


def test_the_shortest_series_that_is_taken_can_be_forecast() -> None:
    series = own_series(" ".join(str(k % 5) for k in range(40)))
    at = forecast(trained_on(series, steps=2))
    assert len(at.one_step) == len(at.free) == series.held_out == 8
    assert [one.steps for one in at.horizons] == [1, 2, 4]
