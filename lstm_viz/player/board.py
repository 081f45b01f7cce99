"""A board as what is sent to the browser: the same kind of payload as a film's, without a cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lstm_viz.figures.board import Board, Picture
from lstm_viz.figures.style import STRONG, THEMES
from lstm_viz.notation import honest


def board_payload(board: Board, *, questions: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    """Everything the player needs; ``questions`` are from ``questions.asked``."""
    stages = range(len(board.frames[0]))
    return {
        "kind": "board",
        "alt": board.alt,
        "stepWord": board.step_word,
        "steps": len(board.steps),
        "units": 0,
        "tokens": list(board.steps),
        "columns": [],
        "unitLabels": [],
        "answers": [],
        "told": [[honest(frame.told.sentence) for frame in frames] for frames in board.frames],
        "lines": [
            [
                {
                    "title": frame.told.title,
                    "equation": frame.told.equation,
                    "numbers": honest(frame.told.numbers),
                }
                for frame in frames
            ]
            for frames in board.frames
        ],
        "tables": [
            {"caption": table.caption, "head": list(table.head), "rows": table.rows}
            for table in board.tables
        ],
        "questions": list(questions),
        "shown": [],
        "carried": {},
        "strong": STRONG,
        "scales": {},
        "signals": {},
        "stages": [
            {
                "title": board.frames[0][k].told.title,
                "gates": [],
                "focus": [],
                "wires": [],
                "carries": False,
                "states": {},
            }
            for k in stages
        ],
        "quiet": {},
        "lit": [{} for _ in stages],
        "views": {name: _view(board, name, picture) for name, picture in board.pictures.items()},
        "overview": None,
        "palettes": THEMES,
        "values": {},
        "weights": {},
        "clamped": {},
    }


def _view(board: Board, name: str, picture: Picture) -> dict[str, Any]:
    return {
        "width": picture.width,
        "height": picture.height,
        "data": picture.data,
        "scenes": [[frame.patches.get(name, {}) for frame in frames] for frames in board.frames],
        "strips": {},
        "ops": [],
        "wires": {},
        "cameras": {},
    }
