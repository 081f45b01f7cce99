"""The text field as a Streamlit component: offers in, the text that is typed out."""

from __future__ import annotations

import streamlit as st

from lstm_viz.notation import percent
from lstm_viz.player.assets import typing_script, typing_style, typing_template
from lstm_viz.player.contract import TypingData
from lstm_viz.reading.typing_aid import LONGEST, Typing
from lstm_viz.scenes.next_character.controls import state
from lstm_viz.scenes.next_character.controls.params import KEY
from lstm_viz.scenes.next_character.words import heard, not_known

FIELD = f"{KEY}_field"
ANSWERED = f"{KEY}_answered"

_mount = st.components.v2.component(
    "lstm_viz_typing", html=typing_template(), css=typing_style(), js=typing_script()
)


def field(typing: Typing) -> None:
    put = state.put_in()
    data: TypingData = {
        "text": put["text"],
        "answered": st.session_state.get(ANSWERED, 0),
        "put": put,
        "offers": [
            {"text": offer.text, "share": percent(offer.probability)}
            for offer in typing.offered[-1]
        ],
        "said": not_known(typing),
        "heard": heard(typing),
        "most": LONGEST,
    }
    _mount(key=FIELD, data=data, on_text_change=_typed)


def _typed() -> None:
    event = st.session_state[FIELD]["text"]
    st.session_state[ANSWERED] = int(event["id"])
    state.typed(str(event["text"]))
    if event["line"]:
        state.write_line()
