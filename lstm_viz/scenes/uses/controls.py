"""What the player is handed on the six networks, and the way to their pages."""

from __future__ import annotations

from functools import cache

import streamlit as st

from lstm_viz.player import board_payload, questions_payload
from lstm_viz.player.contract import Board
from lstm_viz.scenes.uses.picture import uses_board
from lstm_viz.scenes.uses.questions import QUESTIONS
from lstm_viz.scenes.uses.record import STEPS, Use, uses
from lstm_viz.scenes.uses.words import OPENING, ending
from lstm_viz.ui import lesson_page
from lstm_viz.ui.films import made
from lstm_viz.ui.navigation import page_of
from lstm_viz.ui.worker import compute

KEY = "uses"
GOES = f"{KEY}_goes"
"""The task whose page the reader asked for."""


def page() -> None:
    screen = lesson_page.begin(KEY, OPENING, steps=STEPS, stages=1)
    if task := st.session_state.pop(GOES, None):
        st.switch_page(page_of(task).file)
    lesson_page.play(KEY, made(film), screen, act=_acted)
    with st.container(key="doors", horizontal=True):
        for use in tasks():
            st.page_link(page_of(use.id).file, label=f"Try {use.title}")
    lesson_page.end(KEY, ending())


def film() -> Board:
    return board_payload(uses_board(tasks()), questions=questions_payload(QUESTIONS, tasks()))


@cache
def tasks() -> tuple[Use, ...]:
    """What the six networks do: a server has them run by a process beside it."""
    return compute(uses, urgent=True)


def _acted(action: str) -> None:
    """A card was clicked: ``run:`` and the step, the card's number, 0."""
    kind, *place = action.split(":")
    if kind == "run" and len(place) == 3 and place[1].isdecimal():
        number = int(place[1])
        if number < len(tasks()):
            st.session_state[GOES] = tasks()[number].id
