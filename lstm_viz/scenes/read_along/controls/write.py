"""Write on: the network continues the text, and the component plays it."""

from __future__ import annotations

import zlib
from functools import lru_cache

import numpy as np
import streamlit as st

from lstm_viz.lesson.glossary import linked
from lstm_viz.player.contract import WritingAgain
from lstm_viz.player.reading import Paint
from lstm_viz.player.writing import writing_payload
from lstm_viz.reading.effect import clamps
from lstm_viz.reading.record import Reading
from lstm_viz.reading.words.reading import sureness
from lstm_viz.reading.write import write
from lstm_viz.reading.writing import Writing
from lstm_viz.scenes.read_along.controls import state
from lstm_viz.scenes.read_along.controls.settings import COUNT, KEY, SEED, TEMPERATURE
from lstm_viz.scenes.read_along.record import Holds, network, reading
from lstm_viz.ui import widgets
from lstm_viz.ui.number_field import number_field
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen

_ID = f"{KEY}_writing_id"

Asked = tuple[str, Holds, float, int, int]
"""The text, what is held, temperature, seed and how many characters: all that decides."""


@lru_cache(maxsize=20)  # 300 characters keep 5 MB of their record
def written(text: str, holds: Holds, temperature: float, seed: int, count: int) -> Writing:
    """What the network writes after ``text``; the same for the same seed."""
    there = network()
    # The text decides too: after a line break, with which most texts end, the same random numbers
    # would make the network write the same.
    of_text = zlib.crc32(text.encode("utf-8", "surrogatepass"))
    return write(
        there.model,
        there.alphabet,
        reading(text, holds),
        count,
        temperature=temperature,
        rng=np.random.default_rng([seed, of_text]),
        clamp=clamps(holds, there.model.hidden_size) if holds else None,
    )


def asked_of(screen: SceneScreen) -> Asked:
    values = [screen[param.name] for param in (TEMPERATURE, SEED, COUNT)]
    return (state.text_of(screen), screen["hold"], *values)


def writing_data(
    screen: SceneScreen, read: Reading, *, paint: Paint, scale_of: Reading | None
) -> WritingAgain | None:
    """For the component: what was written, until it is kept, put away or something else is set.

    ``read``, ``paint`` and ``scale_of`` are what the component shows of the text before.
    """
    if st.session_state.get(state.WRITING) != asked_of(screen):
        return None
    made = written(*asked_of(screen))
    units = state.units_of(screen)
    sent = writing_payload(made, read, units=units, paint=paint, scale_of=scale_of)
    return {**sent, "id": st.session_state[_ID]}


def panel(screen: SceneScreen) -> None:
    with st.container(key=f"{KEY}_writing_row"):
        temperature, count, seed, go = st.columns(
            [4, 4, 2, 2], gap="medium", vertical_alignment="bottom"
        )
    with temperature:
        widgets.slider(KEY, screen, TEMPERATURE, "Temperature", 0.05)
    with count:
        widgets.slider(KEY, screen, COUNT, "Characters", 1)
    with seed:
        number_field(
            "Seed",
            screen["seed"],
            0,
            SEED.high,
            key=f"{KEY}_seed",
            take=lambda seed: state.change(seed=seed),
            help="the same seed after the same text, the same draws",
        )
    with go:
        st.button("Write on", key=f"{KEY}_write", type="primary", on_click=_write)
    if st.session_state.get(state.WRITING) == asked_of(screen):
        st.markdown(plain(sureness(written(*asked_of(screen)))))
    else:
        st.markdown(
            linked(
                "The network draws a character from what it expects, reads it as if you had typed "
                "it, and so forth. The [[temperature]] says how freely it draws: low takes what "
                "is most probable, high takes almost anything."
            )
        )


def _write() -> None:
    """Each press plays anew."""
    st.session_state[_ID] = st.session_state.get(_ID, 0) + 1
    st.session_state[state.WRITING] = asked_of(state.open_screen())
    state.look()
