"""Streamlit's scripts and styles, packed once and sent so to everybody.

Streamlit sends them as they are, since packing them for each who asks costs more than it saves.
"""

from __future__ import annotations

import asyncio
import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path
from typing import Final

import streamlit
from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lstm_viz.app.http.paths import STATIC, asked

FOR_EVER: Final = "public, max-age=31536000, immutable"
"""For what never changes under its name."""
LEVEL: Final = 9
"""Of gzip: packed once, it may take a few hundredths of a second a file."""
KINDS: Final = (".js", ".css", ".svg")
"""Fonts and pictures are packed as they are."""
_NAMED_BY_HASH: Final = re.compile(r"\.[\w-]{8}\.\w+$")
_FILES: Final = Path(streamlit.__file__).parent / "static"


@dataclass(frozen=True)
class Packed:
    """A file as it is sent: gzipped, with the headers that say so."""

    body: bytes
    headers: Mapping[str, str]


def files(folder: Path = _FILES) -> dict[str, Path]:
    """By their path in the app: the files that are worth packing and never change.

    No others are packed, so that what is kept is bounded by what Streamlit ships.
    """
    found = (folder / "static").rglob("*")
    return {
        f"/{file.relative_to(folder).as_posix()}": file
        for file in found
        if file.suffix in KINDS and _NAMED_BY_HASH.search(file.name)
    }


def packed(file: Path) -> Packed:
    body = gzip.compress(file.read_bytes(), LEVEL, mtime=0)
    kind = guess_type(file.name)[0] or "application/octet-stream"
    headers = {
        "Content-Type": f"{kind}; charset=utf-8",
        "Content-Encoding": "gzip",
        "ETag": f'"{sha256(body).hexdigest()[:32]}"',
        "Vary": "Accept-Encoding",
        "Cache-Control": FOR_EVER,
    }
    return Packed(body, headers)


def takes_gzip(headers: Headers) -> bool:
    """Whether who asks accepts gzip: by its name, or else by ``*``."""
    weights: dict[str, float] = {}
    for coding in ",".join(headers.getlist("accept-encoding")).split(","):
        name, _, weight = coding.partition(";")
        number = weight.strip().removeprefix("q=").strip()
        try:
            weights[name.strip().lower()] = float(number) if number else 1.0
        except ValueError:
            weights[name.strip().lower()] = 0.0
    return weights.get("gzip", weights.get("*", 0.0)) > 0


class Packing:
    """Answers for Streamlit's files, if whoever asks takes gzip and wants the whole of it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.files = files()
        self.kept: dict[Path, asyncio.Task[Packed]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = asked(scope) if scope["type"] == "http" else ""
        file = self.files.get(path) if path.startswith(STATIC) else None
        if file is None or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if "range" in headers or not takes_gzip(headers):
            await self.app(scope, receive, _varying(send))
            return
        found = await self._once(file)
        tags = [
            tag.strip().removeprefix("W/") for tag in headers.get("if-none-match", "").split(",")
        ]
        known = found.headers["ETag"] in tags or "*" in tags
        answer = Response(
            b"" if known else found.body,
            status_code=304 if known else 200,
            headers=dict(found.headers),
        )
        await answer(scope, receive, send)

    async def _once(self, file: Path) -> Packed:
        """Packed by the first who asks; who asks meanwhile waits for the same."""
        if file not in self.kept:
            self.kept[file] = asyncio.create_task(to_thread.run_sync(packed, file))
        return await asyncio.shield(self.kept[file])


def _varying(send: Send) -> Send:
    """As it is sent, said to be another where gzip is accepted."""

    async def varying(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).add_vary_header("Accept-Encoding")
        await send(message)

    return varying
