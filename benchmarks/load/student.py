"""One student: a web socket to a Streamlit app on this machine, and what comes back over it."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

HOST = "127.0.0.1"
"""The only host there is: a student is told a port."""
PATIENCE = 120.0
"""Seconds after which a run that has not ended is an error."""
PICTURES = ("film", "reading")
"""What a component is told that holds a picture, or where to fetch it."""


@dataclass
class Visit:
    """What one student waited for, in seconds, and was sent, in bytes."""

    opened: float = 0.0
    """From the wish to connect until the first run has ended and its picture is there."""
    reruns: list[float] = field(default_factory=list)
    pushed: list[int] = field(default_factory=list)
    """Over the web socket, in each run."""
    fetched: int = 0
    pictures: int = 0
    """How many pictures came, in the runs and by address."""
    errors: list[str] = field(default_factory=list)


class Student:
    """Opens a page, then changes the place, or clicks the page's first button, again and again."""

    def __init__(self, port: int, page: str) -> None:
        self.port = port
        self.page = page
        self.visit = Visit()
        self.player: BidiComponent | None = None
        self.button = ""
        self.hashes: set[str] = set()
        """Of the messages that a browser would keep, and says that it has."""
        self.addresses: set[str] = set()

    async def visits(self, *, reruns: int = 0, think: float = 0.0) -> Visit:
        began = perf_counter()
        try:
            async with connect(
                f"ws://{HOST}:{self.port}/_stcore/stream",
                subprotocols=["streamlit"],  # type: ignore[list-item]
                max_size=None,
                open_timeout=PATIENCE,
                proxy=None,
            ) as socket:
                await self._run(socket, ClientState(page_name=self.page))
                self.visit.opened = perf_counter() - began
                for number in range(reruns):
                    await asyncio.sleep(think)
                    began = perf_counter()
                    await self._run(socket, self._changed(number))
                    self.visit.reruns.append(perf_counter() - began)
        except (OSError, TimeoutError, ValueError, RuntimeError) as error:
            self.visit.errors.append(f"{type(error).__name__}: {error}")
        return self.visit

    async def _run(self, socket: ClientConnection, state: ClientState) -> None:
        """Ask for a run of the page; it is over when Streamlit says so and all is fetched."""
        state.cached_message_hashes.extend(sorted(self.hashes))
        self.visit.pushed.append(0)
        await socket.send(BackMsg(rerun_script=state).SerializeToString())
        async with asyncio.timeout(PATIENCE):
            fetching: list[asyncio.Task[None]] = []
            while True:
                data = await socket.recv()
                self.visit.pushed[-1] += len(data)
                message = ForwardMsg.FromString(bytes(data))  # type: ignore[arg-type]
                fetching += [asyncio.create_task(self._fetch(url)) for url in self._told(message)]
                if message.WhichOneof("type") == "script_finished":
                    if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                        raise RuntimeError("the page was not run to its end")
                    break
            await asyncio.gather(*fetching)

    def _told(self, message: ForwardMsg) -> list[str]:
        """What a message brings; the addresses of what there is to fetch."""
        if message.metadata.cacheable:
            self.hashes.add(message.hash)
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise RuntimeError(element.exception.message)
        if kind == "button" and not self.button:
            self.button = element.button.id
        if kind != "bidi_component":
            return []
        data: dict[str, Any] = json.loads(element.bidi_component.json or "{}")
        urls = [value for value in data.values() if str(value).startswith("/media/")]
        if any(name in data for name in PICTURES):
            self.player = element.bidi_component
            self.visit.pictures += 1
        new = [url for url in urls if url not in self.addresses]
        self.addresses.update(new)
        return new

    def _changed(self, number: int) -> ClientState:
        """What the browser sends when the reader has come to another step, or has clicked."""
        state = ClientState(page_name=self.page)
        if self.player is not None:
            sent_to = json.loads(self.player.json)["at"]
            at = {**sent_to, "t": 1 + number % 2, "stage": number % 3, "unit": 0}
            state.widget_states.widgets.add(id=self.player.id, json_value=json.dumps({"at": at}))
        elif self.button:
            state.widget_states.widgets.add(id=self.button, trigger_value=True)
        return state

    async def _fetch(self, path: str) -> None:
        reader, writer = await asyncio.open_connection(HOST, self.port)
        try:
            takes = "Accept-Encoding: gzip, deflate, br"  # as browsers do
            asked = (f"GET {path} HTTP/1.1", f"Host: {HOST}", takes, "Connection: close", "", "")
            writer.write("\r\n".join(asked).encode())
            answer = await reader.read()
        finally:
            writer.close()
        if not answer.startswith(b"HTTP/1.1 200 "):
            raise RuntimeError(f"{path}: {answer[:40]!r}")
        self.visit.fetched += len(answer)
