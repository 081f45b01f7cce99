"""The row of words shows what the columns say, and nothing lies over anything else."""

import re
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from lstm_viz.figures.basket.at_rest import GATES, UNITS, at_rest
from lstm_viz.figures.basket.board import patches, word_row_board
from lstm_viz.figures.basket.layout import MOST_FRUIT, RowLayout, layouts, window
from lstm_viz.figures.shapes import NO_TEXT, stroke
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.lesson.caption import Caption
from lstm_viz.lesson.story_lines import story_lines, story_read
from lstm_viz.lesson.word_row import WordRow, word_row
from lstm_viz.notation import number
from lstm_viz.tasks.basket import EATS, EMPTIES, PICKS, QUESTIONS

SHORT = word_row((PICKS[0], PICKS[1], PICKS[1], QUESTIONS[1], EMPTIES, QUESTIONS[0]))
LINES = story_lines(story_read(SHORT.basket))
LONG = word_row((EATS[1], *[PICKS[0]] * 7, *["waits"] * 20, QUESTIONS[0], QUESTIONS[1]))
BOTH = pytest.mark.parametrize("layout", layouts(len(SHORT)), ids=lambda layout: layout.name)


def frame(row: WordRow, now: int, layout: RowLayout) -> dict[str, Any]:
    return patches(layout, row.columns, now)


def shown(row: WordRow, now: int, layout: RowLayout) -> list[str]:
    """All numbers in the picture."""
    drawn = frame(row, now, layout)
    texts = [*drawn["numbers"]["text"], *drawn["lstm says"]["text"], *drawn["rnn says"]["text"]]
    return [found for text in texts for found in re.findall(r"−?\d+(?:\.\d+)?", text)]


@BOTH
def test_doors_are_filled_as_far_as_gates_are_open(layout: RowLayout) -> None:
    drawn = frame(SHORT, 3, layout)
    _, height = layout.door_size
    for gate in GATES:
        marker = drawn[f"open {gate}"]["marker"]
        assert marker["opacity"] == [1.0] * 8 + [0.0] * 4, "words to come are not read yet"
        for n, column in enumerate(SHORT.columns[:4]):
            for unit in UNITS:
                filled = max(column.gates[gate][unit] * height, 0.5)
                assert marker["size"][2 * n + unit] == pytest.approx(stroke(filled), abs=0.01)


@BOTH
def test_fruit_lie_where_they_are_held(layout: RowLayout) -> None:
    seen = frame(SHORT, 2, layout)["fruit"]["marker"]["opacity"]
    held = [sum(seen[k : k + MOST_FRUIT]) for k in range(0, len(seen), MOST_FRUIT)]
    assert held == [1, 0, 1, 1, 1, 2] + [0] * 6
    owed = frame(LONG, 0, layouts(len(LONG))[0])["fruit"]["marker"]
    assert owed["opacity"][MOST_FRUIT] == 1 and owed["color"][MOST_FRUIT] == "$paper"


@pytest.mark.parametrize("row", [SHORT, LONG], ids=["short", "long"])
def test_there_are_never_more_than_three_numbers(row: WordRow) -> None:
    for layout in layouts(len(row)):
        for now in range(len(row)):
            assert len(shown(row, now, layout)) <= 3


@BOTH
def test_both_answers_stand_side_by_side_and_say_whether_they_are_so(layout: RowLayout) -> None:
    drawn = frame(SHORT, 5, layout)
    for sayer in ("lstm", "rnn"):
        said = drawn[f"{sayer} says"]["text"]
        assert said[:3] == [NO_TEXT] * 3
        for n in (3, 5):
            answer = SHORT.columns[n].answer
            assert answer is not None
            value = getattr(answer, sayer)
            assert said[n].endswith("✓" if value == answer.so else "✗")
            assert (f"<b>{value}</b>" in said[n]) == (n == 5)


def test_a_long_story_is_shown_in_part_with_the_sentence_that_is_read() -> None:
    for layout in layouts(len(LONG)):
        assert layout.slots < len(LONG)
        for now in range(len(LONG)):
            seen = window(now, len(LONG), layout.slots)
            assert now in seen and seen[0] >= 0 and seen[-1] < len(LONG)
            drawn = frame(LONG, now, layout)
            assert len(drawn["words"]["text"]) == layout.slots
            left, _, _, bottom = layout.box(seen.index(now))
            assert (min(drawn["now"]["x"]), max(drawn["now"]["y"])) == (left, bottom)


@pytest.mark.parametrize("sentences", [1, 7, 30])
def test_parts_are_apart_and_inside(sentences: int) -> None:
    for layout in layouts(sentences):
        width, height = layout.size
        boxes = [
            layout.door(gate, slot, unit)
            for gate in GATES
            for slot in range(layout.slots)
            for unit in UNITS
        ]
        half = layout.fruit / 2
        for slot in range(layout.slots):
            for unit in UNITS:
                points = [layout.fruit_at(slot, unit, k, MOST_FRUIT) for k in range(MOST_FRUIT)]
                xs, ys = zip(*points, strict=True)
                boxes.append((min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half))
        for x0, y0, x1, y1 in boxes:
            assert 0 <= x0 < x1 <= width and 0 <= y0 < y1 <= height
        for a, b in combinations(boxes, 2):
            assert min(a[2], b[2]) <= max(a[0], b[0]) or min(a[3], b[3]) <= max(a[1], b[1])
        for trace in at_rest(layout, sentences):
            if "textfont" in trace:
                assert np.min(trace["textfont"]["size"]) >= SMALLEST_TEXT


@pytest.mark.parametrize("name", ["wide", "tall"])
def test_what_is_on_screen_opens_where_it_comes_from(name: str) -> None:
    """Also in a story of which a phone shows a part."""
    for row in (SHORT, LONG):
        lines = story_lines(story_read(row.basket))
        board = word_row_board(row.columns, [Caption("", "")] * len(row), lines, alt="")
        rest = {trace["name"]: trace for trace in board.pictures[name].data}
        for now, (frame,) in enumerate(board.frames):
            listed = [line for of in frame.why.values() for line in of]
            assert len(listed) == 9 and listed[0].startswith(f"<b>“{row.columns[now].label}”")
            for gate in GATES:
                bars = rest[f"open {gate}"] | frame.patches[name][f"open {gate}"]
                shown = zip(bars["marker"]["opacity"], bars["customdata"], strict=True)
                read = [frame.elsewhere[of][k] for seen, (of, k) in shown if seen]
                assert all(line in lines.each[gate] for line in read) and read
            told = [
                frame.elsewhere[of][k] for of, k in frame.patches[name]["numbers"]["customdata"]
            ]
            for line, value in zip(told, row.columns[now].state, strict=True):
                assert f"“{row.columns[now].label}”" in line and line.endswith(number(value))
                assert any(line.endswith(short.split(": ", 1)[1]) for short in listed[1:])
            fruit = frame.patches[name]["fruit"]
            opacity = fruit["marker"]["opacity"]
            seen = [of for of, shown in zip(fruit["customdata"], opacity, strict=True) if shown]
            assert all(of == "c" and k < 2 * (now + 1) for of, k in seen)


def test_a_sentence_that_comes_again_is_told_apart() -> None:
    story = story_read(word_row(("sings", "sings", "waits", "sings")).basket)
    assert story.names == (
        "“Mia sings”", "“Mia sings”, the 2nd time", "“Mia waits”", "“Mia sings”, the 3rd time",
    )  # fmt: skip


def test_the_table_has_all_the_numbers_of_a_sentence() -> None:
    board = word_row_board(SHORT.columns, [Caption("", "")] * len(SHORT), LINES, alt="")
    rows = {name: values for name, *values in board.tables[3].rows}
    column = SHORT.columns[3]
    assert column.answer is not None
    assert rows["forget gate"] == [f"{value:.2f}" for value in column.gates["f"]]
    assert rows["cell state"] == [f"{value:.2f}" for value in column.state]
    assert rows["the LSTM says"][1] == str(column.answer.lstm)
    assert rows["this RNN says"][1] == str(column.answer.rnn)
