"""The row below the picture: what is said, the same in other words, and which network answers."""

from __future__ import annotations

import streamlit as st

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
from lstm_viz.ui.params import Text
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen
from lstm_viz.ui.text_field import forget, text_field

NETWORKS = {"vector": "Vector alone", "attention": "With attention"}
SEARCHES = {"greedy": "Greedy", "beam": "Beam"}


def bar(screen: SceneScreen) -> None:
    with st.container(key="chatbot_bar", horizontal=True, vertical_alignment="bottom"):
        problem = _field(screen, LINE, "Say something")
        problem = _field(screen, OTHER, "The same in other words") or problem
        _examples()
        widgets.pick(KEY, screen, NETWORK, "Handed over", NETWORKS.__getitem__)
        widgets.pick(KEY, screen, SEARCH, "Search", SEARCHES.__getitem__)
    if problem:
        st.error(plain(f"{problem} The line from before is still answered."))


def _field(screen: SceneScreen, param: Text, label: str) -> str:
    def take(text: str) -> None:
        words_of(text)
        say(**{param.name: text})

    return text_field(label, screen[param.name], key=_key(param), take=take)


def _key(param: Text) -> str:
    return f"chatbot_{param.name}"


def say(**lines: str) -> None:
    """Have another line answered, from the first picture on."""
    for param in (LINE, OTHER):
        forget(_key(param))
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
