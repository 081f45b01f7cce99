"""The rows below the picture: the beginning, how it goes on, the files, and the keyboard."""

from __future__ import annotations

import streamlit as st

from lstm_viz.networks.chorales.midi import to_midi
from lstm_viz.networks.chorales.piece import NOTES as NOTES_ONE_BY_ONE
from lstm_viz.networks.chorales.sound import heard, to_wav
from lstm_viz.scenes.music.controls.params import (
    BEGINNING,
    KEY,
    LENGTH,
    MOST_SEED,
    NOTES,
    SEED,
    TEMPERATURE,
    VIEW,
    WAY,
    WHO,
)
from lstm_viz.scenes.music.controls.piano import piano
from lstm_viz.scenes.music.record.music import OWN, Music
from lstm_viz.scenes.music.words.around import DRAWN, GOES_ON, TITLES
from lstm_viz.ui import lesson_page, scene_state
from lstm_viz.ui.into_cell import PICTURE
from lstm_viz.ui.params import Value
from lstm_viz.ui.scene_state import SceneScreen


def anew(**values: Value) -> None:
    """Another piece: from its beginning, in the picture."""
    scene_state.change(KEY, **{VIEW.name: PICTURE, **values})
    scene_state.jump(KEY, t=0, stage=0)


def bar(screen: SceneScreen, found: Music) -> None:
    own = screen[BEGINNING.name] == OWN
    drawn = not found.asked.by_bach
    with st.container(key="music_bar", horizontal=True, vertical_alignment="bottom"):
        _beginning(screen)
        if not own:
            _who(screen)
        if drawn:
            _way(screen)
            lesson_page.slider(KEY, screen, TEMPERATURE, "Temperature", 0.1, at=(0, 0))
            _quarters(screen)
            st.button(
                "Another",
                key="music_another",
                help="The same beginning, gone on with by other random numbers.",
                on_click=lambda: anew(**{SEED.name: screen[SEED.name] % MOST_SEED + 1}),
            )
        _files(found)
    if own:
        piano(screen, take=lambda notes: anew(**{NOTES.name: notes}))


def tries() -> None:
    """Two pieces that show what it does not do."""
    with st.container(key="music_tries", horizontal=True):
        for words, values in (
            ("Try it note by note", {WAY.name: NOTES_ONE_BY_ONE}),
            ("Try 128 quarters", {LENGTH.name: "128"}),
        ):
            st.button(
                words,
                key=f"music_try_{next(iter(values))}",
                on_click=lambda values=values: anew(**{WHO.name: WHO.default, **values}),
            )


def _beginning(screen: SceneScreen) -> None:
    key = "music_begins"
    st.session_state[key] = screen[BEGINNING.name]
    st.selectbox(
        "Beginning",
        BEGINNING.options,
        format_func=TITLES.__getitem__,
        key=key,
        width=215,
        on_change=lambda: anew(**{BEGINNING.name: st.session_state[key]}),
    )


def _who(screen: SceneScreen) -> None:
    key = "music_on"
    st.session_state[key] = screen[WHO.name]
    st.segmented_control(
        "Goes on",
        WHO.options,
        format_func=GOES_ON.__getitem__,
        key=key,
        required=True,
        on_change=lambda: anew(**{WHO.name: st.session_state[key]}),
    )


def _way(screen: SceneScreen) -> None:
    key = "music_chords"
    st.session_state[key] = screen[WAY.name]
    st.segmented_control(
        "Draws each chord",
        WAY.options,
        format_func=DRAWN.__getitem__,
        key=key,
        required=True,
        on_change=lambda: anew(**{WAY.name: st.session_state[key]}),
    )


def _quarters(screen: SceneScreen) -> None:
    key = "music_quarters"
    st.session_state[key] = screen[LENGTH.name]
    st.segmented_control(
        "Quarters",
        LENGTH.options,
        key=key,
        required=True,
        on_change=lambda: anew(**{LENGTH.name: st.session_state[key]}),
    )


def _files(found: Music) -> None:
    name = f"{found.beginning.id}-{'bach' if found.asked.by_bach else 'network'}"
    st.download_button(
        "WAV",
        lambda: to_wav(heard(found.chords)),
        f"{name}.wav",
        "audio/wav",
        key="music_wav",
        on_click="ignore",
    )
    st.download_button(
        "MIDI",
        lambda: to_midi(found.chords),
        f"{name}.mid",
        "audio/midi",
        key="music_midi",
        on_click="ignore",
    )
