"""The three boards of squashing show their runs, inside the picture, and nothing stays behind."""

import json
from decimal import Decimal

import numpy as np
import pytest

from lstm_viz.notation import bracketed, honest, in_powers, number
from lstm_viz.player import board_payload
from lstm_viz.scenes.how_it_learns.picture.gradient import DECADES, decades, reached
from lstm_viz.scenes.how_it_learns.picture.gradient_parts import TALL as GRADIENT_TALL
from lstm_viz.scenes.how_it_learns.picture.gradient_parts import WIDE as GRADIENT_WIDE
from lstm_viz.scenes.how_it_learns.record.gradient import LONG, gradient_runs
from lstm_viz.scenes.how_it_learns.words.gradient import BACK, TURNED, VERDICT
from lstm_viz.scenes.squashing.picture import gradient_board, sigmoid_board, tanh_board
from lstm_viz.scenes.squashing.picture.sigmoid_parts import TALL as SIGMOID_TALL
from lstm_viz.scenes.squashing.picture.sigmoid_parts import WIDE as SIGMOID_WIDE
from lstm_viz.scenes.squashing.picture.tanh_parts import TALL as TANH_TALL
from lstm_viz.scenes.squashing.picture.tanh_parts import WIDE as TANH_WIDE
from lstm_viz.scenes.squashing.record.sigmoid import SHOWN, gate_values
from lstm_viz.scenes.squashing.record.tanh import STEPS, tanh_run
from lstm_viz.scenes.squashing.words.tanh import SQUASHED
from tests.each import for_each

RUN, GATES, BOTH = tanh_run(1.2, (0.9, -0.4, 0.5)), gate_values(), gradient_runs(1.2)
BOARDS = {
    "tanh": tanh_board(RUN),
    "tanh at its widest": tanh_board(tanh_run(2.0, (2.0, -2.0, 2.0))),
    "tanh of nothing": tanh_board(tanh_run(1.0, (0.0, 0.0, 0.0))),
    "sigmoid": sigmoid_board(GATES),
    "sigmoid, shut": sigmoid_board(gate_values(-6.0)),
    "sigmoid, open": sigmoid_board(gate_values(6.0)),
    "gradient": gradient_board(BOTH),
    "gradient at its widest": gradient_board(gradient_runs(2.0)),
    "gradient at its narrowest": gradient_board(gradient_runs(0.5)),
}
boards = for_each("board", BOARDS.values(), ids=BOARDS)
layouts = for_each("layout", ["wide", "tall"])


def frames(board):
    return [frame for row in board.frames for frame in row]


def patch(board, layout, t, name):
    return board.frames[t][0].patches[layout][name]


@boards
@layouts
def test_each_frame_sets_all_that_any_frame_changes(board, layout):
    """Or something of another frame, or of what was set before, would stay."""
    names = [trace["name"] for trace in board.pictures[layout].data]
    assert len(set(names)) == len(names)
    first, *others = ({n: _keys(p) for n, p in f.patches[layout].items()} for f in frames(board))
    assert set(first) <= set(names)
    assert all(other == first for other in others)


def _keys(node):
    return {k: _keys(v) for k, v in node.items()} if isinstance(node, dict) else None


@boards
@layouts
def test_everything_is_inside_the_picture_and_each_list_as_long_as_its_trace(board, layout):
    picture = board.pictures[layout]
    for frame in frames(board):
        for trace in picture.data:
            changed = frame.patches[layout].get(trace["name"], {})
            x, y = changed.get("x", trace["x"]), changed.get("y", trace["y"])
            assert len(x) == len(y) == len(trace["x"]), trace["name"]
            assert all(v is None or 0 <= v <= picture.width for v in x), trace["name"]
            assert all(v is None or 0 <= v <= picture.height for v in y), trace["name"]
            for of in (changed, changed.get("marker", {}), changed.get("textfont", {})):
                lists = [v for k, v in of.items() if isinstance(v, list) and k not in ("x", "y")]
                assert all(len(found) == len(trace["x"]) for found in lists), trace["name"]


@boards
def test_it_can_be_sent(board):
    sent = json.loads(json.dumps(board_payload(board)))
    assert sent["steps"] == len(board.steps) == len(board.tables)
    assert "NaN" not in json.dumps(sent) and "Infinity" not in json.dumps(sent)


@pytest.mark.parametrize("kind", ["tanh", "sigmoid", "gradient"])
def test_another_value_is_the_same_drawing(kind):
    """So that the picture moves to the new values and is not drawn afresh."""
    same = [board for name, board in BOARDS.items() if name.startswith(kind)]
    for layout in ("wide", "tall"):
        first, *others = (board.pictures[layout] for board in same)
        assert all(other == first for other in others)
    assert len({board.steps for board in same}) == 1


def test_the_whole_scene_is_at_most_14_frames():
    parts = [BOARDS[name] for name in ("tanh", "sigmoid", "gradient")]
    assert sum(map(len, parts)) <= 14
    for board in parts:
        assert len({frame.told.sentence for frame in frames(board)}) == len(board), "each has news"


@boards
def test_what_is_printed_opens_where_it_comes_from(board):
    frames_ = board_payload(board)["frames"]
    told = [frame["why"] for row in frames_ for frame in row]
    known = {name for why in told for name in why}
    for picture in board.pictures.values():
        named = {trace["customdata"][0][0] for trace in picture.data if "customdata" in trace}
        assert named - {"@"} <= known
    for why in told:
        for line in (line for lines in why.values() for line in lines):
            assert honest(line) == line


def test_a_product_is_written_out_with_its_numbers():
    why = BOARDS["tanh"].frames[1][0].why
    terms = " + ".join(
        f"{bracketed(number(w))} × {bracketed(number(v))}"
        for w, v in zip(RUN.weight[0], RUN.plain[0], strict=True)
    )
    assert why["plain"][0] == f"without tanh, ●: {terms} = {number(RUN.plain[1][0])}"
    assert f"tanh({in_powers(RUN.z[1][0])}) = " in BOARDS["tanh"].frames[2][0].why["tanh"][0]


# ---- tanh --------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", [TANH_WIDE, TANH_TALL], ids=lambda layout: layout.name)
def test_the_bars_are_as_long_as_the_values_up_to_the_edge_of_the_scale(layout):
    board = BOARDS["tanh"]
    for stop, t in enumerate((0, 1, 1, 2, 5, STEPS)):
        right = RUN.squashed[t] if stop >= SQUASHED else RUN.z[t]
        for side, values in zip(layout.sides, (RUN.plain[t], right), strict=True):
            bars = patch(board, layout.name, stop, f"{side.name} bars")
            unit = (side.axes.bottom - side.axes.top) / 4
            wanted = np.minimum(np.abs(values), 2) * unit / 1.4
            np.testing.assert_allclose(bars["marker"]["size"], wanted, atol=0.02)
            texts = patch(board, layout.name, stop, f"{side.name} numbers")["text"]
            assert texts == [number(v, sign=True) for v in values]
            arrows = patch(board, layout.name, stop, f"{side.name} beyond")["text"]
            signs = ["↑" if v > 2 else "↓" if v < -2 else "\u00a0" for v in values]
            assert arrows == signs


@pytest.mark.parametrize("layout", [TANH_WIDE, TANH_TALL], ids=lambda layout: layout.name)
def test_the_values_ride_on_the_curve_with_their_slopes(layout):
    board, curve = BOARDS["tanh"], layout.curve
    on_axis = patch(board, layout.name, SQUASHED - 1, "riders")
    on_curve = patch(board, layout.name, SQUASHED, "riders")
    for k, z in enumerate(RUN.z[1]):
        assert (on_axis["x"][k], on_axis["y"][k]) == curve.at(z, 0)
        assert (on_curve["x"][k], on_curve["y"][k]) == curve.at(z, np.tanh(z))
        tangent = patch(board, layout.name, SQUASHED, f"tangent {k}")
        rise = (tangent["y"][0] - tangent["y"][1]) / (curve.bottom - curve.top) * 2.4
        run = (tangent["x"][1] - tangent["x"][0]) / (curve.right - curve.left) * 8
        assert rise / run == pytest.approx(1 - np.tanh(z) ** 2, abs=0.02)
    slopes = [patch(board, layout.name, SQUASHED + n, "slopes")["text"] for n in (-1, 0, 1)]
    assert slopes == [["\u00a0"] * 3, *([number(s) for s in RUN.slopes[t]] for t in (1, 2))]


# ---- σ -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", [SIGMOID_WIDE, SIGMOID_TALL], ids=lambda layout: layout.name)
def test_the_gate_rides_on_the_curve_and_its_share_of_the_bar_stays(layout):
    board = BOARDS["sigmoid"]
    for t, gate in enumerate(GATES):
        rider = patch(board, layout.name, t, "rider")
        assert (rider["x"][0], rider["y"][0]) == layout.curve.at(gate.z, gate.gate)
        lost, stays = (patch(board, layout.name, t, name) for name in ("lost", "stays"))
        share = stays["marker"]["size"][0] / lost["marker"]["size"][0]
        assert share == pytest.approx(gate.gate, abs=0.01)
        assert gate.before < layout.bars.x[1], "the bar must fit its scale"
        texts = [patch(board, layout.name, t, name)["text"] for name in ("states", "gate")]
        assert texts[0] == [number(gate.before, sign=True), number(gate.kept, sign=True)]
        assert texts[1] == [number(gate.gate)]
        product = Decimal(number(gate.gate)) * Decimal(number(gate.before))
        exact = abs(product - Decimal(number(gate.kept))) <= Decimal("0.005")
        assert patch(board, layout.name, t, "equals")["text"] == ["=" if exact else "≈"]


@layouts
def test_a_gate_on_the_curve_takes_the_reader_there(layout):
    (others,) = [t for t in BOARDS["sigmoid"].pictures[layout].data if t["name"] == "others"]
    assert others["customdata"] == [["@", t, 0] for t in range(len(SHOWN))]


# ---- gradients ---------------------------------------------------------------------------------


@pytest.mark.parametrize("gain", [0.5, 0.8, 1.0, 1.2, 1.6, 2.0])
def test_the_scale_fits_all_values_of_both_runs(gain):
    record = gradient_runs(gain)
    most = max(
        np.abs(np.log10(values)).max()
        for run in (record.chosen, record.orthogonal)
        for values in (
            run.plain[1:], run.squashed[1:], run.plain_gradient, run.squashed_gradient
        )
    )  # fmt: skip
    assert most <= decades(record) in DECADES
    assert most > decades(record) / 4, "and does not waste the picture"


@pytest.mark.parametrize("layout", [GRADIENT_WIDE, GRADIENT_TALL], ids=lambda layout: layout.name)
def test_the_curves_grow_forward_then_back(layout):
    board, scale = BOARDS["gradient"], decades(BOTH)
    forward, back = layout.charts
    for step in range(VERDICT + 1):
        run = BOTH.orthogonal if step >= TURNED else BOTH.chosen
        for chart, drawn in ((forward, True), (back, step >= BACK)):
            t = reached(chart.name, step)
            if chart is back:
                (later,) = patch(board, layout.name, step, "back later")["text"]
                assert (later == "drawn on the way back") == (not drawn)
            for kind in ("plain", "squashed"):
                now = patch(board, layout.name, step, f"{chart.name} {kind} now")
                assert now["marker"]["opacity"] == [float(drawn)]
                if not drawn:
                    continue
                value = float(chart.shown(run, kind)[t])
                assert (now["x"][0], now["y"][0]) == chart.at(t, value, scale)
                numbers = patch(board, layout.name, step, f"{chart.name} numbers")["text"]
                assert f"<b>{in_powers(value)}</b>" in numbers
    assert [reached("back", step) for step in range(VERDICT + 1)] == [LONG, 0, 0, 0]


def test_the_pale_curves_are_the_chosen_gain():
    numbers = patch(BOARDS["gradient"], "wide", TURNED, "back numbers")["text"]
    assert numbers[2] == "gain 1 (pale: 1.2)"
    for step in range(VERDICT + 1):
        pale = patch(BOARDS["gradient"], "wide", step, "back plain before")["opacity"]
        assert (pale > 0) == (step >= TURNED)
