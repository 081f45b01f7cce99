"""The page of the whole story: the row, and the cell at the sentence where the reader was."""

from __future__ import annotations

import streamlit as st

from lstm_viz.player import payload, questions_payload
from lstm_viz.player.board import board_payload
from lstm_viz.player.contract import AnyFilm, Board
from lstm_viz.scenes.all_together.picture.cell import STAGES, cell_film
from lstm_viz.scenes.all_together.picture.row import row_board
from lstm_viz.scenes.all_together.questions import cell_questions, row_questions
from lstm_viz.scenes.all_together.record import SENTENCES, run
from lstm_viz.scenes.all_together.words import CELL_OPENING, OPENING, captions, ending
from lstm_viz.tasks.basket import OUTPUTS
from lstm_viz.ui import lesson_page, scene_state
from lstm_viz.ui.films import made
from lstm_viz.ui.gone import Gone
from lstm_viz.ui.params import Number, Pick
from lstm_viz.ui.scene_state import SceneScreen

KEY = "all-together"
VIEW = Pick("view", ("row", "cell"), "row")
WORD = Number("word", 1, SENTENCES, SENTENCES - 1, whole=True, from_one=True, noun="sentence")
"""The sentence whose cell is shown."""
PARAMS = (VIEW, WORD, Gone("sentence", "the scene tells one story"))


def page() -> None:
    screen = _begin()
    view = screen[VIEW.name]
    part = (view, VIEW.options)
    with st.container(key="together_player"):
        if view == "cell":
            packed = made(cell, int(screen[WORD.name]))
            lesson_page.play(KEY, packed, screen, PARAMS, back="All sentences", part=part, act=_act)
        else:
            lesson_page.play(
                KEY, made(row), screen, PARAMS, into="Look inside", part=part, act=_act
            )
    lesson_page.end(KEY, ending())


def _begin() -> SceneScreen:
    scene_state.follow(KEY, PARAMS, steps=SENTENCES, stages=len(STAGES), units=len(OUTPUTS))
    in_cell = scene_state.current(KEY)[VIEW.name] == "cell"
    steps, stages = (1, len(STAGES)) if in_cell else (SENTENCES, 1)
    scene_state.within(
        KEY, {"t": (steps, "step" if in_cell else "sentence"), "stage": (stages, "stage")}
    )
    return lesson_page.begin(
        KEY, CELL_OPENING if in_cell else OPENING, PARAMS,
        steps=SENTENCES, stages=len(STAGES), units=len(OUTPUTS),
    )  # fmt: skip


def row() -> Board:
    """What the player is handed on the whole story."""
    basket = run()
    questions = questions_payload(row_questions(), basket)
    return board_payload(row_board(basket, captions(basket)), questions=questions)


def cell(sentence: int) -> AnyFilm:
    """What the player is handed on the cell at the word of a sentence."""
    basket = run()
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
        sentence = int(action.removeprefix("into:"))
        scene_state.change(KEY, view="cell", word=sentence)
        unit = int("pear" in run().sentences[sentence])
        scene_state.jump(KEY, t=0, stage=0, unit=unit)
    elif action == "back":
        sentence = int(scene_state.current(KEY)[WORD.name])
        scene_state.change(KEY, view="row", word=WORD.default)
        scene_state.jump(KEY, t=sentence, stage=0)
