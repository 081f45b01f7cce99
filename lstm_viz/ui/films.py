"""Films as they are sent: packed once on a server for all who open the same page."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from itertools import count
from threading import Lock

from lstm_viz.player import zipped
from lstm_viz.player.contract import AnyFilm
from lstm_viz.ui import recorded
from lstm_viz.ui.alone import ALONE
from lstm_viz.ui.served import ZIPPED, keep, served

MOST_KEPT = 256
"""Films that a server keeps: 10 to 30 KB each, at most 200 KB, so never more than 50 MB."""


@dataclass(frozen=True)
class Packed:
    """A film, and what names it: another version is another picture."""

    data: bytes
    size: tuple[int, int, int]
    """How many steps there are, how many stages each has, and how many the last one."""
    kept: bool
    """The server has it for others too, so the browser can fetch it."""

    @cached_property
    def version(self) -> str:
        return sha256(self.data).hexdigest()[:16]

    @property
    def film(self) -> AnyFilm:
        film: AnyFilm = json.loads(gzip.decompress(self.data))
        return film

    def sent(self, place: str) -> str:
        """Where the browser finds it, from the root of the server; or the film, in base64."""
        if self.kept and not ALONE and not recorded.is_on():
            return served(self.data, ZIPPED, place)
        return base64.b64encode(self.data).decode()


def once(film: AnyFilm) -> Packed:
    """A film that nobody else will see, nor this reader again."""
    return Packed(zipped(film), _size(film), kept=False)


def _size(film: AnyFilm) -> tuple[int, int, int]:
    if film["kind"] == "board":
        return film["steps"], len(film["frames"][0]), len(film["frames"][-1])
    stages = len(film["stages"])
    return film["steps"], stages, stages - film["stages"][-1]["carries"]  # to no next step


def made(make: Callable[..., AnyFilm], *what: Hashable) -> Packed:
    """The film ``make(*what)``, which says all that it depends on; made by whoever asks first."""
    shelf = _shelf(make, what)
    with shelf.lock:  # the others wait for it: to make it too would take them longer
        if shelf.packed is None:
            film = make(*what)
            packed = Packed(zipped(film), _size(film), kept=True)
            keep(packed.data, ZIPPED, f"film {next(_number) % MOST_KEPT}")
            shelf.packed = packed
        return shelf.packed


_number = count()


@dataclass
class _Shelf:
    lock: Lock = field(default_factory=Lock)
    packed: Packed | None = None


@lru_cache(MOST_KEPT)
def _shelf(make: Callable[..., AnyFilm], what: tuple[Hashable, ...]) -> _Shelf:
    return _Shelf()
