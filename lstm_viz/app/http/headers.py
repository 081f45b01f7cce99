"""Headers that each answer carries, beside those of what is in it."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lstm_viz.app.http.packed import KINDS
from lstm_viz.app.http.paths import MEDIA, STATIC, asked
from lstm_viz.app.http.policy import MADE_OF_INPUT, NO_PAGE, PERMISSIONS, page_policy

ALWAYS: Final = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}


class SafeHeaders:
    """A page is told what it may do; what is no page, that it is none.

    Scripts and styles go without: what they may do is said by the page that loads them.
    """

    def __init__(self, app: ASGIApp, ancestors: str) -> None:
        self.app = app
        page = {
            "Content-Security-Policy": page_policy(ancestors),
            "Permissions-Policy": PERMISSIONS,
        }
        self.page = {**ALWAYS, **page}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = asked(scope)

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._of(path, headers.get("content-type", "")))
            await send(message)

        await self.app(scope, receive, told)

    def _of(self, path: str, kind: str) -> dict[str, str]:
        if path.startswith(STATIC) and path.endswith(KINDS):
            return ALWAYS
        if path.startswith(MEDIA):
            return {**ALWAYS, "Content-Security-Policy": MADE_OF_INPUT}
        if kind.startswith("text/html"):
            return self.page
        return {**ALWAYS, "Content-Security-Policy": NO_PAGE}
