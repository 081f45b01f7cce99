"""What one reader, and all together, can have the server keep: refused before it is read."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.runtime import exists, get_instance

from lstm_viz.app.http.paths import UPLOADS, asked

BODY: Final = 64 * 1024
"""Bytes of a request that brings no file; nothing that the app asks for has any."""
UPLOADED: Final = 40 * 1024 * 1024
"""Bytes of the files that one reader may have on the server at once."""
OF_A_FILE: Final = 4 * 1024
"""Bytes counted for each file beside those in it."""
FULL: Final = """<!doctype html><html lang="en"><meta charset="utf-8"><title>LSTM Viz</title>
<meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="30">
<style>body {font: 1.1rem system-ui, sans-serif; margin: 15vh auto; max-width: 34rem; padding: 1rem}
:root {color-scheme: light dark}</style>
<h1>Every seat is taken</h1>
<p>This server shows LSTM Viz to as many readers at once as it is set to. This page tries again
every 30 seconds, and opens as soon as somebody leaves.</p></body></html>"""


class Limits:
    """At most ``readers`` have the app open; nobody sends, or keeps, more than is of use."""

    def __init__(self, app: ASGIApp, readers: int) -> None:
        self.app = app
        self.readers = readers
        self.here = 0
        """Readers who have the app open now: each has one web socket."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._seated(scope, receive, send)
        elif scope["type"] == "http":
            await self._bounded(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _seated(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.here >= self.readers:
            await receive()  # the wish to connect
            await send({"type": "websocket.close", "code": 1013, "reason": "every seat is taken"})
            return
        self.here += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.here -= 1

    async def _bounded(self, scope: Scope, receive: Receive, send: Send) -> None:
        path, headers = asked(scope), Headers(scope=scope)
        if path.startswith(UPLOADS):
            if scope["method"] == "PUT" and _held(path) + _coming(headers) > UPLOADED:
                answer = PlainTextResponse("This reader has too many files here.", 413)
                await answer(scope, receive, send)
                return
            await self.app(scope, receive, send)  # Streamlit holds its ``maxUploadSize`` itself
            return
        if _number(headers.get("content-length")) > BODY:
            await PlainTextResponse("Too large", 413)(scope, receive, send)
            return
        if self.here >= self.readers and "text/html" in headers.get("accept", ""):
            full = HTMLResponse(FULL, 503, {"Retry-After": "30", "Cache-Control": "no-store"})
            await full(scope, receive, send)
            return
        await self.app(scope, _counted(receive), send)


def _counted(receive: Receive) -> Receive:
    """Refuses a body that turns out larger than its head has said, or that says no size."""
    came = 0

    async def counted() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > BODY:
            raise HTTPException(413, "Too large")
        return message

    return counted


def _number(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdigit() else 0


def _coming(headers: Headers) -> int:
    """Bytes that an upload brings at most: as it says, or else as much as Streamlit lets in."""
    most = int(config.get_option("server.maxUploadSize")) * 1024 * 1024
    return OF_A_FILE + (_number(headers.get("content-length")) or most)


def _held(path: str) -> int:
    """Bytes of the files that this reader's session has on the server."""
    if not exists():
        return 0
    session = path.removeprefix(UPLOADS).partition("/")[0]
    kept = get_instance().uploaded_file_mgr
    files = getattr(kept, "file_storage", {}).get(session, {})
    return sum(OF_A_FILE + len(file.data) for file in list(files.values()))
