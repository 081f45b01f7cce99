"""A board as what is sent to the browser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from lstm_viz.figures import board as figures
from lstm_viz.figures.shapes import Patch
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
from lstm_viz.player.payload import encoded

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

    The picture moves from the board before to this one if what no frame changes is the same in
    both, and ``drawing`` is; otherwise it is drawn anew.  ``sketch`` is what the reader can draw
    into its first frame, ``painting`` what they can paint there, ``sound`` what is heard at each
    step.
    """
    views = {name: _view(board, name, picture) for name, picture in board.pictures.items()}
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
        "views": views,
        "palettes": THEMES,
        "drawing": f"{drawing} {_still(views.values())}".strip(),
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


def _still(views: Iterable[Drawn]) -> str:
    """A name for what stays as it is in all frames."""
    still = [
        (
            [view["width"], view["height"]],
            [_without(trace, _changed(view, str(trace["name"]))) for trace in view["data"]],
        )
        for view in views
    ]
    return sha256(encoded(still)).hexdigest()[:16]


def _changed(view: Drawn, name: str) -> list[Patch]:
    """What the frames make of a trace."""
    return [frame[name] for frames in view["scenes"] for frame in frames if name in frame]


def _without(trace: Mapping[str, Any], patches: Sequence[Patch]) -> dict[str, Any]:
    """Of what is changed only its size is left: points that come or go cannot move."""
    return {
        key: _kept(value, [patch[key] for patch in patches if key in patch])
        for key, value in trace.items()
    }


def _kept(value: Any, changed: list[Any]) -> Any:
    if not changed:
        return value
    if isinstance(value, Mapping):
        return _without(value, changed)
    return len(value) if isinstance(value, list) else ""
