"""What is too long for a link: kept in the reader's browser, under a name that the link carries.

``text=kept.1f3a…`` in a link stands for the value of ``text`` with that hash.  The script of every
page (``page/kept.js``) keeps values and looks for those that a link names; Python knows them as
long as the session lasts.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

import streamlit as st

from lstm_viz.ui import coming_back

_NAME = re.compile(r"kept\.([0-9a-f]{32})")
_KNOWN, _WANTED, _LOOKED, _FAILS = "kept_known", "kept_wanted", "kept_looked", "kept_fails"
MOST_KNOWN = 20
LOST = (
    "This link leaves out the {}, too long for a link: it was kept in the browser in which it was "
    "put in, and is not in this one, so the page opens without."
)
HERE = "It is kept in this browser: here the link opens it, elsewhere it opens without."
NOWHERE = (
    "This browser keeps nothing now (its storage is off or full): it is gone when the page is "
    "loaded again."
)


def name_of(value: str) -> str:
    """What a link says in place of ``value``."""
    return f"kept.{hashlib.sha256(value.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def is_name(value: str) -> bool:
    """Whether a link says the name of something kept."""
    return _NAME.fullmatch(value) is not None


def named(query: Mapping[str, str]) -> list[str]:
    """Which of a link's parts are only named in it."""
    return [part for part, value in query.items() if is_name(value)]


def keep(values: Mapping[str, str]) -> None:
    """These (by name) cannot be in the link; the browser is handed them by ``to_send``."""
    st.session_state[_KNOWN] = dict([*_known().items(), *values.items()][-MOST_KNOWN:])


def _known() -> dict[str, str]:
    return st.session_state.get(_KNOWN, {})  # type: ignore[no-any-return]


def filled(query: Mapping[str, str]) -> dict[str, str]:
    """A link with what is known of its names put in; the rest of them stays as it is."""
    return {part: _known().get(value, value) for part, value in query.items()}


def without_lost(query: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The rest of a link whose names were not found, and what is said of that."""
    lost = named(query)
    rest = {part: value for part, value in query.items() if part not in lost}
    return rest, (LOST.format(" and the ".join(lost)),) if lost else ()


def said() -> str:
    """Where what is not in the link is to be found again."""
    return NOWHERE if st.session_state.get(_FAILS) else HERE


# ---- the way to the browser and back -------------------------------------------------------------


def look_for(page: str, query: Mapping[str, str]) -> bool:
    """Whether the browser is yet to say what of this link it has; the page opens it again then."""
    asks = bool(_to_find(query))
    if asks:
        st.session_state[_WANTED] = (page, dict(query))
    return asks


def _to_find(query: Mapping[str, str]) -> list[str]:
    names = [value for value in query.values() if is_name(value)]
    looked = st.session_state.get(_LOOKED, ())
    return [name for name in names if name not in looked and name not in _known()]


def found(page: str) -> dict[str, str] | None:
    """The link to this page whose names have been looked for, once."""
    whose, query = st.session_state.get(_WANTED, (None, {}))
    if whose != page or _to_find(query):
        return None
    del st.session_state[_WANTED]
    return dict(query)


def to_send(left_out: Mapping[str, str]) -> dict[str, Any]:
    """What the script of the page is told."""
    _, wanted = st.session_state.get(_WANTED, (None, {}))
    query = wanted or coming_back.address()
    return {"keep": dict(left_out), "want": _to_find(query)}


def answered(answer: Mapping[str, Any]) -> None:
    """The browser has looked: {name: value, or None if it has it not}."""
    values = {name: value for name, value in answer.items() if isinstance(value, str)}
    keep({name: value for name, value in values.items() if name_of(value) == name})
    st.session_state[_LOOKED] = (*st.session_state.get(_LOOKED, ()), *answer)[-MOST_KNOWN:]


def told(keeps: object) -> None:
    """Whether the browser could keep what it was handed last."""
    st.session_state[_FAILS] = keeps == "no"
