"""A board is whole or it is refused."""

from dataclasses import replace

import pytest

from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.lesson.caption import Caption

PICTURE = Picture(100, 50, [{"type": "scatter", "name": "dot", "x": [1], "y": [2]}])
FRAME = Frame({"wide": {"dot": {"x": [3]}}, "tall": {}}, Caption("Title", "A sentence."))
TABLE = Table("What", ("a", "b"), (("1", "2"),))
BOARD = Board(
    ("one", "two"),
    ((FRAME, FRAME, FRAME),) * 2,
    {"wide": PICTURE, "tall": PICTURE},
    (TABLE, TABLE),
    "a dot",
)


def test_its_length_is_its_frames():
    assert len(BOARD) == 6
    assert len(replace(BOARD, frames=(BOARD.frames[0], (FRAME,)))) == 4, "the last row is shorter"


@pytest.mark.parametrize(
    "broken",
    [
        {"frames": ((FRAME,),)},
        {"frames": ((FRAME,), (FRAME, FRAME))},
        {"frames": ((FRAME,), ())},
        {"tables": (TABLE,)},
        {"pictures": {"wide": PICTURE}},
    ],
    ids=[
        "a step without frames",
        "the last row longer",
        "no frame in the last row",
        "a table missing",
        "no tall picture",
    ],
)
def test_what_does_not_fit_is_refused(broken):
    with pytest.raises(ValueError, match="a board needs"):
        replace(BOARD, **broken)
