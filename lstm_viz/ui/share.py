"""The screen taken along: its link, and the link as a code that a phone reads."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import segno
import streamlit as st

from lstm_viz.ui import keeping

LONGEST_CODE = 1_200
"""In characters: a code with more is too fine to be read from a screen across a room."""
SIDE = "56vh"
"""As large as the window lets it: it is read from the last row."""
HERE_ALONE = ("localhost", "127.0.0.1", "[::1]")


@st.dialog("Take this screen along", width="medium")
def dialog(address: str) -> None:
    """``address`` as the browser has it, with the place and all that the reader set."""
    st.code(address, language=None, wrap_lines=True)
    if lacks := keeping.named(dict(parse_qsl(urlsplit(address).query))):
        st.warning(f"This link leaves out the {' and the '.join(lacks)}. {keeping.said()}")
    if len(address) > LONGEST_CODE:
        st.caption(
            f"A link of {len(address):,} characters makes too fine a code to be read from a "
            f"screen; up to {LONGEST_CODE:,} it is shown."
        )
    else:
        st.html(
            f'<img src="{code(address)}" alt="The link as a QR code" '
            f'style="width: min({SIDE}, 100%)">'
        )
    if urlsplit(address).hostname in HERE_ALONE:
        st.caption(
            "This address opens on this machine alone. For phones in the room, start the app "
            "with `--server.address 0.0.0.0` and open it by the machine's own address."
        )


def code(address: str) -> str:
    """The QR code as an SVG in a data URI: black on white in both themes, as readers expect it."""
    made = segno.make(address, error="l", micro=False)
    uri: str = made.svg_data_uri(scale=8, border=4, light="white")
    return uri
