"""The rows below the picture: the beginning, how it goes on, the files, and the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lstm_viz.inputs.sound import write_wav
from lstm_viz.networks.chorales.midi import to_midi
from lstm_viz.networks.chorales.piece import NOTES as NOTES_ONE_BY_ONE
from lstm_viz.networks.chorales.sound import RATE, heard
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
from lstm_viz.ui import scene_state, widgets
from lstm_viz.ui.into_cell import PICTURE
from lstm_viz.ui.params import Pick, Value
from lstm_viz.ui.scene_state import SceneScreen


def anew(**values: Value) -> None:
    """Another piece: from its beginning, in the picture."""
    scene_state.restart(KEY, **{VIEW.name: PICTURE, **values})


def _another() -> None:
    """By the next seed after the one of now: pressed twice in a run, by the one after that."""
    anew(**{SEED.name: int(scene_state.current(KEY)[SEED.name]) % MOST_SEED + 1})


def bar(screen: SceneScreen, found: Music) -> None:
    own = screen[BEGINNING.name] == OWN
    drawn = not found.asked.by_bach
    with st.container(key="music_bar", horizontal=True, vertical_alignment="bottom"):
        widgets.dropdown(
            KEY, screen, BEGINNING, "Beginning", TITLES.__getitem__, width=215,
            take=lambda id: anew(**{BEGINNING.name: id}),
        )  # fmt: skip
        if not own:
            _pick(screen, WHO, "Goes on", GOES_ON.__getitem__)
        if drawn:
            _pick(screen, WAY, "Draws each chord", DRAWN.__getitem__)
            widgets.slider(KEY, screen, TEMPERATURE, "Temperature", 0.1, at=(0, 0))
            _pick(screen, LENGTH, "Quarters")
            st.button(
                "Another",
                key="music_another",
                help="The same beginning, gone on with by other random numbers.",
                on_click=_another,
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


def _pick(screen: SceneScreen, param: Pick, label: str, words: Callable[[str], str] = str) -> None:
    widgets.pick(KEY, screen, param, label, words, take=lambda id: anew(**{param.name: id}))


def _files(found: Music) -> None:
    name = f"{found.beginning.id}-{'bach' if found.asked.by_bach else 'network'}"
    st.download_button(
        "WAV",
        lambda: write_wav(heard(found.chords), RATE),
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
