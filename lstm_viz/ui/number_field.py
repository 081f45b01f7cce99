"""A field for a number that is typed or pasted: all of what came is read, or it is refused.

Streamlit's own number field drops the characters that it does not expect, and takes the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from lstm_viz.notation import quoted, read_number
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import REFUSED


def number_field(
    label: str,
    value: float | None,
    low: float,
    high: float,
    *,
    key: str,
    take: Callable[[Any], object],
    whole: bool = True,
    step: float = 1,
    disabled: bool = False,
    help: str | None = None,
) -> None:
    """The field shows ``value``; ``take`` is handed another number from ``low`` to ``high``.

    It is empty for None.  Anything else leaves the old number there, and one sentence below it says
    what was expected and what came.  The arrow keys, and arrows for the mouse, go ``step`` up and
    down (the browser is told so in the name of the container).
    """
    there = "" if value is None else written(value)
    show(key, there)

    def typed() -> None:
        came = st.session_state[key]
        st.session_state.pop(REFUSED, None)
        try:
            number = checked(came, low, high, whole)
        except ValueError as problem:
            st.session_state[REFUSED] = (
                key,
                f"{problem}; it stays {f'at {there}' if there else 'empty'}.",
            )
            return
        if number != value:
            take(number)

    tenths = round(10 * step)
    with st.container(key=f"number_by_{tenths}_{key}"):
        st.text_input(label, key=key, disabled=disabled, help=help, on_change=typed)
        refused, said = st.session_state.get(REFUSED, ("", ""))
        if refused == key:
            with st.container(key=f"refused_{key}"):
                st.error(plain(said))


def show(key: str, there: str) -> None:
    """The field of this key is to show that; what is just being typed stays if it shows it now."""
    if st.session_state.get(key) != there:
        st.session_state[key] = there


def checked(came: str, low: float, high: float, whole: bool) -> float:
    """The number that was typed; ``ValueError`` with what was expected, and what came."""
    noun = "whole number" if whole else "number"
    limits = " to ".join(f"{limit:,.12g}".replace("-", "−") for limit in (low, high))
    try:
        number = read_number(came)
        if not low <= number <= high or (whole and number != int(number)):
            raise ValueError(quoted(came))
    except ValueError as what:
        raise ValueError(f"Expected a {noun} from {limits}, got {what}") from None
    return int(number) if whole else number + 0.0  # a 0 without a sign


def written(value: float) -> str:
    """As it stands in the field."""
    return f"{value:.12g}"
