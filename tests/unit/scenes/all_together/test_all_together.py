"""The scene on the whole story: the row, the cell, and what is said, against the run."""

import re

import numpy as np
import pytest

from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.lesson.glossary import linked
from lstm_viz.lesson.untaught import NEVER_MORE, NEVER_OWED
from lstm_viz.lesson.word_row import WordRow, word_row
from lstm_viz.networks.basket_text import SENTENCES as KNOWN
from lstm_viz.notation import number, read_number
from lstm_viz.player.questions import questions_payload
from lstm_viz.scenes.all_together.picture.cell import STAGES, cell_film
from lstm_viz.scenes.all_together.picture.layout import layouts
from lstm_viz.scenes.all_together.picture.row import (
    CELLS,
    GATES,
    SHOWN,
    at_rest,
    patches,
    row_board,
)
from lstm_viz.scenes.all_together.questions import cell_questions, row_questions
from lstm_viz.scenes.all_together.record import MOST, STORY, cell_numbers, step, values
from lstm_viz.scenes.all_together.words import CELL_OPENING, OPENING, captions, ending
from lstm_viz.tasks.basket import EATS, EMPTIES, PICKS, QUESTIONS
from tests.each import for_each
from tests.unit.frames import filled

ROW = word_row(STORY)
BASKET = ROW.basket
BOARD = row_board(BASKET, captions(ROW))
SENTENCES = len(STORY)
LAYOUTS = layouts(SENTENCES)
NEVER = (*(PICKS[0],) * 4, QUESTIONS[0]), (EATS[1], QUESTIONS[1], PICKS[1], QUESTIONS[1])
"""A fourth apple; a pear eaten from an empty basket."""
OWN = [*NEVER, (EMPTIES, *(PICKS[0],) * 9, EATS[0], EMPTIES)]
BOTH = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)


@BOTH
def test_the_heat_map_is_the_run_as_far_as_it_is_read(layout) -> None:
    rest = {trace["name"]: trace for trace in at_rest(layout, BASKET)}
    for now in range(SENTENCES):
        drawn = patches(layout, BASKET, now)
        for name in CELLS:
            run_of = [value for n in range(SENTENCES) for value in values(BASKET, name, n)]
            seen = drawn[name]["marker"]["opacity"]
            assert seen[2 * (now + 1) :] == [0.0] * (2 * (SENTENCES - now - 1))
            assert set(seen[: 2 * (now + 1)]) == {1.0}
            scale = cell_film(BASKET, now).scales[name]
            shares = [value / scale for value in run_of]
            assert rest[name]["marker"]["color"] == pytest.approx(shares, abs=1e-4)
            least = 0 if name in GATES else -1
            assert rest[name]["marker"]["cmin"] == least
            assert rest[name]["customdata"] == [[name, k] for k in range(2 * SENTENCES)]
            here = [number(v) if layout.wide else NO_TEXT for v in values(BASKET, name, now)]
            assert drawn[f"{name} numbers"]["text"] == here


def test_what_is_on_screen_opens_where_it_comes_from() -> None:
    """First the sentence that is framed, in few lines."""
    for n, (frame,) in enumerate(BOARD.frames):
        listed = [line for lines in frame.why.values() for line in lines]
        assert len(listed) == 1 + 2 * len(SHOWN) <= 15
        assert listed[0].startswith(f"<b>“{BASKET.label(n)}”")
        for name in SHOWN:
            assert len(frame.elsewhere[name]) == 2 * (n + 1), "not of what is not read yet"
            for k, line in enumerate(frame.elsewhere[name]):
                value = values(BASKET, name, k // 2)[k % 2]
                assert read_number(re.findall(r"−?\d+\.\d+", line)[-1]) == pytest.approx(
                    value, abs=5.1e-3
                ), line
        for layout in LAYOUTS:
            at = {t["name"]: t for t in BOARD.pictures[layout.name].data}
            whole = BOARD.frames[-1][0].elsewhere
            for name in (*CELLS, "fruit", "says"):
                assert all(k < len(whole[of]) for of, k in at[name]["customdata"])
            numbers_at = frame.patches[layout.name]["c numbers"]["customdata"]
            assert numbers_at == [["c", 2 * n], ["c", 2 * n + 1]]
        for short, name, unit in zip(
            listed[1:], np.repeat(SHOWN, 2), [0, 1] * len(SHOWN), strict=True
        ):
            whole_line = frame.elsewhere[name][2 * n + unit]
            assert short.split(" ")[-1] == whole_line.split(" ")[-1], "the same value"
    said = BOARD.frames[-1][0].elsewhere["says"][SENTENCES - 1]
    assert re.search(r"apples: .* [=≈] 1\.9\d; pears:", said)


@for_each("story", [STORY, ("sings",), *OWN, tuple(KNOWN[:MOST])], ids=len)
def test_every_patch_fits_and_everything_is_on_the_picture(story) -> None:
    row = word_row(story)
    board = row_board(row.basket, captions(row))
    for layout in layouts(len(story)):
        traces = {trace["name"]: trace for trace in board.pictures[layout.name].data}
        for (frame,) in board.frames:
            for name, patch in frame.patches[layout.name].items():
                for of_each in (patch.get("text"), patch.get("marker", {}).get("opacity")):
                    if isinstance(of_each, list):
                        assert len(of_each) == len(traces[name]["x"]), name
        stands_inside(layout, len(story))


def stands_inside(layout, count: int) -> None:
    width, height = layout.size
    boxes = [layout.box(n) for n in range(count)]
    for n in range(count):
        inner = [layout.value_box(name, n, unit) for name in CELLS for unit in (0, 1)]
        x0, y0, x1, y1 = layout.cell_box(n)
        for left, top, right, bottom in inner:
            assert x0 <= left < right <= x1 and y0 <= top < bottom <= y1
        assert 0 <= boxes[n][0] < boxes[n][2] <= width and 0 <= boxes[n][1] < boxes[n][3] <= height


def test_it_answers_at_the_questions_alone() -> None:
    (last,) = BOARD.frames[-1]
    for layout in LAYOUTS:
        says = last.patches[layout.name]["says"]["text"]
        assert [text != NO_TEXT for text in says] == [one in QUESTIONS for one in BASKET.sentences]
        assert [text for text in says if text != NO_TEXT] == ["<b>2</b>"]


def test_what_is_said_of_a_sentence_is_its_run() -> None:
    said = [re.sub(r"<[^>]+>", "", one.sentence) for one in captions(ROW)]
    assert len(said) == SENTENCES == len(set(said))
    for n, sentence in enumerate(said):
        here = {number(v) for name in (*CELLS, "c") for v in values(BASKET, name, n)}
        before = {5: ("i", 0), 7: ("h", 6)}.get(n)  # compared with an earlier column
        here |= {number(values(BASKET, *before)[0])} if before else set()
        assert set(re.findall(r"−?\d\.\d\d", sentence)) <= here, sentence
    assert BASKET.sentences[0] == BASKET.sentences[5] == PICKS[0]
    assert max(abs(values(BASKET, "h", n)[0]) for n in range(7)) < 0.005, "h is 0 until it is asked"
    assert max(values(BASKET, "f", 4)) < 0.05 and max(values(BASKET, "i", 3)) < 0.01
    assert values(BASKET, "o", 7)[0] > 0.9 and BASKET.said(7) == (2, 0)


def test_it_is_told_in_few_presses() -> None:
    asked = len(row_questions()) + len(cell_questions(SENTENCES - 1))
    assert (len(BOARD) - 1) + 1 + (len(STAGES) - 1) + asked + 1 <= 20
    assert "[[" not in linked(OPENING + CELL_OPENING + ending(BASKET))


def test_questions_have_one_right_answer_at_every_sentence() -> None:
    def right(questions) -> list[str]:
        sent = questions_payload(questions, BASKET)
        return [one["options"][one["right"]]["text"] for one in sent]

    assert right(row_questions()) == [
        "2: one for each unit, as always", "with the same as at every sentence",
    ]  # fmt: skip
    for sentence in range(SENTENCES):
        assert right(cell_questions(sentence)) == ["for nothing"]


def test_the_cell_is_that_of_the_row() -> None:
    for sentence in range(SENTENCES):
        one = step(BASKET, sentence)
        for name in (*CELLS, "c"):
            np.testing.assert_array_equal(getattr(one, name)[0], values(BASKET, name, sentence))
    assert f"= {cell_numbers(BASKET)} numbers, for {len(BASKET.words)} words" in ending(BASKET)


def test_the_stages_of_the_cell_are_told_with_its_numbers() -> None:
    asked = SENTENCES - 1
    film = cell_film(BASKET, asked)
    told = filled(film, [(stage.numbers, 0, 0) for stage in STAGES])
    o, tanh_c, h = (number(float(getattr(film.trace, name)[0, 0])) for name in ("o", "tanh_c", "h"))
    assert told[-1] == f"{o} × {tanh_c} = {h}"
    for layout, view in film.views.items():
        wires = set(view.diagram.wires)
        assert all(set(stage.wires) <= wires for stage in STAGES), layout
    assert set().union(*(stage.focus for stage in STAGES)) == set(film.shown)


# ---- stories of the reader's own ---------------------------------------------------------------


def told(row: WordRow) -> list[str]:
    return [re.sub(r"<[^>]+>", "", one.sentence) for one in captions(row)]


def drawn_stories() -> list[tuple[str, ...]]:
    rng = np.random.default_rng(5)
    return [tuple(rng.choice(KNOWN, rng.integers(1, MOST + 1))) for _ in range(60)]


def test_what_is_said_of_any_story_is_its_run() -> None:
    for story in (*OWN, *drawn_stories()):
        row = word_row(story)
        for n, (one, sentence) in enumerate(zip(story, told(row), strict=True)):
            gates = {name: values(row.basket, name, n) for name in (*CELLS, "c")}
            here = {number(v) for both in gates.values() for v in both}
            assert set(re.findall(r"−?\d\.\d\d", sentence)) <= here, (story, n)
            if one in (*PICKS, *EATS):
                unit = int("pear" in one)
                assert gates["i"][unit] > 0.5, "opens"
                assert (gates["g"][unit] < 0) == (one in EATS) == ("less than 0" in sentence)
            elif one == EMPTIES:
                assert max(gates["f"]) < 0.1, "fall"
                before = np.abs(row.basket.trace.c_prev[row.basket.at[n]]).max()
                assert ("nothing to let go" in sentence) == (before < 0.05)
            elif one in QUESTIONS:
                assert gates["o"][QUESTIONS.index(one)] > 0.7, "opens"
            else:
                assert min(gates["f"]) > 0.9 and max(gates["i"]) < 0.2, "open, shut"


def test_what_it_never_learned_is_answered_wrong_and_explained() -> None:
    many, owed = map(word_row, NEVER)
    assert told(many)[3].endswith(NEVER_MORE) and NEVER_MORE not in told(many)[2]
    assert f"There was no pear to eat. {NEVER_OWED}" in told(owed)[0]
    assert "the answer is made: −1. In the basket are no pears" in told(owed)[1]
    assert "the answer is made: 0. In the basket is 1 pear" in told(owed)[3]
    for row in (many, owed):
        for n, column in enumerate(row.columns):
            if column.answer and column.answer.lstm != column.answer.so:
                assert NEVER_MORE in told(row)[n] or NEVER_OWED in told(row)[n]
    assert row_questions(NEVER[0]) == (), "they are of the first story"
