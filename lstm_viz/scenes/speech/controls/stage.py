"""The page, and what of it runs again when a sound is chosen or noise is added."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lstm_viz.figures.style import palette
from lstm_viz.inputs.sound import LONGEST, write_wav
from lstm_viz.networks.digits.files import load
from lstm_viz.networks.digits.mfcc import COEFFICIENTS
from lstm_viz.networks.digits.recordings import RECORDINGS
from lstm_viz.networks.digits.spoken import seconds
from lstm_viz.notation import percent
from lstm_viz.player import board_payload
from lstm_viz.player.contract import Board
from lstm_viz.scenes.speech.controls import own
from lstm_viz.scenes.speech.controls.params import (
    CELL,
    FIRST,
    KEY,
    NOISE,
    PARAMS,
    SOUND,
    VIEW,
    decibels,
)
from lstm_viz.scenes.speech.picture import speech_board
from lstm_viz.scenes.speech.picture.board import frame_of
from lstm_viz.scenes.speech.record import Shown, right_with, shipped, shown_of
from lstm_viz.scenes.speech.words import (
    CREDIT,
    GONE,
    OPENING,
    OWN,
    OWN_TITLE,
    around,
    noise_words,
    quoted,
)
from lstm_viz.ui import lesson_page, scene_state, widgets
from lstm_viz.ui.assets import asset
from lstm_viz.ui.films import Packed, made, once
from lstm_viz.ui.into_cell import PICTURE, CellRun, enter, play_cell, play_picture
from lstm_viz.ui.scene_state import SceneScreen
from lstm_viz.ui.served import playable

STYLE = (
    f":root {{ --speech-button: {palette('light')['text_o']}; }}{asset(__package__, 'speech.css')}"
)
BACK = "Back to the word"
GLIDE = 120
"""Milliseconds: frames follow each other fast."""
MOST_FRAMES = 500
"""Of a sound of ``LONGEST`` seconds, and some more."""
assert seconds(MOST_FRAMES) > LONGEST


def page() -> None:
    bare = scene_state.arrives(KEY) and not st.query_params.to_dict()
    lesson_page.begin(
        KEY, OPENING, PARAMS, steps=MOST_FRAMES, stages=1, units=load().model.hidden_size
    )
    if bare:  # what it makes of the whole word; how it came to that is a press away
        scene_state.jump(KEY, t=len(shipped(FIRST, None).ends), stage=0)
    _stage()


@st.fragment
def _stage() -> None:
    screen = _screen()
    noise = decibels(screen[NOISE.name])
    shown = _shown(screen, noise)
    st.html(f"<style>{STYLE}</style>")
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        _bar(screen, shown)
        own.refused()
    with picture, st.container(key="speech_player"):
        if screen[VIEW.name] == CELL:
            play_cell(KEY, _run(shown), screen, PARAMS, back=BACK, to=len(shown.ends))
        else:
            play_picture(KEY, _film(screen, shown), screen, PARAMS, lambda a: _acted(a, shown))
    network = load()
    lesson_page.remember(around(network, noise, right_with(noise)))
    st.caption(CREDIT.format(command=network.metadata["made_by"]))


def _screen() -> SceneScreen:
    """The screen; a sound of somebody's own is not in a link."""
    screen = scene_state.current(KEY)
    if screen[SOUND.name] == OWN and own.own_word() is None:
        values = {**screen.values, SOUND.name: FIRST, VIEW.name: PICTURE}
        scene_state.correct(KEY, GONE, values=values, t=0, stage=0)
        st.rerun()  # what is said of it stands above
    return screen


def _shown(screen: SceneScreen, noise: float | None) -> Shown:
    word = own.own_word()
    if screen[SOUND.name] != OWN or word is None:
        return shipped(screen[SOUND.name], noise)
    return shown_of(word.samples, noise, title=word.title, own=True)


def _bar(screen: SceneScreen, shown: Shown) -> None:
    with st.container(key="speech_bar", horizontal=True, vertical_alignment="center"):
        _sounds(screen)
        with st.popover("Say a digit", icon=":material/mic:", type="primary", width="content"):
            own.speak()
            own.upload()
        _noise(screen)
        largest = max(1e-9, float(abs(shown.heard.samples).max()))
        louder = write_wav(shown.heard.samples * min(1.0, 0.9 / largest))
        st.audio(playable(louder, "audio/wav"), format="audio/wav", width=260)


def _sounds(screen: SceneScreen) -> None:
    def chosen(sound: str) -> None:
        own.forget_problem()
        scene_state.restart(KEY, **{SOUND.name: sound, VIEW.name: PICTURE})

    there = SOUND if own.own_word() else replace(SOUND, options=tuple(RECORDINGS))
    widgets.dropdown(
        KEY, screen, there, "Recording",
        lambda name: OWN_TITLE if name == OWN else RECORDINGS[name].title,
        labelled=False, width=270, take=chosen,
    )  # fmt: skip


def _noise(screen: SceneScreen) -> None:
    key = "speech_noise"
    st.session_state[key] = screen[NOISE.name]
    st.select_slider(
        "Noise",
        NOISE.options,
        format_func=lambda word: noise_words(decibels(word)),
        key=key,
        label_visibility="collapsed",
        width=250,
        on_change=lambda: scene_state.change(KEY, **{NOISE.name: st.session_state[key]}),
    )


def _film(screen: SceneScreen, shown: Shown) -> Packed:
    """That of a shipped recording is made once for all who open it."""
    if shown.own:
        return once(_board(shown))
    return made(film_of, screen[SOUND.name], shown.noise)


def film_of(name: str, noise: float | None) -> Board:
    return _board(shipped(name, noise))


def _board(shown: Shown) -> Board:
    return board_payload(speech_board(shown), glide=GLIDE)


def _run(shown: Shown) -> CellRun:
    (layer,) = shown.network.model.layers
    heard = shown.heard
    tops = heard.beliefs.argmax(axis=1)
    return CellRun(
        heard.trace,
        layer.parameters,
        tokens=[f"{seconds(t + 1):.3f} s" for t in range(len(heard))],
        columns=tuple(f"MFCC {k + 1}" for k in range(COEFFICIENTS)),
        answers=[
            f"{quoted(int(top))}, {percent(float(heard.beliefs[t, top]))}"
            for t, top in enumerate(tops)
        ],
        look=shown.look.unit,
    )


def _acted(action: str, shown: Shown) -> None:
    kind, _, place = action.partition(":")
    if kind == "into" and place.isdecimal():
        step = int(place)
        enter(KEY, CELL, step, t=frame_of(shown, step), unit=shown.look.unit)
