"""The picture of a whole sequence is the run itself: a row a unit, a column a step."""

import csv
import io
from dataclasses import replace
from datetime import date
from html import unescape
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

import lstm_viz
from lstm_viz import figures
from lstm_viz.figures.film import film
from lstm_viz.figures.kind import LSTM
from lstm_viz.figures.overview import MOST_TOKENS, description, overview
from lstm_viz.figures.style import THEMES
from lstm_viz.signals import LSTM_SIGNALS, signal
from tests.unit.figures.runs import AWKWARD, one_hot_run, run

SIZES = [(1, 1), (5, 3), (7, 6), (200, 12)]
sizes = pytest.mark.parametrize("steps, hidden_size", SIZES)


@sizes
def test_a_cell_of_the_picture_is_a_value_of_the_run(steps, hidden_size):
    trace = run(steps, hidden_size)
    scales = film(trace).scales
    figure = overview(trace)
    assert tuple(heatmap.name for heatmap in figure.data) == LSTM.over_time
    for heatmap in figure.data:
        values = getattr(trace, heatmap.name)
        z = np.array(heatmap.z, dtype=float)
        assert z.shape == (hidden_size, steps)
        np.testing.assert_allclose(z * scales[heatmap.name], values.T, atol=1e-12)
        least = 0 if heatmap.name in "fio" else -1
        assert (heatmap.zmin, heatmap.zmax) == (least, 1)
        for unit in range(hidden_size):
            for t in range(steps):
                said = heatmap.customdata[unit][t]
                assert tuple(said) == (unit + 1, t + 1, values[t, unit])


@sizes
def test_rows_are_aligned_and_do_not_overlap(steps, hidden_size):
    figure = overview(run(steps, hidden_size))
    rows = [y for heatmap in figure.data for y in heatmap.y]
    assert len(rows) == 6 * hidden_size
    assert all(after - before >= 1 - 1e-9 for before, after in pairwise(rows))
    assert {(heatmap.x0, heatmap.dx) for heatmap in figure.data} == {(0, 1)}
    low, high = sorted(figure.layout.yaxis.range)
    assert low == pytest.approx(rows[0] - 0.5) and high == pytest.approx(rows[-1] + 0.5)
    assert tuple(figure.layout.xaxis.range) == (-0.5, steps - 0.5)


@sizes
def test_every_signal_is_named_in_the_middle_of_its_rows(steps, hidden_size):
    figure = overview(run(steps, hidden_size))
    axis = figure.layout.yaxis
    rows = [signal(LSTM_SIGNALS, name) for name in LSTM.over_time]
    assert list(axis.ticktext) == [f"{row.label} <i>{row.symbol}</i>" for row in rows]
    for at, heatmap in zip(axis.tickvals, figure.data, strict=True):
        assert at == pytest.approx(np.mean(heatmap.y))


def test_a_short_sequence_has_its_tokens_under_its_columns():
    axis = overview(run(3), tokens=("the", "friend", "calls")).layout.xaxis
    assert list(axis.ticktext) == ["the", "friend", "calls"]
    assert list(axis.tickvals) == [0, 1, 2]


def test_tokens_are_shown_as_typed():
    axis = overview(one_hot_run(len(AWKWARD)), tokens=AWKWARD, theme="dark").layout.xaxis
    assert [unescape(text) for text in axis.ticktext] == AWKWARD
    assert not any("<" in text for text in axis.ticktext)


def test_a_long_token_is_cut_where_there_is_no_room():
    long = ("a" * 10, "b" * 11)
    assert overview(run(2), tokens=long).layout.xaxis.ticktext == long
    many = overview(run(20), tokens=long * 10).layout.xaxis
    assert many.ticktext == ("a" * 10, "b" * 9 + "…") * 10


def test_tokens_may_be_dates_numbers_or_a_series():
    days = np.array(["2026-01-05", "2026-01-06"], "datetime64[ns]")
    as_written = {
        ("2026-01-05", "2026-01-06"): (
            [date(2026, 1, 5), date(2026, 1, 6)],
            days,
            pd.Series(days, index=[7, 9]),
            pd.DatetimeIndex(days),
        ),
        ("3", "4"): (range(3, 5), np.array([3, 4]), pd.Series([3, 4], index=[1, 0])),
        ("2026-01…", "2026-01…"): (pd.Series(days + np.timedelta64(90, "m")),),
    }
    trace = run(2)
    for labels, given in as_written.items():
        for tokens in given:
            shown = overview(trace, tokens=tokens).layout.xaxis.ticktext
            assert [text[:7] for text in shown] == [label[:7] for label in labels], tokens
            assert figures.cell(trace, tokens=tokens) is not None
            rows = list(csv.DictReader(io.StringIO(trace.to_csv(tokens))))
            assert [row["token"] for row in rows] == [str(token) for token in tokens]
    assert film(trace, tokens=days).tokens == ("2026-01-05", "2026-01-06")


def test_what_is_no_row_of_labels_is_refused_by_its_name():
    for tokens in (5, np.array(5)):
        for draw in (overview, figures.cell):
            with pytest.raises(ValueError, match="tokens must be several labels, got"):
                draw(run(2), tokens=tokens)
    with pytest.raises(ValueError, match="columns must be several labels, got 3"):
        figures.cell(run(2), columns=3)


def test_a_day_that_is_missing_or_has_a_time_zone_is_a_day_all_the_same():
    days = pd.DatetimeIndex(["2026-01-05", "2026-01-06"])
    shown = overview(run(2), tokens=days.tz_localize("Asia/Tokyo")).layout.xaxis.ticktext
    assert shown == ("2026-01-05", "2026-01-06")
    shown = overview(run(2), tokens=pd.Series([days[0], pd.NaT])).layout.xaxis.ticktext
    assert shown == ("2026-01-05", "NaT")


def test_a_label_turns_no_sentence_round():
    tokens = ["\u202eabc\u2066", "\ud800"]
    assert overview(run(2), tokens=tokens).layout.xaxis.ticktext == ("�abc�", "�")
    made = film(run(2), tokens=tokens, columns=["\u202dx", *"yz"][: run(2).input_size])
    assert made.tokens == ("�abc�", "�") and made.columns[0] == "�x"


@pytest.mark.parametrize("steps, every", [(40, 1), (41, 10), (100, 10), (101, 20), (200, 20)])
def test_a_long_sequence_counts_its_steps(steps, every):
    axis = overview(run(steps, 1, 1)).layout.xaxis
    assert list(axis.tickvals) == list(range(0, steps, every))
    if steps > MOST_TOKENS:
        assert list(axis.ticktext) == [str(t + 1) for t in range(0, steps, every)]


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_colours_it(theme):
    figure = overview(run(2), theme=theme)
    colours = THEMES[theme]
    assert figure.layout.paper_bgcolor == figure.layout.plot_bgcolor == colours["paper"]
    scales = {row.name: [list(stop) for stop in row.colorscale] for row in figure.data}
    assert scales["c"] == scales["h"] == scales["g"] == colours["values"]
    for gate in "fio":
        assert scales[gate] == [[0, colours[f"pale_{gate}"]], [1, colours[gate]]]


def test_the_description_has_no_values():
    """They are sent once, with the film."""
    picture = description(film(run(5, 3), layouts=()))
    assert [heatmap["name"] for heatmap in picture["data"]] == list(LSTM.over_time)
    assert not any({"z", "customdata"} & set(heatmap) for heatmap in picture["data"])


def test_height_grows_with_the_units_alone():
    heights = [overview(run(steps, 4)).layout.height for steps in (1, 50, 200)]
    assert len(set(heights)) == 1
    assert overview(run(2, 5)).layout.height > heights[0]


def test_what_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="expected 2 tokens"):
        overview(run(2), tokens=("one",))
    with pytest.raises(ValueError, match="'light' or 'dark'"):
        overview(run(2), theme="sepia")
    rng = np.random.default_rng(0)
    lstm = lstm_viz.LSTM.init(input_size=2, hidden_size=3, rng=rng)
    with pytest.raises(ValueError, match="batch"):
        overview(lstm.run(np.ones((2, 4, 2))))
    rnn = lstm_viz.RNN.init(input_size=2, hidden_size=3, rng=rng).run(np.ones((2, 2)))
    other = replace(rnn, table=rnn.table[1:])
    with pytest.raises(ValueError, match="another kind of cell"):
        overview(other)


# ---- many units ------------------------------------------------------------------------------


def test_the_units_that_are_asked_for_have_rows_in_that_order():
    trace = run(5, 20)
    figure = overview(trace, units=np.array([17, 2]))
    for heatmap in figure.data:
        values = getattr(trace, heatmap.name)
        assert [[said[2] for said in row] for row in heatmap.customdata] == [
            values[:, 17].tolist(),
            values[:, 2].tolist(),
        ]
        assert [row[0][0] for row in heatmap.customdata] == [18, 3]
        scale = film(trace).scales[heatmap.name]  # of all units: colours mean the same
        np.testing.assert_allclose(np.array(heatmap.z) * scale, values[:, [17, 2]].T, atol=1e-12)
    assert figure.layout.height == overview(run(5, 2)).layout.height


def test_all_of_many_units_stay_on_a_page_or_two():
    assert overview(run(3, 6)).layout.height < overview(run(3, 256)).layout.height < 2_000


@pytest.mark.parametrize("units", [[], [4], [-1], [1, 1], range(5)])
def test_units_that_are_not_there(units):
    with pytest.raises(ValueError, match="units must be different numbers from 0 to 3, got"):
        overview(run(3, 4), units=units)
