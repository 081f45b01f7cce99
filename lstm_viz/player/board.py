"""A board as what is sent to the browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lstm_viz.figures import board as figures
from lstm_viz.figures.style import THEMES
from lstm_viz.notation import honest
from lstm_viz.player.contract import (
    Board,
    BoardFrame,
    Drawn,
    Painting,
    Question,
    Sketch,
    Sound,
)

GLIDE = 650
"""Milliseconds in which a change that is made to a picture is followed."""


def board_payload(
    board: figures.Board,
    *,
    questions: Sequence[Question] = (),
    drawing: str = "",
    glide: int = GLIDE,
    sketch: Sketch | None = None,
    sound: Sound | None = None,
    painting: Painting | None = None,
) -> Board:
    """Everything the player needs; ``questions`` are from ``questions.asked``.

    With another ``drawing`` than before nothing moves: the picture is drawn anew.  ``sketch`` is
    what the reader can draw into its first frame, ``painting`` what they can paint there,
    ``sound`` what is heard at each step.
    """
    return {
        "kind": "board",
        "alt": board.alt,
        "stepWord": board.step_word,
        "steps": len(board.steps),
        "tokens": list(board.steps),
        "frames": [[_words(frame) for frame in frames] for frames in board.frames],
        "tables": [
            {
                "caption": table.caption,
                "head": list(table.head),
                "rows": [list(row) for row in table.rows],
            }
            for table in board.tables
        ],
        "questions": list(questions),
        "views": {name: _view(board, name, picture) for name, picture in board.pictures.items()},
        "palettes": THEMES,
        "drawing": drawing,
        "glide": glide,
        "sketch": sketch,
        "sound": sound,
        "painting": painting,
    }


def _words(frame: figures.Frame) -> BoardFrame:
    return {
        "title": frame.told.title,
        "equation": frame.told.equation,
        "numbers": honest(frame.told.numbers),
        "sentence": honest(frame.told.sentence),
        "why": _lines(frame.why),
        "elsewhere": _lines(frame.elsewhere),
    }


def _lines(of: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {name: [honest(line) for line in lines] for name, lines in of.items()}


def _view(board: figures.Board, name: str, picture: figures.Picture) -> Drawn:
    return {
        "kind": "drawn",
        "width": picture.width,
        "height": picture.height,
        "data": picture.data,
        "scenes": [
            [dict(frame.patches.get(name, {})) for frame in frames] for frames in board.frames
        ],
    }
