"""The series that the page offers and those that a reader puts in; what is hidden stays hidden."""

import json
from dataclasses import replace
from importlib import metadata

import numpy as np
import pytest

from lstm_viz.inputs import InputError
from lstm_viz.scenes.forecast.controls.stage import film
from lstm_viz.scenes.forecast.record.plain import (
    as_a_season_ago,
    as_drawn,
    as_today,
    error,
    season_of,
)
from lstm_viz.scenes.forecast.record.series import (
    LEAST,
    MOST,
    OWN,
    PRESETS,
    Series,
    own_series,
    series_of,
)
from lstm_viz.scenes.forecast.record.shown import Shown
from lstm_viz.scenes.forecast.record.sunspots import SOURCE, from_package, sunspots
from tests.each import for_each
from tests.unit.scenes.forecast.trained import trained_on


def test_sunspots_are_those_of_the_package() -> None:
    years, counts = sunspots()
    assert (years[0], years[-1], len(years)) == ("1700", "2008", 309)
    assert counts[:3] == (5.0, 11.0, 16.0) and counts[-1] == 2.9
    try:
        metadata.version(SOURCE[0])
    except metadata.PackageNotFoundError:
        with pytest.raises(metadata.PackageNotFoundError):
            from_package()
    else:
        assert [line.split(",")[0] for line in from_package().splitlines()[1:]] == list(years)


@for_each("preset", PRESETS)
def test_each_series_is_the_same_every_time_and_partly_hidden(preset: str) -> None:
    series = series_of(preset)
    assert PRESETS[preset]() == series
    assert LEAST <= len(series) <= MOST and series.held_out == 48
    assert series.drawn_at[-1] == series.held_out and len(series.drawn_at) == 24
    assert series.mean == pytest.approx(np.mean(series.values[:-48]))
    assert series.deviation == pytest.approx(np.std(series.values[:-48]))


@for_each("preset", PRESETS)
def test_nothing_of_what_is_hidden_is_sent_or_trained_on(preset: str) -> None:
    series = series_of(preset)
    hidden = tuple(1000.0 + k for k in range(series.held_out))
    other = replace(series, values=series.values[: series.past] + hidden)
    assert json.dumps(film(Shown(series))) == json.dumps(film(Shown(other)))
    one, two = trained_on(series, steps=3).model, trained_on(other, steps=3).model
    for name, array in one.parameters.items():
        np.testing.assert_array_equal(array, two.parameters[name])


def test_the_season_is_that_of_the_wave() -> None:
    season = season_of(series_of("sine"))
    assert season is not None and season.length == 24
    assert season_of(series_of("walk")) is None
    line = Series("a line", tuple(map(float, range(60))), tuple(map(str, range(60))))
    assert season_of(line) is None


def test_plain_guesses_and_drawings_are_what_their_names_say() -> None:
    series = own_series(", ".join(map(str, [1, 2, 5, 2] * 15)))
    season = season_of(series)
    assert season is not None and season.length == 4
    came = series.array[series.past :]
    assert list(as_today(series)) == list(series.values[series.past - 1 : -1])
    assert error(series, as_a_season_ago(series, season)) == 0
    assert error(series, as_today(series)) == pytest.approx(
        np.mean([abs(a - b) for a, b in zip(as_today(series), came, strict=True)])
    )
    long = series_of("sine")
    points = tuple(float(k) for k in range(24))
    drawn = as_drawn(long, points)
    assert [drawn[at - 1] for at in long.drawn_at] == list(points)
    assert drawn[0] == pytest.approx((long.values[long.past - 1] + points[0]) / 2)


def test_a_table_gives_its_column_and_its_dates() -> None:
    rows = "\n".join(f"2020-{k:02},{k},{k * k % 7}" for k in range(1, 51))
    text = f"month,first,second\n{rows}"
    series = own_series(text)
    assert series.name == "first" and series.labels[2] == "2020-03" and series.values[2] == 3
    assert own_series(text, 2).name == "second" and own_series(text, 2).values[2] == 2
    assert own_series(text, 0).name == "first", "a column of dates is no series"
    assert own_series("\n".join(map(str, range(50)))).values[49] == 49
    same_year = "\n".join(f"2020;{k}" for k in range(50))
    assert own_series(f"year;count\n{same_year}").name == "count", "the first that changes"


@for_each(
    "text, said",
    [
        ("1, 2, 3", "Expected 40 to 1,000 numbers, got 3."),
        (" ".join(["7"] * 1001), "Expected 40 to 1,000 numbers, got 1,001."),
        (" ".join(["7"] * 50), "got the same number, 7, in all 40 places before the part"),
        ("1, two, 3", "Expected a number in entry 2, got ‘two’."),
        ("a,b\n1,2\nx,y\n" + "1,2\n" * 50, "Expected a number in row 3, column 1 (‘a’), got ‘x’"),
        ("", "got nothing"),
        ("only\nwords", "Expected rows of numbers"),
    ],
)
def test_what_is_no_series_is_refused_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(InputError) as refused:
        series_of(OWN, text)
    assert said in str(refused.value) and "\n" not in str(refused.value)


def test_values_are_said_with_digits_that_tell_them_apart() -> None:
    series = series_of("sine")
    small = replace(series, values=tuple(v / 10_000 for v in series.values))
    large = replace(series, values=tuple(v * 10_000 for v in series.values))
    assert series.written(-0.2316) == "−0.232" and series.written(-0.0001) == "0.000"
    assert small.written(0.00002316) == "0.0000232" and large.written(12345.6) == "12,346"
