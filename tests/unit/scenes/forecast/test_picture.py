"""The picture is drawn from the record: every curve and bar where its values are."""

import numpy as np
import pytest

from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.scenes.forecast.picture import forecast_board, sketch_of
from lstm_viz.scenes.forecast.picture.curves import PENS, SHOWS, guesses
from lstm_viz.scenes.forecast.picture.layout import LAYOUTS, curve_axes, lane_axes, round_numbers
from lstm_viz.scenes.forecast.picture.rows import rows
from lstm_viz.scenes.forecast.record.series import PRESETS
from lstm_viz.scenes.forecast.record.shown import Shown
from tests.each import for_each
from tests.unit.scenes.forecast.trained import shown

BY_NAME = {layout.name: layout for layout in LAYOUTS}


def drawn(now: Shown, layout: str, k: int) -> dict:
    """The traces of a frame, what it changes put in."""
    board = forecast_board(now)
    patches = board.frames[k][0].patches[layout]
    return {
        trace["name"]: trace | patches.get(trace["name"], {})
        for trace in board.pictures[layout].data
    }


def value_at(axes, y: float) -> float:
    return axes.y[0] + (axes.bottom - y) / (axes.bottom - axes.top) * (axes.y[1] - axes.y[0])


@for_each("layout", BY_NAME)
@for_each("preset", PRESETS)
def test_curves_stand_where_their_values_are(preset: str, layout: str) -> None:
    now = shown(preset)
    axes = curve_axes(BY_NAME[layout], now)
    traces = drawn(now, layout, 0)
    pixel = 0.02 * (axes.y[1] - axes.y[0])
    for name, guess in {**guesses(now), "truth": now.series.array[now.series.past :]}.items():
        y = traces[name]["y"][-now.series.held_out :]
        inside = np.clip(guess, *axes.y)
        assert [value_at(axes, at) for at in y] == pytest.approx(list(inside), abs=pixel), name
    found = now.forecast
    lane = lane_axes(BY_NAME[layout], now)
    states = found.reading.c[:, found.look.unit]
    assert value_at(lane, traces["lane"]["y"][-1]) == pytest.approx(
        states[-1], abs=0.02 * lane.y[1]
    )


def test_a_frame_shows_the_curves_it_speaks_of_and_hides_the_end_at_first() -> None:
    now = shown("sine")
    for k, kind in enumerate(now.kinds):
        traces = drawn(now, "wide", k)
        seen = {name for name in PENS if traces[name]["opacity"] == 1}
        assert seen == set(SHOWS[kind])
        assert traces["truth"]["opacity"] == traces["truth points"]["opacity"] == (kind != "draw")
        title, there = rows(now, kind)
        assert traces["errors title"]["text"] == [f"<b>{title}</b>"]
        lengths = traces["errors bars"]["marker"]["size"]
        errors = [row.error for row in there]
        if kind != "draw":
            in_order = np.array(lengths)[np.argsort(errors)]
            assert np.diff(in_order).min(initial=0) >= 0
            for k, error in enumerate(errors):
                assert traces["errors"]["text"][k] == now.series.written(error)


def test_every_point_leads_into_the_cell_at_its_step() -> None:
    now = shown("sine")
    traces = drawn(now, "wide", 1)
    unit = now.forecast.look.unit
    for name, last in (("past points", now.series.past), ("truth points", len(now.series))):
        data = traces[name]["customdata"]
        assert data[-1] == ["run", last - 1, unit] and len(data) == len(traces[name]["x"])
    assert "customdata" not in drawn(Shown(now.series), "wide", 0)["past points"]


@for_each("preset", PRESETS)
@for_each("drawn", [True, False])
def test_what_is_sketched_lies_where_the_picture_has_it(preset: str, drawn: bool) -> None:
    points = shown(preset, drawn=drawn).drawn
    now = Shown(shown(preset).series, points)
    sketch = sketch_of(now)
    board = forecast_board(now)
    assert sketch is not None and sketch_of(shown(preset)) is None
    assert sketch["values"] == list(points) and len(sketch["labels"]) == 24
    for name, place in sketch["places"].items():
        traces = {trace["name"]: trace for trace in board.pictures[name].data}
        axes = curve_axes(BY_NAME[name], now)
        assert place["x"] == traces["yours"]["x"] == traces["yours points"]["x"]
        assert (sketch["low"], sketch["high"]) == axes.y
        values = [sketch["start"], *(points or [sketch["start"]] * 24)]
        assert traces["yours"]["y"] == [axes.up(value) for value in values]
        assert board.frames[0][0].patches[name]["yours"]["opacity"] == float(drawn)


@for_each("preset", PRESETS)
def test_nothing_leaves_its_ground_and_letters_can_be_read(preset: str) -> None:
    for now in (shown(preset), Shown(shown(preset).series)):
        for name, picture in forecast_board(now).pictures.items():
            layout = BY_NAME[name]
            for trace in picture.data:
                x = [at for at in trace["x"] if at is not None]
                y = [at for at in trace["y"] if at is not None]
                assert min(x) >= 0 and max(x) <= layout.size[0], trace["name"]
                assert min(y) >= 0 and max(y) <= layout.size[1], trace["name"]
                if "textfont" in trace:
                    assert np.min(trace["textfont"]["size"]) >= SMALLEST_TEXT


def test_round_numbers_are_few_and_inside() -> None:
    for low, high in ((-1.3, 1.5), (0, 190), (86.2, 101.9), (1e-5, 3e-5), (-4e5, 9e5)):
        found = round_numbers(low, high)
        assert 2 <= len(found) <= 6 and low <= min(found) and max(found) <= high
