"""One student: a web socket to a Streamlit app on this machine, and what comes back over it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from benchmarks.load.widgets import Act, Widget, sent, widget_in

HOST = "127.0.0.1"
"""The only host there is: a student is told a port."""
PATIENCE = 120.0
"""Seconds after which a run that has not ended is an error."""
PICTURES = ("film", "reading")
"""What a component is told that holds a picture, or where to fetch it."""
RUN_TO_ITS_END = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)
TROUBLE = (OSError, TimeoutError, LookupError, ValueError, RuntimeError, WebSocketException)
"""What can go wrong with an act; it is counted."""


@dataclass(frozen=True)
class Wait:
    """What one student waited for."""

    act: Act
    began: float
    """By the clock of this machine, ``perf_counter``."""
    seconds: float
    """Until the run has ended and the picture it told of is there."""
    pushed: int
    """Bytes over the web socket."""


@dataclass
class Visit:
    """All that one student waited for, in seconds, and was sent, in bytes."""

    waits: list[Wait] = field(default_factory=list)
    fetched: int = 0
    pictures: int = 0
    """How many pictures came, in the runs and by address."""
    errors: list[str] = field(default_factory=list)


class Student:
    """Holds a page open as a browser does: what is on it, what of it is kept.

    ``async with Student(port) as student: await student.does(act)``
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self.page = ""
        self.visit = Visit()
        self.widgets: dict[str, Widget] = {}
        """What is on the page that something can be told, by the key the page gave it."""
        self.player: Widget | None = None
        self._socket: ClientConnection | None = None
        self._kept: dict[str, ForwardMsg] = {}
        """Messages that a browser keeps, and says that it has."""
        self._states: dict[str, str] = {}
        """Of the components on the page, as they were told last."""
        self.addresses: set[str] = set()
        """What it was told to fetch."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        if self._socket is not None:
            await self._socket.close()

    async def does(self, act: Act) -> bool:
        """Whether it went well; the wait, or what went wrong, is noted."""
        began = perf_counter()
        try:
            pushed = await self._run(act)
        except TROUBLE as error:
            said = f"{act.kind} {act.what or self.page}: {type(error).__name__}: {error}"
            self.visit.errors.append(said)
            return False
        self.visit.waits.append(Wait(act, began, perf_counter() - began, pushed))
        return True

    def told(self, key: str) -> dict[str, Any]:
        """What the page tells a component, if it is there."""
        return self.widgets[key].told if key in self.widgets else {}

    def buttons(self) -> list[str]:
        return [key for key, widget in self.widgets.items() if widget.kind == "button"]

    async def _run(self, act: Act) -> int:
        """Ask for a run; it is over when Streamlit says so and all is fetched."""
        if self._socket is None:
            self._socket = await connect(
                f"ws://{HOST}:{self.port}/_stcore/stream",
                subprotocols=["streamlit"],  # type: ignore[list-item]
                max_size=None,
                open_timeout=PATIENCE,
                proxy=None,
            )
        state = self._state(act)
        await self._socket.send(BackMsg(rerun_script=state).SerializeToString())
        pushed = 0
        fetching: list[asyncio.Task[None]] = []
        async with asyncio.timeout(PATIENCE):
            while True:
                data = await self._socket.recv()
                pushed += len(data)
                message = ForwardMsg.FromString(bytes(data))  # type: ignore[arg-type]
                if message.WhichOneof("type") == "ref_hash":
                    message = self._kept[message.ref_hash]
                elif message.metadata.cacheable:
                    self._kept[message.hash] = message
                kind = message.WhichOneof("type")
                if kind == "delta":
                    fetching += map(self._fetching, self._shown(message.delta))
                elif kind == "script_finished" and message.script_finished in RUN_TO_ITS_END:
                    break
                elif message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise RuntimeError("the page was not run to its end")
            await asyncio.gather(*fetching)
        return pushed

    def _state(self, act: Act) -> ClientState:
        """What the browser tells with it."""
        if act.kind == "open":
            self.page = act.what
            self.widgets.clear()
            self._states.clear()
            self.player = None
        state = ClientState(page_name=self.page)
        state.cached_message_hashes.extend(sorted(self._kept))
        if act.kind != "open":
            widget = self.widgets[act.what] if act.what else self.player
            if widget is None:
                raise LookupError("there is no picture on this page")
            state.fragment_id = widget.fragment
            told = sent(widget, act.value, self._states.get(widget.key, "{}"))
            self._states[widget.key] = told[0].json_value or "{}"
            state.widget_states.widgets.extend(told)
        return state

    def _shown(self, delta: Delta) -> list[str]:
        """What is on the page now; the addresses of what there is to fetch."""
        if delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(delta.new_element.exception.message)
        widget = widget_in(delta)
        if widget is None:
            return []
        self.widgets[widget.key] = widget
        if any(name in widget.told for name in PICTURES):
            self.player = widget
            self.visit.pictures += 1
        urls = {value for value in widget.told.values() if str(value).startswith("/media/")}
        new = sorted(urls - self.addresses)
        self.addresses |= urls
        return new

    def _fetching(self, path: str) -> asyncio.Task[None]:
        return asyncio.create_task(self._fetch(path))

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
