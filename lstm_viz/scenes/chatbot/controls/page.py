"""The whole page, and what a press in the picture does."""

from __future__ import annotations

import streamlit as st

from lstm_viz.lesson.glossary import linked
from lstm_viz.networks.chat.files import PLAIN, load
from lstm_viz.player import board_payload
from lstm_viz.player.contract import Board
from lstm_viz.scenes.chatbot.controls.bar import bar
from lstm_viz.scenes.chatbot.controls.params import KEY, PARAMS, STEPS, VIEW, settings_of
from lstm_viz.scenes.chatbot.moments import moments
from lstm_viz.scenes.chatbot.picture import chat_board
from lstm_viz.scenes.chatbot.record import OneHotRun, Settings, Talk, decoder_run, encoder_run, talk
from lstm_viz.scenes.chatbot.words.around import OPENING, REMEMBER, about
from lstm_viz.ui import lesson_page, scene_state
from lstm_viz.ui.assets import asset
from lstm_viz.ui.films import made
from lstm_viz.ui.into_cell import PICTURE, CellRun, enter, play_cell, play_picture

BACK = "Back to the chat"
PLACES = {"into": 1, "run": 3}
"""Numbers behind what the picture tells: the frame, and of a value its step and unit."""


def page() -> None:
    units = load(PLAIN).chat.hidden_size
    screen = lesson_page.begin(KEY, OPENING, PARAMS, steps=STEPS, stages=10, units=units)
    st.html(f"<style>{asset(__package__, 'chatbot.css')}</style>")
    settings = settings_of(screen)
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        bar(screen)
    with picture:
        if screen[VIEW.name] == PICTURE:
            play_picture(
                KEY, made(film, settings), screen, PARAMS, lambda action: _act(settings, action)
            )
        else:
            _cell(talk(settings))
    lesson_page.remember(REMEMBER)
    with st.expander("The two networks, and what they were measured at"):
        st.markdown(linked(about()))


def film(settings: Settings) -> Board:
    return board_payload(chat_board(talk(settings)), drawing=repr(settings))


def _cell(found: Talk) -> None:
    screen = scene_state.current(KEY)
    reads = screen[VIEW.name] == "encoder"
    there = moments(found)
    kind = "look" if reads else "handed"
    to = next(k for k, moment in enumerate(there) if moment.kind == kind)
    run = encoder_run(found) if reads else decoder_run(found)
    play_cell(KEY, _cell_run(run, found), screen, PARAMS, back=BACK, to=to)


def _cell_run(run: OneHotRun, found: Talk) -> CellRun:
    return CellRun(
        run.trace, run.cell.parameters, run.tokens, run.columns, run.answers, found.look.unit
    )


def _act(settings: Settings, action: str) -> None:
    """Into the encoder at a word of the line, or into the decoder at one of the reply."""
    kind, *place = action.split(":")
    if len(place) != PLACES.get(kind) or not all(map(str.isdecimal, place)):
        return
    found = talk(settings)
    there = moments(found)
    frame = min(int(place[0]), len(there) - 1)
    moment, unit, words = there[frame], found.look.unit, len(found.heard.words)
    if kind == "run":
        enter(KEY, "encoder", frame, t=min(int(place[1]), words - 1), unit=unit)
    elif moment.kind == "word":
        enter(KEY, "decoder", frame, t=moment.k, unit=unit)
    else:
        at = moment.k if moment.kind == "read" else found.look.at
        enter(KEY, "encoder", frame, t=at, unit=unit)
