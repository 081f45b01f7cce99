"""An app asked by a test as a server would ask it, without one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message

from tests.coroutines import finished


@dataclass
class Answer:
    status: int = 0
    headers: Headers = field(default_factory=Headers)
    body: bytes = b""


def ask(
    app: ASGIApp,
    path: str = "/",
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    chunks: tuple[bytes, ...] = (),
    **scope: Any,
) -> Answer:
    """What the app answers; ``chunks`` come after each other, as the body."""
    asked = {
        **{"type": "http", "method": method, "path": path, "root_path": "", "query_string": b""},
        "headers": [(n.lower().encode(), v.encode()) for n, v in (headers or {}).items()],
        **scope,
    }
    coming = [*({"type": "http.request", "body": c, "more_body": True} for c in chunks)]
    coming.append({"type": "http.request", "body": b"", "more_body": False})
    answer = Answer()

    async def receive() -> Message:
        return coming.pop(0)

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = Headers(raw=message["headers"])
        else:
            answer.body += message.get("body", b"")

    finished(app(asked, receive, send))  # type: ignore[arg-type]
    return answer
