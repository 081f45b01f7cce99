"""The page: the picture, the knobs below it, and the trainings that show what it is for."""

from __future__ import annotations

import streamlit as st

from lstm_viz.player import board_payload, questions_payload
from lstm_viz.player.contract import Board
from lstm_viz.scenes.gradients.controls.knobs import fit, knobs, read_row
from lstm_viz.scenes.gradients.controls.params import CLIP, KEY, PARAMS, settings_of
from lstm_viz.scenes.gradients.picture import gradients_board
from lstm_viz.scenes.gradients.questions import questions
from lstm_viz.scenes.gradients.record.run import run
from lstm_viz.scenes.gradients.record.settings import Settings
from lstm_viz.scenes.gradients.words.around import (
    ENDING,
    MEASURED,
    MEASURED_TITLE,
    OPENING,
    TRAIN_IT,
)
from lstm_viz.scenes.gradients.words.captions import WIDE
from lstm_viz.ui import lesson_page, scene_state
from lstm_viz.ui.films import made
from lstm_viz.ui.navigation import page_of

GAPS = (5, 30)
"""Steps from the first symbol to the question, in the trainings that are led to."""
TRAINED = (("RNN", "rnn"), ("LSTM", "lstm"))


def page() -> None:
    scene_state.follow(KEY, PARAMS, steps=WIDE + 1, stages=1)
    fit()
    screen = lesson_page.begin(KEY, OPENING, PARAMS, steps=WIDE + 1, stages=1)
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        knobs(screen)
    clip = screen[CLIP.name] == "on"
    with picture:
        lesson_page.play(KEY, made(film, settings_of(screen), clip), screen, PARAMS)
    read_row(screen)
    lesson_page.remember(ENDING)
    _trainings()
    with st.expander(MEASURED_TITLE):
        st.markdown(MEASURED)
    lesson_page.end(KEY)


def film(settings: Settings, clip: bool) -> Board:
    """What the player is handed."""
    found = run(settings)
    board = gradients_board(found, clip=clip)
    asked = questions_payload(questions(found), found)
    return board_payload(board, questions=asked, drawing=f"{settings.network} {found.tokens}")


def _trainings() -> None:
    """The first of many symbols is to be remembered over a short gap and over a long one."""
    with st.container(key="gradients_train", horizontal=True):
        for size in GAPS:
            for cell, id in TRAINED:
                st.page_link(
                    page_of("train").file,
                    label=TRAIN_IT.format(cell=cell, size=size),
                    query_params={
                        "task": "first-symbol", "size": str(size), "cell": id, "units": "16",
                        "forget": "4", "steps": "800",
                    },
                )  # fmt: skip
