"""What the gate scenes say of the story of the basket, against the run."""

import re

import numpy as np
import pytest

from lstm_viz.figures.board import Board
from lstm_viz.figures.gating.layout import LAYOUTS
from lstm_viz.lesson.basket import read
from lstm_viz.notation import honest
from lstm_viz.player.questions import questions_payload
from lstm_viz.scenes.forget_gate import story as forget
from lstm_viz.scenes.input_gate import story as write
from lstm_viz.scenes.output_gate import story as show

BASKET = read()
STORIES = pytest.mark.parametrize("story", [forget, write, show], ids=["forget", "input", "output"])


@STORIES
def test_a_board_has_twelve_frames_and_questions_with_one_right_answer(story) -> None:
    board = story.board()
    assert (len(board.steps), len(board.frames[0])) == (4, 3)
    assert board.steps[-1] == "Where from?"
    asked = questions_payload(story.QUESTIONS, BASKET)
    assert [one["right"] for one in asked] == [one.right(BASKET) for one in story.QUESTIONS]
    assert len(asked) == len({(one["t"], one["stage"]) for one in asked}) == 2


@STORIES
def test_every_trace_that_a_frame_changes_is_there_and_fits(story) -> None:
    board = story.board()
    for layout in LAYOUTS:
        traces = {trace["name"]: trace for trace in board.pictures[layout.name].data}
        assert len(traces) == len(board.pictures[layout.name].data)
        for frames in board.frames:
            for frame in frames:
                for name, patch in frame.patches[layout.name].items():
                    texts = patch.get("text")
                    assert texts is None or len(texts) == len(traces[name]["x"]), name


@STORIES
def test_everything_is_on_the_picture(story) -> None:
    board = story.board()
    for layout in LAYOUTS:
        width, height = layout.size
        for box in [layout.card_box(n) for n in range(8)]:
            assert 0 <= box[0] < box[2] <= width and 0 <= box[1] < box[3] <= height
        for frames in board.frames:
            for frame in frames:
                for name in ("before", "after"):
                    patch = frame.patches[layout.name].get(name, {})
                    for x, size in zip(
                        patch.get("x", ()), patch.get("marker", {}).get("size", ()), strict=True
                    ):
                        half = size * 1.4 / 2
                        assert layout.before - 1 <= x - half and x + half <= width


@STORIES
def test_no_printed_sum_claims_more_than_its_digits_hold(story) -> None:
    for frames in story.board().frames:
        for frame in frames:
            for text in (frame.told.sentence, frame.told.numbers):
                assert honest(text) == text


def sentences(board: Board) -> str:
    return " ".join(
        re.sub(r"<[^>]+>", "", frame.told.sentence) for row in board.frames for frame in row
    )


def test_the_forget_gate_falls_at_one_word_alone() -> None:
    f, at = BASKET.trace.f, BASKET.at[forget.EMPTIED]
    assert f[at].max() < 0.05
    assert np.delete(f, at, axis=0).min() == forget.open_elsewhere(BASKET) > 0.98
    said = float(re.search(r"it stood above (\d\.\d\d)", sentences(forget.board()))[1])
    assert said < forget.open_elsewhere(BASKET) < said + 0.01


def test_the_input_gate_opens_for_the_fruit_that_is_picked() -> None:
    i = BASKET.trace.i[list(BASKET.at)]
    assert i[write.APPLE, 0] > 0.8 > 0.02 > i[write.APPLE, 1]
    assert i[write.PEAR, 1] > 0.8 > 0.02 > i[write.PEAR, 0]
    assert i[write.SEEN].max() < 0.01
    written = BASKET.trace.written[BASKET.at[write.APPLE], 0]
    assert BASKET.read_out[0, 0] * np.tanh(written) == pytest.approx(1, abs=0.1), "about one apple"


def test_the_output_gate_lets_the_asked_unit_speak() -> None:
    o = BASKET.trace.o[list(BASKET.at)]
    assert o[show.PICKED].max() < 0.01
    assert o[show.ASKED, 0] > 0.9 > 0.01 > o[show.ASKED, 1]
    assert BASKET.said(show.ASKED) == (2, 0) and BASKET.said(show.EMPTY) == (0, 0)
    assert "it says 2" in sentences(show.board())
