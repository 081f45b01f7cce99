"""The board of a training: inside its pictures, nothing on anything else, small enough to send."""

import base64
import itertools
import json
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.figures.style import LIGHT, SMALLEST_TEXT
from lstm_viz.networks.stored import load
from lstm_viz.notation import number, percent
from lstm_viz.player import board_payload
from lstm_viz.player.payload import compressed
from lstm_viz.scenes.train.controls.params import sizes_of
from lstm_viz.scenes.train.picture import layout as laid_out
from lstm_viz.scenes.train.picture import live_board, training_board
from lstm_viz.scenes.train.picture.beside import chance_word_at
from lstm_viz.scenes.train.picture.layout import (
    CURVES,
    LAYOUTS,
    MOST_ROWS,
    SHOWN,
    along,
    shown_curves,
)
from lstm_viz.scenes.train.record.opened import OpenedNetwork
from lstm_viz.scenes.train.record.settings import Settings
from lstm_viz.scenes.train.record.training import Training
from lstm_viz.scenes.train.record.training_record import CHECKPOINTS, EarlierTraining
from lstm_viz.scenes.train.words.presets import PRESETS
from tests.each import for_each
from tests.unit.frames import merged
from tests.unit.node import in_node
from tests.unit.scenes.train.made_up import made_up

SHORT = 50
BIG = {
    "first symbol of 100": Settings("first-symbol", 100, hidden_size=32, steps=SHORT),
    "adding 100": Settings("adding", 100, hidden_size=32, steps=SHORT),
    "reber 60, gru": Settings("reber", 60, cell="gru", hidden_size=32, steps=SHORT),
    "anbn 50, rnn": Settings("anbn", 50, cell="rnn", hidden_size=32, steps=SHORT),
    "copying 100": Settings("copying", 100, hidden_size=32, steps=SHORT),
    "next character": Settings("next-character", 40, cell="gru", hidden_size=32, steps=SHORT),
    "next character 10": Settings("next-character", 10, hidden_size=1, steps=SHORT),
    "parity 2, one unit": Settings("parity", 2, cell="gru", hidden_size=1, steps=SHORT),
}
TRAINED = {preset.id: replace(preset.settings, steps=SHORT) for preset in PRESETS} | BIG


@cache
def record(name):
    """Of a short training as it is set; all its checkpoints are there."""
    return OpenedNetwork(load("brackets")).record if name == "opened" else made_up(TRAINED[name])


@cache
def whole(name):
    return training_board(record(name))


NAMES = [*TRAINED, "opened"]
names = for_each("name", NAMES)
layouts = for_each("layout", LAYOUTS, ids=lambda layout: layout.name)


def frames(shown, layout):
    data = {trace["name"]: trace for trace in shown.pictures[layout.name].data}
    for (frame,) in shown.frames:
        patches = frame.patches[layout.name]
        yield patches, {n: merged(trace, patches.get(n, {})) for n, trace in data.items()}


def some(shown):
    """The first, a middle and the last frame: the others differ in numbers alone."""
    kept = sorted({0, len(shown.frames) // 2, len(shown.frames) - 1})
    return replace(
        shown,
        steps=tuple(shown.steps[k] for k in kept),
        frames=tuple(shown.frames[k] for k in kept),
        tables=tuple(shown.tables[k] for k in kept),
    )


def text_boxes(trace):
    """Boxes of the letters of a text trace, as wide as they are drawn or a little wider."""
    font = trace["textfont"]
    mono = "mono" in str(font["family"]).lower() or "Mono" in str(font["family"])
    count = len(trace["x"])
    sizes = font["size"] if isinstance(font["size"], list) else [font["size"]] * count
    wheres = trace.get("textposition", "middle center")
    wheres = wheres if isinstance(wheres, list) else [wheres] * count
    rows = zip(trace["x"], trace["y"], trace["text"], sizes, wheres, strict=True)
    for x, y, text, size, where in rows:
        words = text
        for tag in ("<b>", "</b>", "<i>", "</i>", "<sub>", "</sub>"):
            words = words.replace(tag, "")
        if words == NO_TEXT:
            continue
        letter = 0.6 if mono else 0.57 if "<b>" in text else 0.5
        width, height = letter * size * len(words), 0.8 * size
        left = {"right": x, "left": x - width, "center": x - width / 2}[where.split()[1]]
        yield (left, y - height / 2, left + width, y + height / 2), words


@names
@layouts
def test_each_frame_sets_all_that_any_frame_changes_and_as_much_as_there_is(name, layout):
    shown = whole(name)
    picture = shown.pictures[layout.name]
    by_name = {trace["name"]: trace for trace in picture.data}
    assert len(by_name) == len(picture.data)
    kinds = set()
    for patches, traces in frames(shown, layout):
        assert set(patches) <= set(by_name)
        kinds.add(tuple(sorted((n, key) for n, patch in patches.items() for key in patch)))
        for n, trace in traces.items():
            count = len(by_name[n]["x"])
            lists = [trace["x"], trace["y"], trace.get("text", trace["x"])]
            for part in ("marker", "textfont"):
                lists += [v for v in trace.get(part, {}).values() if isinstance(v, list)]
            marks = trace.get("marker", {}).get("colorscale")
            assert all(len(found) == count for found in lists if found is not marks), n
    assert len(kinds) == 1


@names
@layouts
def test_everything_is_inside_and_no_text_meets_another(name, layout):
    width, height = layout.size
    shown = some(whole(name))
    for _, traces in frames(shown, layout):
        for trace in traces.values():
            assert all(v is None or 0 <= v <= width for v in trace["x"]), trace["name"]
            assert all(v is None or 0 <= v <= height for v in trace["y"]), trace["name"]
        found = [
            box for trace in traces.values() if "textfont" in trace for box in text_boxes(trace)
            if "text" in trace["mode"]
        ]  # fmt: skip
        assert len(found) > 10
        for box, words in found:
            assert box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height, words
        for (a, one), (b, other) in itertools.combinations(found, 2):
            apart = min(a[2], b[2]) <= max(a[0], b[0]) or min(a[3], b[3]) <= max(a[1], b[1])
            assert apart, (one, other, a, b)


@names
@layouts
def test_no_text_is_small_and_every_colour_is_a_role(name, layout):
    for _, traces in frames(some(whole(name)), layout):
        for trace in traces.values():
            if "text" in trace.get("mode", "") and "textfont" in trace:
                sizes = trace["textfont"]["size"]
                assert min(sizes if isinstance(sizes, list) else [sizes]) >= SMALLEST_TEXT
                colours = trace["textfont"]["color"]
                for colour in colours if isinstance(colours, list) else [colours]:
                    assert colour.startswith("$") and colour[1:] in LIGHT


@names
@layouts
def test_curves_stand_at_their_values(name, layout):
    watched, axes = record(name), layout.axes
    last = watched.checkpoints[-1].step
    shown = whole(name)
    for k, (patches, _) in enumerate(frames(shown, layout)):
        checkpoint = watched.checkpoints[k]
        drawn = patches["curve score"]
        now = patches["curve score now"]
        assert (drawn["x"][k], drawn["y"][k]) == (now["x"][0], now["y"][0])
        assert now["y"][0] == pytest.approx(axes.up(checkpoint.score), abs=0.01)
        assert now["x"][0] == pytest.approx(axes.across(along(checkpoint.step, last)), abs=0.01)
        for n in shown_curves(watched):
            heights = patches[f"curve {n}"]["y"]
            assert all(axes.top <= y <= axes.bottom for y in heights)
            assert patches[f"curve {n}"]["x"] == sorted(patches[f"curve {n}"]["x"])
        says = patches["values"]["text"]
        assert f"<b>{percent(checkpoint.score)}</b>" in says[0]
        assert len(says) == len(shown_curves(watched))
        if watched.settings.cell == "lstm":
            assert f"<b>{number(float(checkpoint.trace.f.mean()))}</b>" in says[-1]


@layouts
def test_the_words_for_chance_stand_where_no_curve_crosses_them(layout):
    watched, axes = record("brackets"), layout.axes
    level, right = axes.up(watched.chance), axes.right - 8

    def flat(y, left=axes.left, right=axes.right):
        return [(left, y), (right, y)]

    below, above = level + 0.75 * layout.small_size, level - 0.75 * layout.small_size
    middle = (axes.left + axes.right) / 2
    assert chance_word_at(layout, watched, []) == (right, below)
    assert chance_word_at(layout, watched, [flat(axes.top)]) == (right, below)
    assert chance_word_at(layout, watched, [flat(below)]) == (right, above)
    both = [flat(below), flat(above)]
    assert chance_word_at(layout, watched, both) == (right, below), "no place is better"
    late = [[(axes.left, axes.top), (middle, axes.top), (middle + 1, y), (axes.right, y)]
            for y in (below, above)]  # fmt: skip
    end, y = chance_word_at(layout, watched, late)
    assert end < middle and y == below


@names
@layouts
def test_cells_are_the_values_of_the_first_units(name, layout):
    watched = record(name)
    units = min(watched.settings.hidden_size, MOST_ROWS)
    last = watched.checkpoints[-1].trace
    *_, (patches, traces) = frames(whole(name), layout)
    for signal in SHOWN[watched.settings.cell]:
        colours = np.array(patches[f"units {signal}"]["marker"]["color"])
        row = colours.reshape(units, len(watched.tokens))
        values = getattr(last, signal)[:, :units].T
        marker = traces[f"units {signal}"]["marker"]
        if signal in "fiorz":  # a gate has its own colour, from pale to full
            assert (marker["colorscale"], marker["cmin"]) == (
                [[0, f"$pale_{signal}"], [1, f"${signal}"]],
                0,
            )
        else:
            assert (marker["colorscale"], marker["cmin"]) == ("$values", -1)
        assert marker["cmax"] == 1
        if signal == "c":
            most = max(1, *(np.abs(c.trace.c).max() for c in watched.checkpoints))
            values = values / most
        np.testing.assert_allclose(row, values, atol=0.0051)
        columns = np.array(traces[f"units {signal}"]["x"]).reshape(-1, len(watched.tokens))
        assert np.diff(columns[0]).min() > 0 and (columns == columns[0]).all()
    tops = [min(traces[f"units {signal}"]["y"]) for signal in SHOWN[watched.settings.cell]]
    assert tops == sorted(tops)


@names
@layouts
def test_there_is_no_loss_before_the_first_step_and_none_is_drawn(name, layout):
    watched = record(name)
    if watched.opened:
        return
    shown = list(frames(whole(name), layout))
    there = [patches["curve loss now"]["marker"]["opacity"] for patches, _ in shown]
    assert there == [[float(c.step > 0)] for c in watched.checkpoints]
    first = layout.axes.across(along(watched.checkpoints[1].step, watched.checkpoints[-1].step))
    for patches, _ in shown:
        assert min(patches["curve loss"]["x"]) == pytest.approx(first, abs=0.01)
        assert patches["curve score now"]["marker"]["opacity"] == [1.0]


@names
@layouts
def test_each_curve_is_named_in_its_colour_beside_the_curves(name, layout):
    watched = record(name)
    words = next(t for t in whole(name).pictures[layout.name].data if t["name"] == "words")
    named = {
        text.split("</b> ")[1]: (colour, y, text)
        for text, colour, y in zip(
            words["text"], words["textfont"]["color"], words["y"], strict=True
        )
        if text.startswith("<b>—") or text.startswith("<b>–")
    }
    assert list(named) == [laid_out.NAMES[curve] for curve in reversed(shown_curves(watched))]
    for curve in shown_curves(watched):
        colour, y, text = named[laid_out.NAMES[curve]]
        assert colour == CURVES[curve][1] and y < layout.axes.top
        assert text.startswith(f"<b>{laid_out.SIGNS[curve]}</b> ")
    lines = {t["name"]: t.get("line") for t in whole(name).pictures[layout.name].data}
    dashes = [lines[f"curve {curve}"].get("dash") for curve in shown_curves(watched)]
    assert len(set(dashes)) == len(dashes)
    assert "steps of training (√ scale)" in words["text"]


@layouts
@for_each("name", ["open", "parity", "anbn 50, rnn"])
def test_the_training_before_is_drawn_faintly_named_and_not_beyond_the_edge(name, layout):
    watched, axes = record(name), layout.axes
    last = watched.checkpoints[-1].step
    other = EarlierTraining(
        "LSTM, forget bias −0.5", ((0, 0.2), (last // 2, 0.6), (last, 0.7), (9999, 1.0))
    )
    shown = training_board(watched, other)
    data = {trace["name"]: trace for trace in shown.pictures[layout.name].data}
    drawn = data["before"]
    assert drawn["y"] == [axes.up(y) for y in (0.2, 0.6, 0.7)]
    assert drawn["x"][0] == axes.left and drawn["x"][-1] == axes.right
    assert drawn["opacity"] < 1
    assert data["before word"]["text"] == ["— before: LSTM, forget bias −0.5"]
    boxes = [box for t in data.values() if "text" in t["mode"] for box in text_boxes(t)]
    for (a, one), (b, two) in itertools.combinations(boxes, 2):
        apart = min(a[2], b[2]) <= max(a[0], b[0]) or min(a[3], b[3]) <= max(a[1], b[1])
        assert apart, (one, two)
    assert not any(t["name"] == "before" for t in whole(name).pictures[layout.name].data)


@layouts
def test_a_sign_that_stands_for_a_word_is_explained(layout):
    _, traces = next(frames(whole("counting"), layout))
    if traces["reads"]["text"][0] == "⊢":
        assert any("⊢ start" in text for text in traces["words"]["text"])
    else:
        assert layout.name == "tall", "a wide screen has room for the signs"
    _, traces = next(frames(whole("open"), layout))
    assert not any("⊢" in text for text in traces["words"]["text"])


@for_each("name", ["adding", "adding 100"])
@layouts
def test_marks_are_seen_however_long_the_example(name, layout):
    watched = record(name)
    _, traces = next(frames(whole(name), layout))
    seen = [text.endswith("*") for text in traces["reads"]["text"]]
    assert seen == [token.endswith("*") for token in watched.tokens]
    assert sum(text not in (NO_TEXT, "") for text in traces["says"]["text"]) == 1
    assert traces["so"]["text"][-1] in "✓✗"


@for_each("name", [preset.id for preset in PRESETS])
def test_the_example_of_a_preset_is_read_on_a_wide_screen(name):
    wide = LAYOUTS[0]
    _, traces = next(frames(whole(name), wide))
    assert all(text != NO_TEXT for text in traces["reads"]["text"])
    words = traces["words"]["text"]
    assert "in the table below" not in words


@layouts
def test_the_letters_of_the_longest_text_are_read_on_every_screen(layout):
    low, high = sizes_of("next-character")
    assert low == 10
    watched = record("next character")
    assert len(watched.tokens) == high
    _, traces = next(frames(whole("next character"), layout))
    for row, texts in (("reads", watched.tokens), ("wanted", watched.wanted)):
        assert traces[row]["text"] == list(texts)
    assert traces["says"]["text"] == list(watched.checkpoints[0].says)
    assert "in the table below" not in traces["words"]["text"]


def test_what_has_no_room_is_in_the_table_and_that_is_said():
    watched = record("reber 60, gru")
    _, traces = next(frames(whole("reber 60, gru"), LAYOUTS[1]))
    assert "in the table below" in traces["words"]["text"]
    (table, *_) = whole("reber 60, gru").tables
    assert [row[:2] for row in table.rows] == list(zip(watched.tokens, watched.wanted, strict=True))


@names
def test_while_it_trains_the_newest_checkpoint_moves_in_the_same_drawing(name):
    watched = record(name)
    shown = live_board(watched)
    assert (len(shown.frames), len(shown.steps)) == (1, 1)
    assert shown.steps[0] == f"{watched.checkpoints[-1].step:,}"
    earlier = replace(watched, checkpoints=watched.checkpoints[:1], ended="", losses=())
    later = replace(watched, ended="")
    for layout in LAYOUTS:
        if not watched.opened:
            first, second = (live_board(w).pictures[layout.name] for w in (earlier, later))
            assert first == second, "the picture moves; it is not drawn afresh"


def test_where_somebody_stopped_there_is_one_more_point():
    training = Training(TRAINED["brackets"])
    training.go(0)
    while training.record.step in training.record.planned:
        training.go(0)
    for _ in range(CHECKPOINTS):  # stopped at every step
        training.rest()
        training.go(0)
    training.go(1e9)
    watched = training.record
    assert len(watched.checkpoints) > len(watched.planned)
    for layout in LAYOUTS:
        for patches, traces in frames(training_board(watched), layout):
            assert len(patches["curve loss"]["x"]) == len(watched.checkpoints)
            assert len(traces["curve loss"]["x"]) == len(watched.checkpoints)


@names
def test_it_is_small_enough_to_send(name):
    film = board_payload(whole(name))
    text = json.dumps(film)
    assert "NaN" not in text and "Infinity" not in text
    assert len(base64.b64decode(compressed(film))) < 200_000
    assert film["steps"] == len(record(name).checkpoints)
    live = board_payload(live_board(record(name)))
    assert len(base64.b64decode(compressed(live))) < 40_000


PRESENTED = 20
"""Pixels that letters have at least in front of a class."""
THINNED = """
import { everyOf } from "player/picture/figure.js";
const answer = (rows) => rows.map(([room, width]) => everyOf(room, width));
"""


def test_in_front_of_a_class_a_row_has_fewer_texts_where_they_would_meet(tmp_path):
    rows = [
        (trace["meta"], max(trace["textfont"]["size"]))
        for name, layout in itertools.product(NAMES, LAYOUTS)
        for trace in whole(name).pictures[layout.name].data
        if trace.get("meta", {}).get("columns")
    ]
    every = in_node(tmp_path, THINNED)
    here = every([(meta["room"], meta["needs"] * size) for meta, size in rows])
    assert set(here) == {1}, "all of them at the sizes they were made for"
    presented = [(meta["room"], meta["needs"] * PRESENTED) for meta, _ in rows]
    counts = every(presented)
    assert all(n * room >= 0.99 * width for n, (room, width) in zip(counts, presented, strict=True))
    assert 2 in counts
