"""The chart of a claim: nothing before the test, the numbers of the run after it."""

import pytest

from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.figures.style import LIGHT, SMALLEST_TEXT
from lstm_viz.scenes.claims.picture import claim_board
from lstm_viz.scenes.claims.picture.layout import LAYOUTS
from lstm_viz.scenes.claims.record import CLAIMS, Bar, Bars, Curve, Curves, Evidence, result_of
from lstm_viz.scenes.claims.record.training import TRAINING
from tests.unit.frames import merged

QUICK = [id for id in CLAIMS if id not in {claim.id for claim in TRAINING}]
CLAIM = CLAIMS["bounded"]
BARS = Bars("size", (Bar("a", 2.0, "two"), Bar("b", -1.0, "minus one"), Bar("c", 0.0, "nothing")))
CURVES = Curves("step", "share", (Curve("k", "f", (0, 1, 2), (1.0, 1e-3, 0.0)),), log=True)
layouts = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)


def frames(board, layout):
    data = {trace["name"]: trace for trace in board.pictures[layout.name].data}
    assert len(data) == len(board.pictures[layout.name].data)
    for (frame,) in board.frames:
        patches = frame.patches[layout.name]
        assert set(patches) <= set(data)
        yield {name: merged(trace, patches.get(name, {})) for name, trace in data.items()}


@layouts
def test_bars_are_as_long_as_their_values(layout):
    before, after = frames(claim_board(CLAIM, Evidence("true", BARS, "Seen.")), layout)
    assert set(before["bars"]["marker"]["size"]) == {0} and set(before["values"]["text"]) == {
        NO_TEXT
    }
    two, one, none = after["bars"]["marker"]["size"]
    assert none == 0 and two == pytest.approx(2 * one, rel=0.01)
    first, second, third = after["bars"]["x"]
    assert second < third < first, "from zero to the right, and to the left"
    assert after["values"]["text"] == ["two", "minus one", "nothing"]


@layouts
def test_curves_go_through_their_values_and_nothing_falls_off_a_log_axis(layout):
    before, after = frames(claim_board(CLAIM, Evidence("true", CURVES, "Seen.")), layout)
    assert before["curve 0"]["opacity"] == 0 and after["curve 0"]["opacity"] == 1
    assert len(set(before["curve 0"]["y"])) == 1
    left, top, right, bottom = layout.plot
    y = after["curve 0"]["y"]
    assert top <= y[0] < y[1] < y[2] <= bottom
    assert after["curve 0"]["x"][0] == left and after["curve 0"]["x"][-1] == right


@layouts
def test_all_that_is_written_is_on_the_picture_and_no_colour_is_made_up(layout):
    width, height = layout.size
    for id in QUICK:
        for traces in frames(claim_board(CLAIMS[id], result_of(id, 0)), layout):
            for trace in traces.values():
                if "textfont" not in trace:
                    continue
                sizes = trace["textfont"]["size"]
                for k, (x, y, text) in enumerate(
                    zip(trace["x"], trace["y"], trace["text"], strict=True)
                ):
                    size = sizes if isinstance(sizes, int | float) else sizes[k]
                    long = 0.5 * size * len(text) if text != NO_TEXT else 0
                    side = trace["textposition"]
                    side = side if isinstance(side, str) else side[k]
                    left = x - {"middle right": 0, "middle left": 1}.get(side, 0.5) * long
                    assert left > -6 and left + long < width + 6 and 0 < y < height, (id, text)
                    assert size >= SMALLEST_TEXT
            for trace in traces.values():
                colours = trace.get("marker", {}).get("color", [])
                assert all(colour[1:] in LIGHT for colour in colours), (id, trace["name"])


def test_the_table_has_what_the_chart_has():
    for id in QUICK:
        evidence = result_of(id, 0)
        board = claim_board(CLAIMS[id], evidence)
        _, table = board.tables
        if isinstance(evidence.chart, Bars):
            assert [row[1] for row in table.rows] == [bar.written for bar in evidence.chart.bars]
        else:
            assert 2 <= len(table.rows) <= 13
            assert table.head[1:] == tuple(curve.name for curve in evidence.chart.curves)
