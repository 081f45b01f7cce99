"""The tasks drawn: what is lit when, own answers that come round, and room for every word."""

import itertools

import pytest

from lstm_viz.figures.shapes import NO_TEXT, UNSEEN
from lstm_viz.figures.style import LIGHT, SMALLEST_TEXT
from lstm_viz.scenes.uses.picture import uses_board
from lstm_viz.scenes.uses.picture.layout import LAYOUTS
from lstm_viz.scenes.uses.record import STEPS, USES
from tests.unit.frames import merged

BOARD = uses_board()
layouts = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)


def frames(layout):
    data = {trace["name"]: trace for trace in BOARD.pictures[layout.name].data}
    assert len(data) == len(BOARD.pictures[layout.name].data)
    for t, k in itertools.product(range(len(USES)), range(1)):
        patches = BOARD.frames[t][k].patches[layout.name]
        assert set(patches) <= set(data)
        yield t, k, {name: merged(trace, patches.get(name, {})) for name, trace in data.items()}


@layouts
def test_what_is_read_and_answered_stands_at_its_step(layout):
    for t, _, traces in frames(layout):
        for n, moment in enumerate(USES[t].moments):
            assert traces["inputs"]["text"][n] == moment.reads
            assert traces["answers"]["text"][n] == (moment.answers or NO_TEXT)
            for name in ("out of", "answer chips"):
                assert traces[name]["marker"]["opacity"][n] == bool(moment.answers)
            if n:
                assert traces[f"loop {n - 1}"]["opacity"] == moment.own


@layouts
def test_the_chosen_card_stands_out_and_a_click_on_a_card_goes_to_its_task(layout):
    for t, _, traces in frames(layout):
        chosen = [n for n in range(len(USES)) if traces[f"card {n}"]["fillcolor"] == "$panel"]
        assert chosen == [t]
    touch = traces["touch"]
    assert touch["hoverinfo"] == "none" and touch["marker"]["opacity"] == 0
    for x, y, (sign, task, stage) in zip(touch["x"], touch["y"], touch["customdata"], strict=True):
        left, top = layout.corners[task]
        assert (sign, stage) == ("@", 0)
        assert left < x < left + layout.card[2] and top < y < top + layout.card[3]
    assert {n for _, n, _ in touch["customdata"]} == set(range(len(USES)))


@layouts
def test_small_rows_show_what_is_own_and_what_is_answered(layout):
    moments = [moment for task in USES for moment in task.moments]
    traces = {trace["name"]: trace for trace in BOARD.pictures[layout.name].data}
    assert traces["small inputs"]["marker"]["symbol"] == [
        "circle-open" if moment.own else "circle" for moment in moments
    ]
    answered = [
        x for x, moment in zip(traces["small cells"]["x"], moments, strict=True) if moment.answers
    ]
    assert traces["small answers"]["x"] == answered


def text_boxes(trace):
    """Boxes of the letters that can be seen, a little wider than they are drawn."""
    size, colours = trace["textfont"]["size"], trace["textfont"]["color"]
    for n, (x, y, text) in enumerate(zip(trace["x"], trace["y"], trace["text"], strict=True)):
        colour = colours if isinstance(colours, str) else colours[n]
        bold = 0.57 if text.startswith("<b>") and text.endswith("</b>") else 0.46
        lines = text.replace("<b>", "").replace("</b>", "").split("<br>")
        if lines == [NO_TEXT] or colour == UNSEEN:
            continue
        width, height = bold * size * max(map(len, lines)), 1.2 * size * len(lines) - 0.4 * size
        left = x if trace.get("textposition") == "middle right" else x - width / 2
        yield (left, y - height / 2, left + width, y + height / 2), text


@layouts
def test_text_has_room(layout):
    width, height = layout.size
    for t, k, traces in frames(layout):
        found = [b for trace in traces.values() if "textfont" in trace for b in text_boxes(trace)]
        for box, words in found:
            assert box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height, words
        for (a, one), (b, other) in itertools.combinations(found, 2):
            apart = min(a[2], b[2]) <= max(a[0], b[0]) or min(a[3], b[3]) <= max(a[1], b[1])
            assert apart, (t, k, one, other)


@layouts
def test_words_stay_in_their_chip_and_on_their_card(layout):
    for _, _, traces in frames(layout):
        for name in ("inputs", "answers"):
            for box, words in text_boxes(traces[name]):
                assert box[2] - box[0] <= layout.chip[0] - 4, words
        for box, words in text_boxes(traces["cells"]):
            assert box[2] - box[0] <= layout.cell, words
    for name in (name for name in traces if name.startswith("card line")):
        for n, (box, words) in enumerate(text_boxes(traces[name])):
            left, top = layout.corners[n]
            assert box[2] <= left + layout.card[2] - 6, words
            assert box[3] <= top + layout.card[3] - 4, words
            if not layout.wide:
                assert box[2] <= layout.small_cells[n * STEPS][0] - 6, words


@layouts
def test_no_text_is_small_and_every_colour_is_a_role(layout):
    for _, _, traces in frames(layout):
        for trace in traces.values():
            if "textfont" in trace:
                assert trace["textfont"]["size"] >= SMALLEST_TEXT, trace["name"]
            colours = trace.get("marker", {}).get("color", [])
            for colour in [colours] if isinstance(colours, str) else colours:
                assert colour[1:] in LIGHT, trace["name"]


@layouts
def test_every_frame_sets_whatever_any_frame_sets(layout):
    kinds = {
        tuple(
            sorted((name, key) for name, patch in f.patches[layout.name].items() for key in patch)
        )
        for row in BOARD.frames
        for f in row
    }
    assert len(kinds) == 1


def test_words_and_table_say_what_is_read_and_answered():
    for t, task in enumerate(USES):
        assert BOARD.steps[t] == task.title
        for n, (moment, row) in enumerate(zip(task.moments, BOARD.tables[t].rows, strict=True)):
            assert row[0] == str(n + 1) and row[1].startswith(moment.reads)
            assert ("own" in row[1]) == moment.own
            assert row[2] == (moment.answers or "–")
        assert task.pattern in BOARD.tables[t].caption
    assert len(BOARD) == len(USES)
