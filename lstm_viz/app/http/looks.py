"""Streamlit's page with the app's own looks in it.

An element that brought them would be shown after the first words, which would jump: Streamlit
fetches the script of each kind of element but text when the first of it is shown.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lstm_viz.app.http.paths import MEDIA, STATIC, asked


class Looks:
    """Puts a style at the end of each page, so after Streamlit's own.

    Streamlit is told that no packed page is taken: to that nothing can be added.
    """

    def __init__(self, app: ASGIApp, looks: str) -> None:
        self.app = app
        self.added = f"<style>{looks}</style>".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or asked(scope).startswith((STATIC, MEDIA)):
            await self.app(scope, receive, send)
            return
        unpacked = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        adds = False

        async def with_looks(message: Message) -> None:
            nonlocal adds
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                kind = headers.get("content-type", "")
                adds = message["status"] == 200 and kind.startswith("text/html")
                if adds and "content-length" in headers:
                    length = int(headers["content-length"]) + len(self.added)
                    headers["content-length"] = str(length)
            elif adds and scope["method"] != "HEAD" and not message.get("more_body", False):
                message = {**message, "body": message.get("body", b"") + self.added}
            await send(message)

        await self.app({**scope, "headers": unpacked}, receive, with_looks)
