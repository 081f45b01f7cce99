"""What the app's server is made of: the script it runs, and what each request passes through."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from starlette.formparsers import MultiPartParser
from starlette.middleware import Middleware
from streamlit import net_util
from streamlit.starlette import App

from lstm_viz.app.http.caching import Caching
from lstm_viz.app.http.headers import SafeHeaders
from lstm_viz.app.http.limits import Limits
from lstm_viz.app.http.looks import Looks
from lstm_viz.app.http.packed import Packing
from lstm_viz.app.ready import for_many
from lstm_viz.app.settings import frame_ancestors, readers
from lstm_viz.app.welcome import welcome
from lstm_viz.ui import look

SCRIPT: Final = Path(__file__).with_name("main.py")
"""What Streamlit runs, wherever the app is started from."""
IN_MEMORY: Final = 8 * 1024 * 1024
"""Bytes: more than Streamlit lets an upload have here, so that none is written to a disk."""


@asynccontextmanager
async def lifespan(app: App) -> AsyncIterator[None]:
    """What is done as the server starts, and goes on until it ends."""
    for_many()
    async with welcome(app):
        yield


def middleware() -> list[Middleware]:
    """What a request passes through before Streamlit sees it, the outermost first.

    A setting that makes no sense ends the start with its sentence.
    """
    MultiPartParser.spool_max_size = IN_MEMORY
    net_util.get_external_ip = no_address
    try:
        ancestors, seats = frame_ancestors(), readers()
    except ValueError as error:
        raise SystemExit(str(error)) from None
    return [
        Middleware(SafeHeaders, ancestors=ancestors, looks=look.style()),
        Middleware(Limits, readers=seats),
        Middleware(Caching),
        Middleware(Packing),
        Middleware(Looks, looks=look.style()),
    ]


def no_address() -> None:
    """Instead of asking a public server for this machine's address.

    Streamlit does so for a web socket that another site opens, to compare the two, and meanwhile
    answers nobody; no setting prevents it.  Such a site is refused all the same.
    """
