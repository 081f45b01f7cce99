"""The board of the way back: whole, inside its picture, and as wide and high as the run says."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.scenes.gradients.picture import gradients_board
from lstm_viz.scenes.gradients.picture.layout import FULL, LANES, LAYOUTS, THIN
from lstm_viz.scenes.gradients.picture.series import (
    MARKS,
    SIGNALS,
    SLACK,
    apart,
    shown,
    thin_from,
    wide_from,
)
from lstm_viz.scenes.gradients.record.run import run
from lstm_viz.scenes.gradients.record.settings import PRESETS, Settings
from lstm_viz.scenes.gradients.words.captions import CHANGE, NEAR, ROADS, START, WIDE, near
from lstm_viz.scenes.gradients.words.sizes import size
from tests.each import for_each
from tests.unit.scenes.boards import (
    can_be_sent,
    is_one_drawing,
    patch,
    sets_all_that_any_frame_changes,
    stays_inside,
)

RUNS = {
    **{id: run(settings) for id, settings in PRESETS.items()},
    "shortest": run(Settings(length=2, hidden_size=2)),
    "longest": run(Settings(length=200, gain=10.0, hidden_size=2)),
}
BOARDS = {id: gradients_board(found, clip=False) for id, found in RUNS.items()}
FRAMES = range(WIDE + 1)
each_run = for_each("id", RUNS)


@each_run
def test_its_frames_are_whole_and_inside_the_picture(id):
    for layout in ("wide", "tall"):
        sets_all_that_any_frame_changes(BOARDS[id], layout)
        stays_inside(BOARDS[id], layout)
    can_be_sent(BOARDS[id])
    assert len(BOARDS[id]) == len(FRAMES)


def test_other_knobs_move_the_picture_and_draw_it_no_other_way():
    is_one_drawing([BOARDS["fresh"], BOARDS["open"], BOARDS["saturated"]])


@each_run
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_signal_is_as_wide_as_it_is_large_as_far_as_it_has_come(id, layout):
    found = RUNS[id]
    steps = len(found)
    for frame in FRAMES:
        one = shown(found, frame)
        for name, signal in SIGNALS.items():
            drawn = patch(BOARDS[id], layout.name, frame, f"signal {name}")
            assert drawn["opacity"] == float(name in one.logs)
            if name not in one.logs:
                continue
            upper, lower = drawn["y"][:steps], drawn["y"][: steps - 1 : -1]
            for t in (one.reached, (one.reached + steps) // 2, steps - 1):
                wanted = 2 * layout.half * min(FULL, 10 ** min(one.logs[name][t], 9.0))
                assert lower[t] - upper[t] == pytest.approx(wanted, abs=0.03)
                assert drawn["x"][t] == pytest.approx(layout.across(t, steps), abs=0.02)
            assert set(drawn["x"][: one.reached]) <= {drawn["x"][one.reached]}
            sizes = patch(BOARDS[id], layout.name, frame, "lane sizes")["text"]
            assert sizes[signal.lane] == f"<b>{size(one.logs[name][one.reached])}</b>"


@each_run
def test_all_of_a_frame_lies_on_its_scale_and_the_scale_is_no_waste(id):
    found = RUNS[id]
    for frame in FRAMES:
        one = shown(found, frame)
        marks = np.array(one.marks)
        seen = [logs[one.reached :] for logs in one.logs.values()]
        values = np.concatenate([*seen, *one.before.values()])
        values = values[np.isfinite(values)]
        assert marks[0] <= values.min() and values.max() <= marks[-1] + SLACK
        assert 0 in marks and len(marks) <= MARKS and len(set(np.diff(marks))) == 1
        assert np.ptp([*values, 0]) > 0.25 * np.ptp(marks) or np.diff(marks)[0] == 1
    last = BOARDS[id].frames[START][0].patches["wide"]
    axes = LAYOUTS[0].axes(
        len(found), *shown(found, START).marks[:: len(shown(found, START).marks) - 1]
    )
    for name, logs in shown(found, START).logs.items():
        curve = last[f"curve {name}"]
        for t in (found.first, len(found) // 2, len(found) - 1):
            at = axes.at(max(t, found.first), max(axes.y[0], logs[max(t, found.first)]))
            assert (curve["x"][t], curve["y"][t]) == pytest.approx(at, abs=0.02)


def test_the_way_back_is_told_stop_by_stop():
    found = RUNS["fresh"]
    reached = [shown(found, frame).reached for frame in FRAMES]
    assert reached == [near(found), 0, 0, 0, 0] == [39, 0, 0, 0, 0]
    assert set(shown(found, ROADS).logs) == {"direct", "round", "both"}
    below = [shown(found, frame).below for frame in FRAMES]
    assert below == ["chart", "chart", "weights", "chart", "chart"]
    curve = patch(BOARDS["fresh"], "wide", NEAR, "curve RNN")
    assert curve["opacity"] == 1 and curve["x"][0] == curve["x"][39] < curve["x"][40]
    assert shown(found, NEAR).marks[0] > shown(found, START).marks[0], "nothing of what is to come"
    ends = [patch(BOARDS["fresh"], "wide", frame, "loss text")["text"] for frame in FRAMES]
    assert ends == [["c<sub>T</sub>"] if frame == ROADS else ["loss"] for frame in FRAMES]
    assert set(shown(found, WIDE).before) == {"RNN", "GRU", "LSTM", "LSTM c"}
    for frame in (NEAR, START):
        np.testing.assert_array_equal(shown(found, frame).logs["LSTM c"], found.ways["LSTM"].c)


def test_where_a_signal_cannot_be_drawn_as_wide_as_it_is_the_picture_says_so():
    thin = np.log10(np.array([0.001, 0.01, 0.5, 0.01, 1.0]))
    assert thin_from(thin, 0, THIN) == 1 and thin_from(thin, 3, THIN) == 3
    assert thin_from(thin, 2, THIN) is None
    assert wide_from(np.array([3.0, 3.0, 0.0]), 0, FULL) == 1
    notes = patch(BOARDS["fresh"], "wide", START, "lane notes")["text"]
    assert all(f"under {THIN:g} from step " in note for note in notes)
    t = thin_from(RUNS["fresh"].ways["RNN"].h, 0, THIN)
    assert notes[0] == f"under {THIN:g} from step {t + 1} back"
    under = patch(BOARDS["exploding"], "wide", START, "lane under")["text"]
    assert under == [f"by {s} > {FULL:g}" for s in ("h", "h", "h", "c")]
    none = patch(BOARDS["trained"], "wide", START, "lane under")["text"]
    assert none[1] == "none was trained"


@each_run
def test_a_note_in_front_of_a_class_does_not_lie_on_the_size_left_of_it(id):
    wide, letter = LAYOUTS[0], 0.39 * 20  # pixels that one takes there
    for frame in FRAMES:
        notes = patch(BOARDS[id], "wide", frame, "lane notes")
        for x, note in zip(notes["x"], notes["text"], strict=True):
            assert note == NO_TEXT or x - letter * len(note) / 2 >= wide.left


def test_weights_stand_in_place_of_the_chart_with_how_many_sequences_they_take():
    drawn = BOARDS["fresh"].frames[CHANGE][0].patches["wide"]
    assert drawn["curve RNN"]["opacity"] == 0 and set(drawn["powers"]["text"]) == {NO_TEXT}
    for k, way in enumerate(RUNS["fresh"].ways.values()):
        assert drawn["weight sizes"]["text"][k] == f"<b>{size(way.change)}</b>"
        often = float(drawn["weight times"]["text"][k].replace(",", ""))
        assert often == pytest.approx(0.01 / 10**way.change, abs=1)
    lengths = drawn["weight bars"]["marker"]["size"]
    assert sorted(lengths) == lengths, "RNN, GRU, LSTM here"
    clipped = gradients_board(RUNS["exploding"], clip=True).frames[CHANGE][0].patches["wide"]
    for k, way in enumerate(RUNS["exploding"].ways.values()):
        assert clipped["weight sizes"]["text"][k] == f"<b>{size(way.change + way.clip)}</b>"
        assert way.clip < 0


def test_labels_keep_apart_and_stay_on_the_chart():
    for heights in ([10, 11, 12, 13], [300, 300, 300, 299], [50, 400, 51, 399]):
        placed = apart(heights, 15, 0, 310)
        assert all(
            b - a >= 15 - 1e-9 for a, b in zip(sorted(placed), sorted(placed)[1:], strict=False)
        )
        assert max(placed) <= 310
    assert apart([10, 100], 15, 0, 310) == [10, 100]


def test_the_table_has_the_first_step_and_what_it_reads():
    table = BOARDS["trained"].tables[START]
    assert [row[1] for row in table.rows][-1] == "picks an apple"
    assert len(BOARDS["longest"].tables[START].rows) <= 16
    assert 1 + max(signal.lane for signal in SIGNALS.values()) == LANES
    assert replace(Settings()) == PRESETS["fresh"]
