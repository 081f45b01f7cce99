"""The two boards of squashing show their runs, inside the picture, and nothing stays behind."""

from decimal import Decimal

import numpy as np
import pytest

from lstm_viz.notation import in_powers, number
from lstm_viz.scenes.squashing.picture import sigmoid_board, tanh_board
from lstm_viz.scenes.squashing.picture.sigmoid_parts import TALL as SIGMOID_TALL
from lstm_viz.scenes.squashing.picture.sigmoid_parts import WIDE as SIGMOID_WIDE
from lstm_viz.scenes.squashing.picture.tanh_parts import TALL as TANH_TALL
from lstm_viz.scenes.squashing.picture.tanh_parts import WIDE as TANH_WIDE
from lstm_viz.scenes.squashing.questions.sigmoid import SIGMOID_QUESTIONS
from lstm_viz.scenes.squashing.questions.tanh import TANH_QUESTIONS
from lstm_viz.scenes.squashing.record.sigmoid import SHOWN, gate_values
from lstm_viz.scenes.squashing.record.tanh import STEPS, tanh_run
from lstm_viz.scenes.squashing.words.tanh import MANY, MORE, OFF_SCALE, STOPS, VALUE, inside
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

RUN, GATES = tanh_run(1.2, 1.3), gate_values()
BOARDS = {
    "tanh": tanh_board(RUN),
    "tanh at its widest": tanh_board(tanh_run(2.0, -4.0)),
    "tanh of nothing": tanh_board(tanh_run(1.0, 0.0)),
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


def test_a_value_is_written_out_with_its_number():
    one, _, more, many = (frame.why for frame in frames(BOARDS["tanh"]))
    assert "value" not in one and len(one["share"]) == 1
    told = [f"a value: tanh({in_powers(z)}) = {inside(float(np.tanh(z)))}" for z in RUN.z]
    assert list(more["value"]) == told
    assert f"tanh(1.2 · {in_powers(RUN.bounded[-2])}) = " in many["ends"][1]


# ---- tanh --------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", [TANH_WIDE, TANH_TALL], ids=lambda layout: layout.name)
def test_the_numbers_ride_on_both_curves(layout):
    board, curve = BOARDS["tanh"], layout.curve
    for stop in range(STOPS):
        shares, values = (patch(board, layout.name, stop, name) for name in ("shares", "values"))
        seen = [1.0] + [float(stop >= MORE)] * 3
        assert shares["marker"]["opacity"] == seen
        assert values["marker"]["opacity"] == [float(one and stop >= VALUE) for one in seen]
        for k, z in enumerate(RUN.z):
            assert (shares["x"][k], shares["y"][k]) == curve.at(z, 1 / (1 + np.exp(-z)))
            if values["marker"]["opacity"][k]:
                assert (values["x"][k], values["y"][k]) == curve.at(z, np.tanh(z))
        texts = patch(board, layout.name, stop, "tanh")["text"]
        assert [text == "\u00a0" for text in texts] == [not one or stop < VALUE for one in seen]


@pytest.mark.parametrize("layout", [TANH_WIDE, TANH_TALL], ids=lambda layout: layout.name)
def test_the_lines_go_through_the_values_up_to_the_edge_of_the_scale(layout):
    board, axes = BOARDS["tanh"], layout.steps
    for stop in range(STOPS):
        done = STEPS if stop == MANY else 0
        for name, values in (("without", RUN.plain), ("with", RUN.bounded)):
            drawn = patch(board, layout.name, stop, name)
            points = list(zip(drawn["x"], drawn["y"], strict=True))
            for t in range(done + 1):
                if abs(values[t]) <= OFF_SCALE:
                    assert points[t] == axes.at(t, values[t])
            assert min(drawn["y"]) >= axes.top, "never above the chart"
    ends = patch(board, layout.name, MANY, "ends")["text"]
    assert ends == [f"<b>{in_powers(v[-1])}</b>" for v in (RUN.plain, RUN.bounded)]


# ---- σ -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", [SIGMOID_WIDE, SIGMOID_TALL], ids=lambda layout: layout.name)
def test_the_gate_rides_on_the_curve_and_its_share_of_the_bar_stays(layout):
    board = BOARDS["sigmoid"]
    for t, gate in enumerate(GATES):
        rider = patch(board, layout.name, t, "rider")
        assert rider["marker"]["opacity"] == [float(t > 0)], "first the product alone"
        assert (rider["x"][0], rider["y"][0]) == layout.curve.at(gate.z, gate.gate)
        slope = patch(board, layout.name, t, "slope")["text"]
        assert slope == [number(gate.slope) if gate.own else "\u00a0"], "where it is told"
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
