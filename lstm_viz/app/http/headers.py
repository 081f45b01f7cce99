"""Headers that each answer carries, beside those of what is in it."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lstm_viz.app.http.packed import KINDS
from lstm_viz.app.http.paths import MEDIA, STATIC, asked
from lstm_viz.app.http.policy import MADE_OF_INPUT, NO_PAGE, PERMISSIONS, page_policy

ALWAYS: Final = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
POLICY: Final = "Content-Security-Policy"


class SafeHeaders:
    """A page is told what it may do; what is no page, that it is none.

    Scripts and styles go without: what they may do is said by the page that loads them.

    A browser that has a page already is told by its ETag whether it is the same, and goes on with
    what came with it: so the ETag names the policy, and the looks, too.
    """

    def __init__(self, app: ASGIApp, ancestors: str, looks: str) -> None:
        self.app = app
        policy = page_policy(ancestors)
        self.page = {**ALWAYS, POLICY: policy, "Permissions-Policy": PERMISSIONS}
        said = f"{self.page}{looks}".encode()
        self.end_of_tag = f'-{sha256(said).hexdigest()[:8]}"'

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = asked(scope)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                told = self._of(path, message["status"], headers.get("content-type", ""))
                headers.update(told)
                if told is self.page and "etag" in headers:
                    headers["etag"] = headers["etag"].removesuffix('"') + self.end_of_tag
            await send(message)

        fixed = path.startswith((STATIC, MEDIA))
        await self.app(scope if fixed else self._as_tagged(scope), receive, with_headers)

    def _of(self, path: str, status: int, kind: str) -> dict[str, str]:
        if path.startswith(STATIC) and path.endswith(KINDS):
            return ALWAYS
        if path.startswith(MEDIA):
            return {**ALWAYS, POLICY: MADE_OF_INPUT}
        if kind.startswith("text/html") or (status == 304 and not path.startswith(STATIC)):
            return self.page
        return {**ALWAYS, POLICY: NO_PAGE}

    def _as_tagged(self, scope: Scope) -> Scope:
        """Asked about Streamlit's ETag if it was all this that came with the page, else not."""
        asked_for = []
        for name, value in scope["headers"]:
            if name == b"if-none-match" and value.endswith(self.end_of_tag.encode()):
                asked_for.append((name, value.removesuffix(self.end_of_tag.encode()) + b'"'))
            elif name not in (b"if-none-match", b"if-modified-since"):
                asked_for.append((name, value))
        return {**scope, "headers": asked_for}
