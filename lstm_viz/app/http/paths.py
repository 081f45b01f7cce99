"""Which part of the app a request is for."""

from __future__ import annotations

from typing import Final

from starlette.types import Scope
from streamlit import config

STATIC: Final = "/static/"
"""Streamlit's scripts, styles and fonts; the names hold a hash of what is in the file."""
MEDIA: Final = "/media/"
"""What this server has made: the player's script, films, downloads; named by a hash alone."""
UPLOADS: Final = "/_stcore/upload_file/"


def asked(scope: Scope) -> str:
    """The path below the app's own address, whatever is set before that."""
    path: str = scope["path"]
    for base in (scope.get("root_path", ""), config.get_option("server.baseUrlPath")):
        before = f"/{str(base or '').strip('/')}"
        if before != "/" and f"{path}/".startswith(f"{before}/"):
            path = path.removeprefix(before) or "/"
    return path
