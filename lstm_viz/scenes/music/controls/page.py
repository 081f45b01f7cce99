"""The page: the picture, or the cell at one of its quarters, and what sets them."""

from __future__ import annotations

import base64

import streamlit as st

from lstm_viz.figures.style import palette
from lstm_viz.networks.chorales import sound
from lstm_viz.networks.chorales.notes import NAMES, named
from lstm_viz.networks.chorales.piece import network
from lstm_viz.networks.chorales.scores import scores
from lstm_viz.player import board_payload
from lstm_viz.player.contract import Board, Sound
from lstm_viz.scenes.music.controls import bar
from lstm_viz.scenes.music.controls.params import KEY, PARAMS, STEPS, VIEW, asked_of
from lstm_viz.scenes.music.picture import music_board
from lstm_viz.scenes.music.record.music import Asked, Music, music
from lstm_viz.scenes.music.words.around import CREDIT, OPENING, REMEMBER, beaten, limits, watched
from lstm_viz.ui import lesson_page, scene_state
from lstm_viz.ui.assets import asset
from lstm_viz.ui.films import made
from lstm_viz.ui.into_cell import PICTURE, CellRun, enter, play_cell, play_picture

BACK = "Back to the music"
KEYS = ("white", "ink", "muted", "h")
"""Colours of the keyboard, the same in both themes."""
STYLE = (
    ":root { "
    + " ".join(f"--piano-{role}: {palette('light')[role]};" for role in KEYS)
    + " }"
    + asset(__package__, "music.css")
)


def page() -> None:
    lesson_page.begin(KEY, OPENING, PARAMS, steps=STEPS, stages=10, units=network().hidden_size)
    screen = scene_state.current(KEY)
    asked = asked_of(screen)
    found = music(asked)
    st.html(f"<style>{STYLE}</style>")
    picture, controls = lesson_page.picture_and_controls()
    with picture:
        if screen[VIEW.name] == PICTURE:
            play_picture(KEY, made(film, asked), screen, PARAMS, lambda action: _act(action, found))
        else:
            play_cell(KEY, _run(found), screen, PARAMS, back=BACK, to=found.given)
    with controls:
        bar.bar(screen, found)
    left, right = st.columns(2, gap="large")
    left.markdown(beaten(scores()))
    right.markdown(watched(found))
    right.markdown(limits(scores()))
    with right:
        bar.tries()
    lesson_page.remember(REMEMBER)
    st.caption(CREDIT)


def film(asked: Asked) -> Board:
    found = music(asked)
    return board_payload(
        music_board(found),
        sound=_sound(found),
        drawing=f"{asked}",
    )


def _sound(found: Music) -> Sound:
    rates = [[round(sound.speed(pitch), 6) for pitch in chord] for chord in found.chords]
    return {
        "tone": base64.b64encode(sound.base_wav()).decode(),
        "rates": [[], *rates],
        "seconds": sound.QUARTER,
        "release": sound.RELEASE,
        "loud": sound.LOUD,
    }


def _run(found: Music) -> CellRun:
    (layer,) = network().layers
    comes = [f"{named(chord)} comes next" for chord in found.chords]
    return CellRun(
        found.piece.trace,
        layer.parameters,
        tokens=("silence", *map(named, found.chords)),
        columns=NAMES,
        answers=[*comes, "the end"],
        look=found.look.unit,
    )


def _act(action: str, found: Music) -> None:
    kind, _, at = action.partition(":")
    if kind == "into" and at.isdecimal():
        frame = min(int(at), len(found))
        enter(KEY, "cell", frame, t=frame, unit=found.look.unit)
