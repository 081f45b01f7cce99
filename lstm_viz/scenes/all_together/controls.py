"""The page of the whole story: the row, and the cell at the sentence where the reader was."""

from __future__ import annotations

import streamlit as st

from lstm_viz.lesson.word_row import word_row
from lstm_viz.player import payload, questions_payload
from lstm_viz.player.board import board_payload
from lstm_viz.player.contract import AnyFilm, Board
from lstm_viz.scenes.all_together.picture.cell import STAGES, cell_film
from lstm_viz.scenes.all_together.picture.row import row_board
from lstm_viz.scenes.all_together.questions import cell_questions, row_questions
from lstm_viz.scenes.all_together.record import MOST, STORY, run
from lstm_viz.scenes.all_together.words import CELL_OPENING, OPENING, captions, ending
from lstm_viz.tasks.basket import OUTPUTS
from lstm_viz.ui import lesson_page, scene_state
from lstm_viz.ui.films import made
from lstm_viz.ui.gone import Gone
from lstm_viz.ui.own_story import CHANGE, OwnStory
from lstm_viz.ui.params import Pick
from lstm_viz.ui.scene_state import SceneScreen

KEY = "all-together"
OWN = OwnStory(KEY, STORY, MOST, "The first story again")
VIEW = Pick("view", ("row", "cell"), "row")
PARAMS = (VIEW, OWN.told, OWN.word, CHANGE, Gone("sentence", "stories are told whole"))


def page() -> None:
    screen = _begin()
    view, story = screen[VIEW.name], screen["story"]
    part = (view, VIEW.options)
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        if view != "cell":
            OWN.show(screen)
    with picture, st.container(key="together_player"):
        if view == "cell":
            packed = made(cell, story, OWN.number(screen))
            lesson_page.play(KEY, packed, screen, PARAMS, back="All sentences", part=part, act=_act)
        else:
            lesson_page.play(
                KEY,
                made(row, story),
                screen,
                PARAMS,
                tells=screen[CHANGE.name] == "yes",
                into="Look inside",
                part=part,
                act=_act,
            )
    lesson_page.end(KEY, ending(run(story)))


def _begin() -> SceneScreen:
    scene_state.follow(KEY, PARAMS, steps=MOST, stages=len(STAGES), units=len(OUTPUTS))
    screen = OWN.fit()
    in_cell = screen[VIEW.name] == "cell"
    steps, stages = (1, len(STAGES)) if in_cell else (len(screen["story"]), 1)
    scene_state.within(
        KEY, {"t": (steps, "step" if in_cell else "sentence"), "stage": (stages, "stage")}
    )
    return lesson_page.begin(
        KEY, CELL_OPENING if in_cell else OPENING, PARAMS,
        steps=MOST, stages=len(STAGES), units=len(OUTPUTS),
    )  # fmt: skip


def row(story: tuple[str, ...] = STORY) -> Board:
    """What the player is handed on the whole story."""
    told = word_row(story)
    questions = questions_payload(row_questions(story), told.basket)
    board = row_board(told.basket, captions(told))
    return board_payload(board, questions=questions, drawing=".".join(story))


def cell(story: tuple[str, ...], sentence: int) -> AnyFilm:
    """What the player is handed on the cell at the word of a sentence."""
    basket = run(story)
    return payload(
        cell_film(basket, sentence),
        weights=basket.cell.parameters,
        unit_labels=OUTPUTS,
        questions=questions_payload(cell_questions(sentence), basket),
        overview=False,
        ribbon="stages",
    )


def _act(action: str) -> None:
    """Into the cell at the sentence on screen, and back to that sentence."""
    if action.startswith("into:"):
        OWN.into_cell(int(action.removeprefix("into:")), view="cell")
    elif action == "back":
        OWN.back(view="row")
