"""What the app's server is made of: the script it runs, and what each request passes through."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from starlette.middleware import Middleware

from lstm_viz.app.http.caching import Caching
from lstm_viz.app.http.headers import SafeHeaders
from lstm_viz.app.http.packed import Packing
from lstm_viz.app.http.policy import frame_ancestors

SCRIPT: Final = Path(__file__).with_name("main.py")
"""What Streamlit runs, wherever the app is started from."""


def middleware() -> list[Middleware]:
    """What a request passes through before Streamlit sees it, the outermost first.

    A setting that makes no sense ends the start with its sentence.
    """
    try:
        ancestors = frame_ancestors()
    except ValueError as error:
        raise SystemExit(str(error)) from None
    return [
        Middleware(SafeHeaders, ancestors=ancestors),
        Middleware(Caching),
        Middleware(Packing),
    ]
