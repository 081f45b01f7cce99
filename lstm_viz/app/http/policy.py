"""What the browser is told to let a page of the app do: Content-Security-Policy and the like."""

from __future__ import annotations

import base64
import re
from hashlib import sha256
from pathlib import Path
from typing import Final

import streamlit

_INDEX: Final = Path(streamlit.__file__).parent / "static" / "index.html"
_INLINE: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)

UNUSED: Final = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid"),
    *("magnetometer", "midi", "payment", "serial", "usb"),
)
PERMISSIONS: Final = ", ".join(["microphone=(self)", *(f"{name}=()" for name in UNUSED)])
"""The microphone is for the page Speech, which asks first; nothing else is used."""
NO_PAGE: Final = "default-src 'none'; frame-ancestors 'none'"
"""Of what is fetched by a page and is none: opened by itself, it loads nothing."""
MADE_OF_INPUT: Final = f"{NO_PAGE}; sandbox"
"""Of what holds what a reader typed or sent: opened by itself, it runs no script either."""


def page_policy(ancestors: str) -> str:
    """Of each page: everything comes from the app itself, and goes to nobody else.

    Streamlit and Plotly write styles into the page. The player's script, and those of Streamlit's
    components, are modules that the page makes itself (``blob:``), and so is a recording.
    Streamlit reads whole numbers of 64 bits by a few lines of WebAssembly.
    """
    scripts = " ".join(f"'{digest}'" for digest in inline_digests(_INDEX.read_text("utf-8")))
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' 'wasm-unsafe-eval' blob: {scripts}".strip(),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "media-src": "'self' data: blob:",
        "connect-src": "'self' blob:",
        "worker-src": "'self' blob:",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": ancestors,
    }
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def inline_digests(html: str) -> list[str]:
    """Of the scripts that Streamlit's page holds: they alone may stand in it."""
    return [
        f"sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}"
        for script in _INLINE.findall(html)
    ]
