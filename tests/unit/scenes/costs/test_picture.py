"""The bars of the costs: as long as the amounts, on one scale, with room for every word."""

import itertools

import pytest

from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.figures.style import LIGHT, SMALLEST_TEXT
from lstm_viz.scenes.costs.picture.at_rest import MARKS
from lstm_viz.scenes.costs.picture.board import costs_board, scale
from lstm_viz.scenes.costs.picture.layout import LAYOUTS
from lstm_viz.scenes.costs.record.formulas import KINDS, MAPS, Cost, Costs, sizes
from lstm_viz.scenes.costs.words.captions import MEASURES, SHOWN, amount
from tests.each import for_each
from tests.unit.frames import merged

GRID = [(4, 1), (4, 256), (64, 32), (256, 1), (256, 256)]
layouts = for_each("layout", LAYOUTS, ids=lambda layout: layout.name)
grid = for_each("H, I", GRID)


def costs_of(H, I):  # noqa: E741
    rows = [
        tuple(
            Cost(kind, size, I, n * 7.3e-6)
            for n, kind, size in zip((1, 9, 7), KINDS, row, strict=True)
        )
        for row in sizes(H, I)
    ]
    return Costs(rows[0], rows[1], steps=32, runs=200)


def places():
    return [(t, k) for t, measures in enumerate(SHOWN) for k in range(len(measures))]


def frames(shown, layout):
    data = {trace["name"]: trace for trace in shown.pictures[layout.name].data}
    for t, k in places():
        patches = shown.frames[t][k].patches[layout.name]
        yield t, k, {name: merged(trace, patches.get(name, {})) for name, trace in data.items()}


def text_boxes(trace):
    """Boxes of the letters of a text trace, a little wider than they are drawn."""
    size = trace["textfont"]["size"]
    for x, y, text in zip(trace["x"], trace["y"], trace["text"], strict=True):
        bold = "<b>" in text
        words = text.replace("<b>", "").replace("</b>", "")
        if words == NO_TEXT:
            continue
        width, height = (0.57 if bold else 0.5) * size * len(words), 0.8 * size
        where = trace.get("textposition", "middle center")
        left = {"right": x, "left": x - width, "center": x - width / 2}[where.split()[1]]
        yield (left, y - height / 2, left + width, y + height / 2), words


@layouts
@grid
def test_bars_are_as_long_as_the_amounts_and_start_at_the_left(layout, H, I):  # noqa: E741
    costs = costs_of(H, I)
    for t, k, traces in frames(costs_board(costs), layout):
        measure = SHOWN[t][k].id
        bars, n = traces["bars"], 0
        for cost in costs.compared[t]:
            parts = cost.parts(measure)
            start = layout.left
            for part in (*parts.maps, parts.rest):
                length = part * scale(layout, costs, measure)
                drawn = bars["marker"]["size"][n] * 1.4
                assert drawn == pytest.approx(max(0, length - 1.5), abs=0.01)
                assert bars["x"][n] == pytest.approx(start + length / 2, abs=0.01)
                start, n = start + length, n + 1
            whole = getattr(cost, measure) * scale(layout, costs, measure)
            assert start == pytest.approx(layout.left + whole)
            assert start <= layout.left + layout.longest + 0.01
        assert n == len(bars["x"]) == sum(len(MAPS[kind]) + 1 for kind in KINDS)


@layouts
@grid
def test_lines_stand_at_multiples_of_the_rnn(layout, H, I):  # noqa: E741
    costs = costs_of(H, I)
    for t, k, traces in frames(costs_board(costs), layout):
        rnn = getattr(costs.compared[t][0], SHOWN[t][k].id)
        unit = scale(layout, costs, SHOWN[t][k].id)
        marks = traces["marks"]
        for n in range(MARKS):
            inside = (n + 1) * rnn * unit <= layout.longest + 1
            place = layout.left + (n + 1) * rnn * unit * inside  # Plotly drops what is outside
            assert marks["x"][n::MARKS] == pytest.approx([place] * 3)
            assert marks["marker"]["opacity"][n::MARKS] == [inside] * 3
            assert traces["mark text"]["text"][n] == (f"{n + 1} ×" if inside else NO_TEXT)
        assert marks["marker"]["opacity"][0] == 1


@layouts
@grid
def test_text_has_room(layout, H, I):  # noqa: E741
    width, height = layout.size
    for t, k, traces in frames(costs_board(costs_of(H, I)), layout):
        found = [
            box for trace in traces.values() if "textfont" in trace for box in text_boxes(trace)
        ]
        for box, words in found:
            assert box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height, words
        for (a, one), (b, other) in itertools.combinations(found, 2):
            apart = min(a[2], b[2]) <= max(a[0], b[0]) or min(a[3], b[3]) <= max(a[1], b[1])
            assert apart, (t, k, one, other)


@layouts
def test_no_text_is_small_and_every_colour_is_a_role(layout):
    shown = costs_board(costs_of(64, 32))
    for _, _, traces in frames(shown, layout):
        for trace in traces.values():
            if "textfont" in trace:
                assert trace["textfont"]["size"] >= SMALLEST_TEXT
        for colour in traces["bars"]["marker"]["color"]:
            assert colour[1:] in LIGHT


@layouts
def test_every_frame_sets_whatever_any_frame_sets(layout):
    """The player only hands on what a frame says: nothing may stay from the frame before."""
    shown = costs_board(costs_of(64, 32))
    kinds = {
        tuple(
            sorted((name, key) for name, patch in f.patches[layout.name].items() for key in patch)
        )
        for row in shown.frames
        for f in row
    }
    assert len(kinds) == 1
    names = {trace["name"] for trace in shown.pictures[layout.name].data}
    assert set(shown.frames[0][0].patches[layout.name]) <= names


def test_words_and_table_say_the_same_amounts():
    costs = costs_of(64, 32)
    shown = costs_board(costs)
    for t, k in places():
        measure = SHOWN[t][k].id
        frame = shown.frames[t][k]
        assert frame.told.title == SHOWN[t][k].short.capitalize()
        assert frame.told.sentence and "[[" not in frame.told.sentence
        assert "LSTM" in frame.told.equation
        said = amount(measure, getattr(costs.lstm, measure))
        assert k == 0 or f"<b>{said}</b>" in frame.told.numbers
        row = shown.tables[t].rows[MEASURES.index(SHOWN[t][k])]
        for cost, words in zip(costs.compared[t], row[1:], strict=True):
            assert words.startswith(amount(measure, getattr(cost, measure)) + " (")
        assert len(shown) == 6
    assert all(len(table.rows) == len(MEASURES) for table in shown.tables)
