"""The reader's own sound: spoken or dropped in; kept in the session alone, as samples."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from lstm_viz.inputs import InputError
from lstm_viz.inputs.sound import LONGEST, Samples, read_wav
from lstm_viz.networks.digits.spoken import spoken
from lstm_viz.notation import clipped
from lstm_viz.scenes.speech.controls.params import KEY, SOUND
from lstm_viz.scenes.speech.words import OWN
from lstm_viz.ui import scene_state
from lstm_viz.ui.into_cell import PICTURE
from lstm_viz.ui.plain_text import plain

WORD, PROBLEM = "speech_own", "speech_problem"
"""In the session."""
MIC, FILE = "speech_mic", "speech_file"


@dataclass(frozen=True, eq=False)
class OwnWord:
    """``title``: where it is from; ``samples`` hold the word alone."""

    title: str
    samples: Samples


def own_word() -> OwnWord | None:
    found = st.session_state.get(WORD)
    return found if isinstance(found, OwnWord) else None


def speak() -> None:
    st.audio_input(
        "Say a digit, zero to nine",
        key=MIC,
        on_change=lambda: _came(MIC, "what you said"),
        width="stretch",
    )


def upload() -> None:
    st.file_uploader(
        f"Drop a WAV file, up to {LONGEST:g} s", type=["wav"], key=FILE, on_change=_dropped
    )


def refused() -> None:
    """One sentence on what came last, if it could not be read."""
    if problem := st.session_state.get(PROBLEM):
        st.warning(plain(f"{problem} The sound from before is still there."))


def forget_problem() -> None:
    st.session_state.pop(PROBLEM, None)


def _dropped() -> None:
    file = st.session_state.get(FILE)
    _came(FILE, "your file" if file is None else clipped(file.name))


def _came(key: str, title: str) -> None:
    file = st.session_state.get(key)
    if file is None:  # taken away again
        return
    forget_problem()
    try:
        samples = spoken(read_wav(file.getvalue()))
    except InputError as error:
        st.session_state[PROBLEM] = str(error)
        return
    st.session_state[WORD] = OwnWord(title, samples)
    scene_state.restart(KEY, **{SOUND.name: OWN, "view": PICTURE})
