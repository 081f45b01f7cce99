"""Where the app is, said in the terminal and opened in the browser as its server starts."""

from __future__ import annotations

import socket
import sys
import webbrowser
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.starlette import App

from lstm_viz.ui.navigation import root

EVERYWHERE: Final = ("0.0.0.0", "::")
"""Not addresses to open, but all that this machine has."""


@asynccontextmanager
async def welcome(app: App) -> AsyncIterator[None]:
    """Streamlit says and opens nothing for an app that is handed to its server.

    Another server (uvicorn) says itself where it is; Streamlit's has ``app.py`` as the program.
    """
    if Path(sys.argv[0]).name == "app.py":
        here, *elsewhere = addresses()
        others = f" (on other machines {elsewhere[0]})" if elsewhere else ""
        print(f"\n  LSTM Viz is at {here}{others}. Ctrl+C ends it.\n", flush=True)
        if not st.get_option("server.headless"):
            webbrowser.open(here)
    yield


def addresses() -> Sequence[str]:
    """To be opened on this machine, and, if it serves others, the one that opens on those."""
    host = st.get_option("server.address") or EVERYWHERE[0]
    if host not in EVERYWHERE:
        return [_url(host)]
    return [_url("localhost"), *([_url(found)] if (found := _in_the_network()) else [])]


def _url(host: str) -> str:
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    named = f"[{host}]" if ":" in host else host
    return f"{scheme}://{named}:{st.get_option('server.port')}{root()}"


def _in_the_network() -> str | None:
    """This machine's address; a datagram socket is given a target, and nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address for documentation, which nobody has
        except OSError:
            return None
        address: str = probe.getsockname()[0]
        return address
