"""What the app's server is made of: the script it runs, and what each request passes through."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from starlette.middleware import Middleware

from lstm_viz.app.http.headers import Headers

SCRIPT: Final = Path(__file__).with_name("main.py")
"""What Streamlit runs, wherever the app is started from."""


def middleware() -> list[Middleware]:
    """What a request passes through before Streamlit sees it, the outermost first."""
    return [Middleware(Headers)]
