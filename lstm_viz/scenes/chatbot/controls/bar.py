"""The row below the picture: what is said, the same in other words, and which network answers."""

from __future__ import annotations

import streamlit as st

from lstm_viz.inputs import InputError
from lstm_viz.scenes.chatbot.controls.params import (
    KEY,
    LINE,
    NETWORK,
    OTHER,
    SEARCH,
    VIEW,
)
from lstm_viz.scenes.chatbot.record import words_of
from lstm_viz.scenes.chatbot.words.around import EXAMPLES
from lstm_viz.ui import scene_state, widgets
from lstm_viz.ui.into_cell import PICTURE
from lstm_viz.ui.number_field import show
from lstm_viz.ui.params import Text
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen

REFUSED = "chatbot_refused"
"""In the session: (field, draft, sentence) of a line that could not be read."""
NETWORKS = {"vector": "Vector alone", "attention": "With attention"}
SEARCHES = {"greedy": "Greedy", "beam": "Beam"}


def bar(screen: SceneScreen) -> None:
    with st.container(key="chatbot_bar", horizontal=True, vertical_alignment="bottom"):
        _field(screen, LINE, "Say something")
        _field(screen, OTHER, "The same in other words")
        _examples()
        widgets.pick(KEY, screen, NETWORK, "Handed over", NETWORKS.__getitem__)
        widgets.pick(KEY, screen, SEARCH, "Search", SEARCHES.__getitem__)
    if refused := st.session_state.get(REFUSED):
        st.error(plain(f"{refused[2]} The line from before is still answered."))


def _field(screen: SceneScreen, param: Text, label: str) -> None:
    key = f"chatbot_{param.name}"
    refused = st.session_state.get(REFUSED)
    show(key, refused[1] if refused and refused[0] == param.name else screen[param.name])

    def typed() -> None:
        text = st.session_state[key]
        try:
            words_of(text)
        except InputError as error:
            st.session_state[REFUSED] = (param.name, text, str(error))
            return
        say(**{param.name: text})

    st.text_input(label, key=key, on_change=typed)


def say(**lines: str) -> None:
    """Have another line answered, from the first picture on."""
    st.session_state.pop(REFUSED, None)
    scene_state.restart(KEY, **{VIEW.name: PICTURE}, **lines)


def _examples() -> None:
    with st.popover("Try"):
        for id, example in EXAMPLES.items():
            st.button(
                example.title,
                key=f"chatbot_try_{id}",
                on_click=say,
                kwargs={LINE.name: example.line, OTHER.name: example.other},
                width="stretch",
            )
