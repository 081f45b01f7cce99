"""The text on the screen, and what changes it."""

from __future__ import annotations

import re
import zlib

import numpy as np
import streamlit as st

from lstm_viz.inputs.characters import left_out, pieces, without_unseen
from lstm_viz.player.contract import PutIn
from lstm_viz.reading.typing_aid import LONGEST, Typing, line_after, network, typing_of
from lstm_viz.scenes.next_character.controls.params import KEY, PRESET, TEMPERATURE, TEXT
from lstm_viz.scenes.next_character.words import OWN, PRESETS
from lstm_viz.tasks.similar_characters import without_surrogates
from lstm_viz.ui import scene_state
from lstm_viz.ui.scene_state import SceneScreen

PUT, AFTER, LINES = f"{KEY}_put", f"{KEY}_after", f"{KEY}_lines"
"""In the session: how often Python put a text into the field, what the last one goes on from, and
how many lines the network wrote."""


def text_of(screen: SceneScreen) -> str:
    preset = screen[PRESET.name]
    return str(screen[TEXT.name]) if preset == OWN else PRESETS[preset].text


def typing(screen: SceneScreen) -> Typing:
    return typing_of(text_of(screen), float(screen[TEMPERATURE.name]))


def fit() -> None:
    """What a link says, as far as it can be: its text may be too long, or have characters that are
    not seen, its place beyond the end."""
    screen = scene_state.current(KEY)
    text = str(screen[TEXT.name])
    said = [*left_out(text)]
    if (count := len(pieces(without_unseen(text)))) > LONGEST:
        said.append(
            f"The text of the link has {count:,} characters; expected at most {LONGEST}, so the "
            f"first {LONGEST} are here."
        )
    scene_state.correct(KEY, *said, values={**screen.values, TEXT.name: _as_in_field(text)})
    places = len(typing(scene_state.current(KEY))) + 1
    scene_state.within(KEY, {"t": (places, "place"), "unit": (network().hidden_size, "unit")})


def put_in() -> PutIn:
    """What the field is to show, if it does not do so yet."""
    return {
        "id": st.session_state.get(PUT, 0),
        "text": text_of(scene_state.current(KEY)),
        "after": st.session_state.get(AFTER),
    }


def to_end() -> None:
    scene_state.jump(KEY, t=len(typing(scene_state.current(KEY))), stage=0)


def typed(text: str) -> None:
    """The reader typed; the field has it already."""
    scene_state.change(KEY, **{PRESET.name: OWN, TEXT.name: _as_in_field(text)})
    to_end()


def begin_with(preset: str) -> None:
    """Another text, in place of the one in the field."""
    _put(None)
    scene_state.change(KEY, **{PRESET.name: preset, TEXT.name: ""})
    to_end()


def write_line() -> None:
    """The network writes on, another line each time."""
    screen = scene_state.current(KEY)
    text, lines = text_of(screen), st.session_state.get(LINES, 0)
    rng = np.random.default_rng([lines, zlib.crc32(text.encode("utf-8", "surrogatepass"))])
    line = line_after(text, float(screen[TEMPERATURE.name]), rng)
    st.session_state[LINES] = lines + 1
    _put(text)
    scene_state.change(KEY, **{PRESET.name: OWN, TEXT.name: text + line})
    to_end()


def _as_in_field(text: str) -> str:
    """As the browser has it: with one kind of line break, and no longer than there is room."""
    seen = re.sub("\r\n?", "\n", without_unseen(text))
    return without_surrogates("".join(pieces(seen)[:LONGEST]))


def _put(after: str | None) -> None:
    st.session_state[PUT] = st.session_state.get(PUT, 0) + 1
    st.session_state[AFTER] = after
