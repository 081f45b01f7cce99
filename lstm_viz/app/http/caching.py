"""How long a browser keeps what it has fetched, where Streamlit does not say so."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lstm_viz.app.http.paths import MEDIA, asked

OF_ONE_READER: Final = "private, max-age=31536000, immutable"
"""Named by its hash, but made of what one reader typed or sent: no proxy keeps it."""
ICON: Final = "/favicon.png"
ICON_KEPT: Final = "public, max-age=86400"


class Caching:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = asked(scope) if scope["type"] == "http" else ""

        async def kept(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = message["status"] in (200, 206, 304)
                headers = MutableHeaders(scope=message)
                if path == ICON:  # its name holds no hash
                    headers["Cache-Control"] = ICON_KEPT
                else:
                    headers["Cache-Control"] = OF_ONE_READER if found else "no-store"
            await send(message)

        told = path.startswith(MEDIA) or path == ICON
        await self.app(scope, receive, kept if told else send)
