"""The cards: what has come is drawn, what has not is empty, and every word has room."""

import itertools

import pytest

from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.figures.style import LIGHT, SMALLEST_TEXT
from lstm_viz.notation import number
from lstm_viz.scenes.uses.picture import uses_board
from lstm_viz.scenes.uses.picture.layout import LAYOUTS
from lstm_viz.scenes.uses.record import STEPS, uses
from tests.unit.frames import merged

TASKS = uses()
BOARD = uses_board(TASKS)
layouts = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)


def frames(layout):
    data = {trace["name"]: trace for trace in BOARD.pictures[layout.name].data}
    assert len(data) == len(BOARD.pictures[layout.name].data)
    for n in range(STEPS):
        patches = BOARD.frames[n][0].patches[layout.name]
        assert set(patches) <= set(data)
        yield n, {name: merged(trace, patches.get(name, {})) for name, trace in data.items()}


@layouts
def test_what_was_read_and_answered_stands_at_its_step_and_the_rest_is_empty(layout):
    moments = [(task, k, moment) for task in TASKS for k, moment in enumerate(task.moments)]
    for n, traces in frames(layout):
        for at, (task, k, moment) in enumerate(moments):
            written = {
                "inputs": "" if moment.reads_at or (task.image and k == 0) else moment.reads,
                "answers": "" if moment.answers_at else moment.answers,
            }
            for name, words in written.items():
                seen = traces[name]["text"][at]
                if k > n or not words:
                    assert seen == NO_TEXT
                else:
                    assert seen == words or seen.endswith("…"), (task.id, k)
        for card, task in enumerate(TASKS):
            seen = traces[f"gates {card}"]["text"]
            values = [number(value) for value in task.gate.values]
            assert seen == values[: n + 1] + [NO_TEXT] * (STEPS - 1 - n)


@layouts
def test_what_is_drawn_is_as_high_as_it_was_and_comes_with_its_step(layout):
    for n, traces in frames(layout):
        for name, side in (("drawn inputs", "reads_at"), ("drawn answers", "answers_at")):
            heights = [
                (k, height)
                for task in TASKS
                for k, moment in enumerate(task.moments)
                for height in getattr(moment, side)
            ]
            drawn = traces[name]
            assert [bool(value) for value in drawn["marker"]["opacity"]] == [
                k <= n for k, _ in heights
            ]
            assert len(drawn["y"]) == len(heights)


@layouts
def test_a_click_on_a_card_leads_to_its_page(layout):
    (touch,) = [t for t in BOARD.pictures[layout.name].data if t["name"] == "touch"]
    for x, y, (sign, task, _) in zip(touch["x"], touch["y"], touch["customdata"], strict=True):
        left, top, right, bottom = layout.box(task)
        assert sign == "run" and left < x < right and top < y < bottom
    assert {task for _, task, _ in touch["customdata"]} == set(range(len(TASKS)))


@layouts
def test_words_have_room_and_none_is_small(layout):
    width, height = layout.size
    for n, (_, traces) in itertools.product((STEPS - 1,), list(frames(layout))[-1:]):
        found = []
        for trace in traces.values():
            if "textfont" not in trace:
                continue
            sizes = trace["textfont"]["size"]
            for k, (x, y, text) in enumerate(
                zip(trace["x"], trace["y"], trace["text"], strict=True)
            ):
                if text == NO_TEXT:
                    continue
                size = sizes if isinstance(sizes, int | float) else sizes[k]
                assert size >= SMALLEST_TEXT
                side = trace.get("textposition", "middle center")
                side = side if isinstance(side, str) else side[k]
                long = 0.46 * size * len(text.replace("<b>", "").replace("</b>", ""))
                left = x - {"middle right": 0, "middle left": 1}.get(side, 0.5) * long
                found.append(((left, y - 0.4 * size, left + long, y + 0.4 * size), text))
        for box, words in found:
            assert box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height, words
        for (a, one), (b, other) in itertools.combinations(found, 2):
            apart = min(a[2], b[2]) <= max(a[0], b[0]) or min(a[3], b[3]) <= max(a[1], b[1])
            assert apart, (n, one, other)


@layouts
def test_every_colour_is_a_role_but_those_of_the_picture_that_is_read(layout):
    for _, traces in frames(layout):
        for name, trace in traces.items():
            colours = trace.get("marker", {}).get("color", [])
            for colour in [colours] if isinstance(colours, str) else colours:
                if not name.startswith("image") and isinstance(colour, str):
                    assert colour[1:] in LIGHT, name


def test_the_table_says_the_same():
    for n, table in enumerate(BOARD.tables):
        for task, row in zip(TASKS, table.rows, strict=True):
            assert row[0] == task.title and row[1].startswith(task.moments[n].reads)
            assert ("own" in row[1]) == task.moments[n].own
            assert row[2] == (task.moments[n].answers or "–")
            assert row[3].endswith(number(task.gate.values[n]))
