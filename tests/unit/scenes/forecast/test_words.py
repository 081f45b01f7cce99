"""What is said holds whichever way a run comes out."""

import re

import numpy as np

from lstm_viz.scenes.forecast.record.series import PRESETS
from lstm_viz.scenes.forecast.record.shown import KINDS, Shown
from lstm_viz.scenes.forecast.words.captions import (
    ahead,
    beats,
    came,
    free,
    lag,
    look,
    one_step,
    plain,
    told,
    unscaled,
)
from lstm_viz.scenes.forecast.words.compared import compared, than
from tests.each import for_each
from tests.unit.scenes.forecast.trained import found, shown

RUNS = [*((preset, seed, 30) for preset in PRESETS for seed in (0, 1)), ("sine", 0, 150)]


def off(at, guess) -> float:
    return float(np.abs(np.asarray(guess) - at.series.array[at.series.past :]).mean())


def test_two_errors_are_compared_as_they_are() -> None:
    assert (compared(1, 2), compared(2, 1), compared(1, 1.01), compared(0, 0)) == (-1, 1, 0, 0)
    assert (than(1, 2), than(2, 1)) == ("less than", "more than")
    assert than(1, 1.005) == "about the same as"
    assert beats(0.6, 1.0) == "it beats that by 40 %"
    assert beats(1.2, 1.0) == "it does not beat that"
    assert beats(0.999, 1.0) == "no better and no worse"


@for_each("preset, seed, steps", RUNS)
def test_one_step_ahead_is_held_against_tomorrow_is_today(preset, seed, steps) -> None:
    now = shown(preset, seed, steps)
    at = now.forecast
    one, today = off(at, at.one_step), off(at, at.series.values[at.series.past - 1 : -1])
    said = one_step(now, at)
    assert (
        f"off by {at.series.written(one)}, “tomorrow = today” by {at.series.written(today)}" in said
    )
    assert ("it beats that by" in said) == (one < 0.98 * today)
    assert ("it does not beat that" in said) == (today < 0.98 * one)
    if share := re.search(r"beats that by (\d+) %", said):
        assert int(share[1]) == int(100 * (1 - one / today) + 0.5)


@for_each("preset, seed, steps", RUNS)
def test_a_lag_is_said_where_the_forecast_fits_what_was_before(preset, seed, steps) -> None:
    now = shown(preset, seed, steps)
    at = now.forecast
    past, values = at.series.past, at.series.array
    errors = [np.abs(at.one_step - values[past - k : len(values) - k]).mean() for k in range(6)]
    best, said = int(np.argmin(errors)), lag(now, at)
    assert ("it is not late" in said) == (best == 0)
    assert (f"best {best} step{'s' * (best > 1)} late" in said) == (best > 0)
    assert at.series.written(errors[1]) in said


@for_each("preset, seed, steps", RUNS)
def test_running_freely_is_held_against_each_other_guess(preset, seed, steps) -> None:
    now = shown(preset, seed, steps)
    at = now.forecast
    said, mine = free(now, at), off(at, at.free)
    others = {"one step ahead": at.one_step, "your drawing": now.drawing}
    if at.seasonal is not None:
        others["as one season ago"] = at.seasonal
    for name, guess in others.items():
        theirs = off(at, guess)
        way = "more" if mine > 1.02 * theirs else "less" if theirs > 1.02 * mine else "about"
        assert re.search(rf"{way} \S+( \S+ \S+)? ?{name} \({at.series.written(theirs)}\)", said), (
            name, said,
        )  # fmt: skip
    assert ("season" in said) == (at.season is not None)
    alone = Shown(now.series, (), at)
    assert "drawing" not in free(alone, at) and "Nothing was drawn" in came(alone, at)


@for_each("preset, seed, steps", RUNS)
def test_how_far_it_sees_is_what_the_horizons_say(preset, seed, steps) -> None:
    now = shown(preset, seed, steps)
    at = now.forecast
    said, first, last = ahead(now, at), at.horizons[0], at.horizons[-1]
    assert ("it grows" in said) == (last.network > first.network / 0.98)
    assert ("it does not grow" in said) == (last.network < first.network * 0.98)
    worse = [str(one.steps) for one in at.horizons if compared(one.network, one.today) > 0]
    if 0 < len(worse) < len(at.horizons):
        listed = re.search(r"At (.*) steps? ahead", said)
        assert listed and re.findall(r"\d+", listed[1]) == worse
    assert ("Nowhere" in said) == (not worse)
    assert ("At every distance" in said) == (len(worse) == len(at.horizons))


@for_each("preset, seed, steps", RUNS)
def test_the_unit_and_the_scaling_are_told_from_the_run(preset, seed, steps) -> None:
    now = shown(preset, seed, steps)
    at, raw = now.forecast, now.as_it_is
    said = look(now, at)
    assert f"unit {at.look.unit + 1}." in said
    assert (": closely (" in said) == (at.look.likeness >= 0.7)
    assert (": hardly (" in said) == (at.look.likeness < 0.4)
    one, other = off(at, at.one_step), off(raw, raw.one_step)
    said = unscaled(now)
    assert ("Of the values of its gates" in said) == (other > one / 0.98)
    assert ("no difference" in said) == (compared(other, one) == 0)
    small = max(map(abs, at.series.values[: at.series.past])) <= 3
    assert not ("small already" in said and not small)
    assert ("no season stands out" in plain(now, at)) == (at.season is None)


def test_each_frame_has_its_words_before_and_after_the_end_is_shown() -> None:
    now = shown("sine")
    hidden = Shown(now.series)
    assert hidden.kinds == ("draw",) and now.kinds == (*KINDS, "unscaled")
    assert told(hidden, "draw").title == "Draw how it goes on"
    titles = [told(now, kind).title for kind in now.kinds]
    assert len(set(titles)) == len(titles)
    for kind in now.kinds:
        assert "[[" not in told(now, kind).sentence and "nan" not in told(now, kind).sentence
    assert found("sine").stuck <= found("sunspots", scaled=False).stuck
