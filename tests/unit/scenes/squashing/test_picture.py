"""The two boards of squashing show their runs, inside the picture, and nothing stays behind."""

from decimal import Decimal

import numpy as np
import pytest

from lstm_viz.notation import bracketed, in_powers, number
from lstm_viz.scenes.squashing.picture import sigmoid_board, tanh_board
from lstm_viz.scenes.squashing.picture.sigmoid_parts import TALL as SIGMOID_TALL
from lstm_viz.scenes.squashing.picture.sigmoid_parts import WIDE as SIGMOID_WIDE
from lstm_viz.scenes.squashing.picture.tanh_parts import TALL as TANH_TALL
from lstm_viz.scenes.squashing.picture.tanh_parts import WIDE as TANH_WIDE
from lstm_viz.scenes.squashing.questions.sigmoid import SIGMOID_QUESTIONS
from lstm_viz.scenes.squashing.questions.tanh import TANH_QUESTIONS
from lstm_viz.scenes.squashing.record.sigmoid import SHOWN, gate_values
from lstm_viz.scenes.squashing.record.tanh import STEPS, tanh_run
from lstm_viz.scenes.squashing.words.tanh import SQUASHED
from tests.each import for_each
from tests.unit.scenes.boards import (
    can_be_sent,
    frames,
    is_one_drawing,
    opens_where_it_comes_from,
    patch,
    sets_all_that_any_frame_changes,
    stays_inside,
)

RUN, GATES = tanh_run(1.2, (0.9, -0.4, 0.5)), gate_values()
BOARDS = {
    "tanh": tanh_board(RUN),
    "tanh at its widest": tanh_board(tanh_run(2.0, (2.0, -2.0, 2.0))),
    "tanh of nothing": tanh_board(tanh_run(1.0, (0.0, 0.0, 0.0))),
    "sigmoid": sigmoid_board(GATES),
    "sigmoid, shut": sigmoid_board(gate_values(-6.0)),
    "sigmoid, open": sigmoid_board(gate_values(6.0)),
}
boards = for_each("board", BOARDS.values(), ids=BOARDS)
layouts = for_each("layout", ["wide", "tall"])


@boards
@layouts
def test_each_frame_sets_all_that_any_frame_changes(board, layout):
    sets_all_that_any_frame_changes(board, layout)


@boards
@layouts
def test_everything_is_inside_the_picture_and_each_list_as_long_as_its_trace(board, layout):
    stays_inside(board, layout)


@boards
def test_it_can_be_sent_and_what_is_printed_opens_where_it_comes_from(board):
    can_be_sent(board)
    opens_where_it_comes_from(board)


@pytest.mark.parametrize("kind", ["tanh", "sigmoid"])
def test_another_value_is_the_same_drawing(kind):
    is_one_drawing([board for name, board in BOARDS.items() if name.startswith(kind)])


def test_the_whole_scene_is_at_most_15_presses():
    parts = ((BOARDS["sigmoid"], SIGMOID_QUESTIONS), (BOARDS["tanh"], TANH_QUESTIONS))
    assert sum(len(board) + len(questions) for board, questions in parts) <= 15
    for board, _ in parts:
        assert len({frame.told.sentence for frame in frames(board)}) == len(board), "each has news"


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
    for stop, t in enumerate((0, 1, 1, STEPS)):
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
    assert slopes == [["\u00a0"] * 3, *([number(s) for s in RUN.slopes[t]] for t in (1, STEPS))]


# ---- σ -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", [SIGMOID_WIDE, SIGMOID_TALL], ids=lambda layout: layout.name)
def test_the_gate_rides_on_the_curve_and_its_share_of_the_bar_stays(layout):
    board = BOARDS["sigmoid"]
    for t, gate in enumerate(GATES):
        rider = patch(board, layout.name, t, "rider")
        assert rider["marker"]["opacity"] == [float(t > 0)], "first the product alone"
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
