"""A browser comes back to a server that no longer knows its reader: restarted, or waited too long.

Streamlit's frontend connects again by itself, to a session that is new.  It names the address with
which the page was once loaded; the script of every page (``page/connection.js``) asks for a run and
tells the one that is there, and that is what the session opens.  Until that is done, what would be
set in between rests in the browser: the session would throw it away.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import streamlit as st

SERVER = secrets.token_hex(4)
"""This process, to tell it from the one before a restart."""
_SESSION, _TOLD, _HEARD = "session_name", "address_told", "told_last"


def who_answers() -> dict[str, str | int]:
    """By this the browser sees whether the session is the one before, and what it was told last."""
    session = st.session_state.setdefault(_SESSION, secrets.token_hex(4))
    return {"server": SERVER, "session": session, "heard": st.session_state.get(_HEARD, 0)}


def end() -> None:
    """A run came to its end: what was told is the address of one run, however often it began."""
    st.session_state.pop(_TOLD, None)


def address() -> dict[str, str]:
    """What the address of this run says, by name."""
    told: dict[str, str] | None = st.session_state.get(_TOLD)
    return st.query_params.to_dict() if told is None else told


def heard(back: Mapping[str, Any] | None) -> None:
    """A callback's: a session that knows its reader goes on, and only says that it has heard."""
    if back:
        st.session_state[_HEARD] = back["asked"]


def told(back: Mapping[str, Any] | None) -> None:
    """The browser is connected again, and says to whom it was before, and where its reader is."""
    if not back or back["session"] == st.session_state[_SESSION]:
        return
    heard(back)
    if st.session_state.get("came_from") == back["session"]:
        return  # it was told already
    st.session_state.came_from = back["session"]
    st.session_state[_TOLD] = dict(parse_qsl(back["search"].lstrip("?"), keep_blank_values=True))
    st.session_state.pop("page", None)  # so they arrive, and the page opens what is told
    st.rerun()
