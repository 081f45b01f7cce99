"""A browser comes back to a server that no longer knows its reader: restarted, or waited too long.

Streamlit's frontend connects again by itself, to a session that is new.  It names the address with
which the page was once loaded; the script of every page (``page/connection.js``) asks for a run and
tells the one that is there, and that is what the session opens.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import streamlit as st

SERVER = secrets.token_hex(4)
"""This process, to tell it from the one before a restart."""
_SESSION, _TOLD, _NOW = "session_name", "address_told", "address_now"


def who_answers() -> dict[str, str]:
    """By this the browser sees that the session is not the one before."""
    session = st.session_state.setdefault(_SESSION, secrets.token_hex(4))
    return {"server": SERVER, "session": session}


def begin() -> None:
    """Once per run: what was told is the address of one run."""
    st.session_state[_NOW] = st.session_state.pop(_TOLD, None)


def address() -> dict[str, str]:
    """What the address of this run says, by name."""
    told: dict[str, str] | None = st.session_state.get(_NOW)
    return st.query_params.to_dict() if told is None else told


def told(back: Mapping[str, Any] | None) -> None:
    """The browser is connected again, and says to whom it was before, and where its reader is."""
    if not back or back["session"] == st.session_state[_SESSION]:
        return
    if st.session_state.get("came_from") == back["session"]:
        return  # it was told already
    st.session_state.came_from = back["session"]
    st.session_state[_TOLD] = dict(parse_qsl(back["search"].lstrip("?"), keep_blank_values=True))
    st.session_state.pop("page", None)  # so they arrive, and the page opens what is told
    st.rerun()
