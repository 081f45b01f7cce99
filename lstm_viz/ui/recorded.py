"""Whether the pages are being written down for the site that needs no server (``lstm_viz.site``).

Such a page is a file beside the others, and what it needs of the server's is in files of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

FIRST = "index"
"""The file of the first page, as every host opens it."""
PRESSED = "recorded_press"
"""In the session: what is pressed in the player of the page that runs next."""
Address = Callable[[str], str]
"""The address of a page that the site has not, by its id."""
_elsewhere: list[Address] = []


@contextmanager
def recording(elsewhere: Address) -> Iterator[None]:
    """The pages that run meanwhile, in any thread, are written down."""
    _elsewhere.append(elsewhere)
    try:
        yield
    finally:
        _elsewhere.pop()


def is_on() -> bool:
    return bool(_elsewhere)


def elsewhere(page: str) -> str:
    return _elsewhere[-1](page)


def pressed() -> str | None:
    """What is to be done as if the player had told it, once."""
    action: str | None = st.session_state.pop(PRESSED, None) if is_on() else None
    return action
