"""What the pages of the three gate scenes share: a gate at work on a story of Mia's basket."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lstm_viz.figures.board import Board
from lstm_viz.lesson.basket import Basket
from lstm_viz.lesson.question import Question
from lstm_viz.player import contract
from lstm_viz.player.board import board_payload
from lstm_viz.player.questions import questions_payload
from lstm_viz.ui import lesson_page
from lstm_viz.ui.films import made
from lstm_viz.ui.gone import HOLD, Gone

STEPS, STAGES = 4, 3
"""Of every board; a test holds the boards against it."""
PARAMS = (Gone("part", "the scene has one part"), HOLD)


@dataclass(frozen=True)
class GateRoom:
    """What is a gate scene's own."""

    id: str
    opening: str
    ending: str
    run: Callable[[], Basket]
    board: Callable[[], Board]
    questions: Callable[[], tuple[Question, ...]]


def page(room: GateRoom) -> None:
    screen = lesson_page.begin(room.id, room.opening, PARAMS, steps=STEPS, stages=STAGES)
    lesson_page.play(room.id, made(story_payload, room), screen, PARAMS)
    lesson_page.end(room.id, room.ending)


def story_payload(room: GateRoom) -> contract.Board:
    """What the player is handed."""
    questions = questions_payload(room.questions(), room.run())
    return board_payload(room.board(), questions=questions)
