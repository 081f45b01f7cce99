"""A field for a text that a page reads: what cannot be read stays there, until another one can."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from lstm_viz.inputs import InputError
from lstm_viz.ui.number_field import show


def text_field(
    label: str,
    there: str,
    *,
    key: str,
    take: Callable[[str], object],
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """The field shows ``there``; ``take`` is handed what is typed, and reads it, or raises
    ``InputError``.  Returns what is wrong with what was typed last, in a sentence."""
    came, problem = st.session_state.get(f"{key}_draft", (there, ""))
    show(key, came)

    def typed() -> None:
        text = st.session_state[key]
        forget(key)
        try:
            take(text)
        except InputError as error:
            st.session_state[f"{key}_draft"] = (text, str(error))

    st.text_input(label, key=key, on_change=typed, width=width)
    return str(problem)


def forget(key: str) -> None:
    """What was typed in the field of this key and could not be read."""
    st.session_state.pop(f"{key}_draft", None)
