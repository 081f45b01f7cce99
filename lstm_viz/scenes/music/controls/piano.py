"""A keyboard on the screen, played by touch, mouse or computer keys: a beginning of one's own."""

from __future__ import annotations

import base64
from collections.abc import Callable

import streamlit as st

from lstm_viz.networks.chorales import sound
from lstm_viz.networks.chorales.notes import HIGH, Chords, is_white, name_of
from lstm_viz.scenes.music.controls.params import NOTES
from lstm_viz.scenes.music.record.music import MOST_OWN
from lstm_viz.ui.assets import asset
from lstm_viz.ui.scene_state import SceneScreen

LOWEST = 48
"""C3; below it there is no room."""
FIRST = 60
"""Middle C: the first of the computer keys."""
COMPUTER_KEYS = "awsedftgyhujkolp;"
"""From ``FIRST`` on, white keys in the middle row, black ones above them."""

_mount = st.components.v2.component(
    "lstm_viz_piano",
    html=asset(__package__, "piano.html"),
    css=asset(__package__, "piano.css"),
    js=asset(__package__, "piano.js"),
)


def piano(screen: SceneScreen, take: Callable[[Chords], None]) -> None:
    """``take`` is handed the chords once the reader rests."""
    key = "music_piano"

    def played() -> None:
        text = str(st.session_state[key].notes)
        try:
            take(NOTES.read(text))
        except ValueError:  # nothing that this keyboard says
            return

    _mount(
        key=key,
        data={
            "keys": [
                {"pitch": pitch, "name": name_of(pitch), "white": is_white(pitch)}
                for pitch in range(LOWEST, HIGH + 1)
            ],
            "first": FIRST,
            "computer": COMPUTER_KEYS,
            "most": MOST_OWN,
            "notes": NOTES.write(screen[NOTES.name]),
            "tone": base64.b64encode(sound.base_wav()).decode(),
            "base": sound.BASE,
            "loud": sound.LOUD,
        },
        on_notes_change=played,
    )
