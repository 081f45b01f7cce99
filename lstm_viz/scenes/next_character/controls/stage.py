"""The page, and what of it runs again while the reader types."""

from __future__ import annotations

import streamlit as st

from lstm_viz.player import board_payload
from lstm_viz.player.contract import Board
from lstm_viz.reading.typing_aid import (
    COMMAND,
    LONGEST,
    Typing,
    measured_savings,
    network,
    passage,
    typing_of,
)
from lstm_viz.reading.words.phrases import visible
from lstm_viz.scenes.next_character.controls import state
from lstm_viz.scenes.next_character.controls.field import field
from lstm_viz.scenes.next_character.controls.params import (
    CELL,
    KEY,
    PARAMS,
    PRESET,
    TEMPERATURE,
    VIEW,
)
from lstm_viz.scenes.next_character.picture import typing_board
from lstm_viz.scenes.next_character.words import (
    OPENING,
    OWN,
    PRESETS,
    START_LABEL,
    TITLES,
    around,
    credit,
    says_next,
)
from lstm_viz.ui import coming_back, lesson_page, scene_state, widgets
from lstm_viz.ui.assets import asset
from lstm_viz.ui.films import Packed, made, once
from lstm_viz.ui.into_cell import CellRun, enter, play_cell, play_picture
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen

BACK = "Back to the text"
GLIDE = 120
"""Milliseconds: letters come as fast as they are typed."""


def page() -> None:
    bare = scene_state.arrives(KEY) and not coming_back.address()
    lesson_page.begin(
        KEY, OPENING, PARAMS, steps=LONGEST + 1, stages=10, units=network().hidden_size
    )
    if bare:
        state.to_end()
    _stage()
    lesson_page.remember(around(measured_savings()))
    st.caption(credit(measured_savings(), passage().source, COMMAND))


@st.fragment
def _stage() -> None:
    """Run anew for every character that is typed, without the rest of the page."""
    scene_state.fit_link(KEY, state.fit)
    screen = scene_state.current(KEY)
    typing = state.typing(screen)
    st.html(f"<style>{asset(__package__, 'next_character.css')}</style>")
    in_cell = screen[VIEW.name] == CELL
    with st.container(key="typing_stage"):  # on a phone what can be set comes after the picture
        with st.container(key="typing_field"):
            if not in_cell:
                field(typing)
        with st.container(key="typing_settings"):
            if not in_cell:
                _bar(screen)
        # One place: what is entered grows out of what was there.
        with st.container(key="typing_player"):
            if in_cell:
                play_cell(KEY, _run(typing), screen, PARAMS, back=BACK, to=len(typing))
            else:
                play_picture(KEY, _film(screen, typing), screen, PARAMS, _acted)


def _bar(screen: SceneScreen) -> None:
    """What can be set beside the field."""
    begin, temperature = st.columns(2)
    with begin:
        widgets.dropdown(KEY, screen, PRESET, "Text", TITLES.__getitem__, take=state.begin_with)
    with temperature:
        widgets.slider(KEY, screen, TEMPERATURE, "Temperature", 0.1)
    with st.container(key="typing_bar", horizontal=True, vertical_alignment="center"):
        st.button("Let it write a line", key="typing_write", on_click=state.write_line)
        st.button("Clear", key="typing_clear", on_click=lambda: state.begin_with(OWN))
        if screen[PRESET.name] != OWN:
            st.caption(plain(PRESETS[screen[PRESET.name]].shows))


def _film(screen: SceneScreen, typing: Typing) -> Packed:
    """The first texts are made once for all who open them."""
    if screen[PRESET.name] == OWN:
        return once(_board(typing))
    return made(film_of, screen[PRESET.name], typing.temperature)


def film_of(preset: str, temperature: float) -> Board:
    return _board(typing_of(PRESETS[preset].text, temperature))


def _board(typing: Typing) -> Board:
    board = typing_board(typing, measured_savings())
    return board_payload(board, glide=GLIDE)


def _run(typing: Typing) -> CellRun:
    (layer,) = network().layers
    look = measured_savings().look
    return CellRun(
        typing.trace,
        layer.parameters,
        tokens=(START_LABEL, *map(visible, typing.text)),
        columns=tuple(map(visible, typing.alphabet)),
        answers=[says_next(typing, at) for at in range(len(typing) + 1)],
        look=look.unit,
    )


def _acted(action: str) -> None:
    """Into the cell at the character that the reader is at."""
    kind, _, place = action.partition(":")
    if kind == "into" and place.isdecimal():
        frame = int(place)
        enter(KEY, CELL, frame, t=frame, unit=measured_savings().look.unit)
