"""The board of the conveyor belt shows its run, inside the picture."""

import numpy as np
import pytest

from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.lesson.caption import Caption
from lstm_viz.notation import number
from lstm_viz.scenes.cell_state import record as belt
from lstm_viz.scenes.cell_state.picture.belt.board import PAST, belt_board
from lstm_viz.scenes.cell_state.picture.belt.layout import LAYOUTS
from lstm_viz.scenes.cell_state.record import STEPS

RUNS = [belt.run(1.0), belt.run(0.9, "again"), belt.run(0.0), belt.run(1.0, "free")]
runs = pytest.mark.parametrize("run", RUNS, ids=lambda run: f"{run.keep} {run.input}")
layouts = pytest.mark.parametrize("layout", ["wide", "tall"])
SAID = [Caption(f"title {t}", f"sentence {t}", "", "") for t in range(STEPS)]


def board_of(run):
    return belt_board(run.trace, run.left, run.whole, SAID)


def patches(run, layout, t):
    return board_of(run).frames[t][0].patches[layout]


@runs
@layouts
def test_each_step_shows_what_the_belt_carries(run, layout):
    for t in range(STEPS):
        shown = patches(run, layout, t)
        assert shown["parcels"]["text"] == [number(v, sign=True) for v in run.trace.c[t]]
        scale = max(1.0, np.abs(run.trace.c).max())
        assert shown["parcels"]["marker"]["color"] == pytest.approx(
            (run.trace.c[t] / scale).tolist(), abs=1e-4
        )
        units = run.trace.hidden_size
        before = [PAST] * (units * t) + [0.0] * (units * (STEPS - t))
        assert shown["trail"]["marker"]["opacity"] == before
        assert shown["trail"]["text"][: units * t] == [
            number(v, sign=True) for v in run.trace.c[:t].reshape(-1)
        ]
        assert set(shown["trail"]["text"][units * t :]) <= {"\u00a0"}
        assert shown["forget values"]["text"] == [number(v) for v in run.trace.f[:, 0]]
        assert shown["input values"]["text"][: t + 1] == [
            number(v) for v in run.trace.i[: t + 1, 0]
        ]
        (place,) = (one for one in LAYOUTS if one.name == layout)
        for name, values in (("left", run.left), ("whole", run.whole)):
            points = list(zip(shown[name]["x"], shown[name]["y"], strict=True))
            assert points == [place.share(s, float(value)) for s, value in enumerate(values)]
            assert shown[name]["marker"]["opacity"] == [1.0] * (t + 1) + [0.0] * (STEPS - t - 1)


@runs
@layouts
def test_patches_fit_their_traces_at_every_step(run, layout):
    board = board_of(run)
    traces = {trace["name"]: trace for trace in board.pictures[layout].data}
    keys = set(board.frames[0][0].patches[layout])
    for (frame,) in board.frames:
        assert set(frame.patches[layout]) == keys <= set(traces)
        for name, patch in frame.patches[layout].items():
            for axis in ("x", "y"):
                assert len(patch.get(axis, traces[name][axis])) == len(traces[name][axis])


@runs
@layouts
def test_everything_stays_in_the_picture(run, layout):
    board = board_of(run)
    picture = board.pictures[layout]
    for t in (0, STEPS - 1):
        for trace in picture.data:
            drawn = trace | board.frames[t][0].patches[layout].get(trace["name"], {})
            for axis, most in (("x", picture.width), ("y", picture.height)):
                places = [place for place in drawn[axis] if place is not None]
                assert min(places) >= 0 and max(places) <= most, (trace["name"], axis)


@layouts
def test_text_is_big_enough(layout):
    for trace in board_of(RUNS[0]).pictures[layout].data:
        if "textfont" in trace:
            assert trace["textfont"]["size"] >= SMALLEST_TEXT


def test_the_table_says_the_same():
    run = RUNS[1]
    table = board_of(run).tables[9]
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["carried on"] == tuple(number(v, sign=True) for v in run.trace.c[9])
    assert rows["left of the first load, along the belt"][0] == number(run.left[9])
    assert rows["by all paths"][0] == number(run.whole[9])


def test_a_click_on_a_parcel_goes_to_its_step():
    for picture in board_of(RUNS[0]).pictures.values():
        trail = next(trace for trace in picture.data if trace["name"] == "trail")
        assert [point[1] for point in trail["customdata"]] == [t for t in range(20) for _ in "1234"]
