"""The trainings on this server: each goes on a slice at a time, in turn, and only so many at once.

Nothing trains by itself. A page asks for the next slice of its training when it has shown the last
one; whoever leaves the page asks no more. Slices are as long for everybody and are given in the
order in which they were asked for, so that people who train at once get equal shares, and a page
that only wants to be shown waits for nobody.  Who finds all places taken waits in line: their page
goes on asking, and trains when it is their turn.
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic, perf_counter, thread_time
from typing import Generic, Protocol, TypeVar

from lstm_viz.ui.worker import compute

SLICE = 0.2
"""Seconds of training at a time."""
MOST_TIME = 1.0
"""Seconds that a slice goes on, at most, on a machine that is busy with other things."""
LONGER = 2
"""Times as long is a slice while others train too: a page is shown after each, and the server has
that many more of them to show."""
MOST_AT_ONCE = 6
"""People who can train at the same time."""
GONE_AFTER = 8.0
"""Seconds without asking, after which somebody is taken to have left."""
MOST_KEPT = 60
"""Trainings that can still be looked at."""
MOST_BYTES = 120_000_000
"""Of all arrays that are kept: a long training of a large network has some 10 MB. With what is
around them they take 1.3 to 1.9 times as much."""
LOOKED_AT_FOR = 600.0
"""Seconds after the page last asked for it that somebody is taken to look at a training."""


class InSlices(Protocol):
    """What can be trained a slice at a time, and pickled in between."""

    @property
    def ended(self) -> bool: ...
    @property
    def memory(self) -> int:
        """Bytes that are kept for it, of the arrays: nearly all there is."""
        ...

    def go(self, seconds: float) -> None: ...
    def rest(self) -> None: ...


T = TypeVar("T", bound=InSlices)


def _after_slice(training: T, seconds: float) -> tuple[T, ValueError | None]:
    """What became of it, also if its loss has grown too large.

    Where other programs take the processor it goes on, until it had half of the time to itself.
    """
    start, had = perf_counter(), thread_time()
    try:
        while True:
            begun = perf_counter()
            training.go(seconds)
            now = perf_counter()
            if now - begun < seconds or thread_time() - had >= seconds / 2:
                break  # it is over, or had its time
            if now - start + seconds > MOST_TIME:
                break
    except ValueError as problem:
        return training, problem
    return training, None


def _after_rest(training: T) -> T:
    training.rest()
    return training


@dataclass
class _KeptTraining(Generic[T]):
    training: T
    found: float
    """When a page last asked for it."""
    memory: int
    """Bytes, when it last changed."""
    asked: float | None = None
    """When the last slice was asked for; None before the first and once it is stopped."""
    alone: threading.Lock = field(default_factory=threading.Lock)


class Trainings(Generic[T]):
    """All trainings of one kind on a server, by ticket.  May be used from many threads."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, _KeptTraining[T]] = OrderedDict()
        self._line: dict[str, float] = {}
        """Who waits for a place, in their order, and when they asked last."""

    def keep(self, training: T, ticket: str = "") -> str:
        """Take in a training; the ticket is how it is found again, also from a link."""
        ticket = ticket or secrets.token_urlsafe(9)
        with self._lock:
            self._kept[ticket] = _KeptTraining(training, self._clock(), training.memory)
            self._make_room(ticket)
        return ticket

    def _make_room(self, ticket: str) -> None:
        """Forget others than this one until all that is kept has room.

        First those that nobody looks at, then those that do not train; always the one that was not
        asked for the longest.
        """
        while len(self._kept) > 1 and (
            len(self._kept) > MOST_KEPT
            or sum(kept.memory for kept in self._kept.values()) > MOST_BYTES
        ):
            others = [one for one in self._kept if one != ticket]
            self._kept.pop(min(others, key=self._in_use))

    def _in_use(self, ticket: str) -> int:
        """2 if it trains or waits to, 1 if somebody looks at it, 0 if nobody does."""
        kept = self._kept[ticket]
        if self._trains(kept) or ticket in self._line:
            return 2
        return int(self._clock() - kept.found < LOOKED_AT_FOR)

    def _trains(self, kept: _KeptTraining[T]) -> bool:
        return kept.asked is not None and self._clock() - kept.asked < GONE_AFTER

    def find(self, ticket: str) -> T | None:
        """The training of this ticket as far as it is now, if it is still kept.

        After its next slice it may be another object: ask for it anew.
        """
        with self._lock:
            kept = self._kept.get(ticket)
            if kept is None:
                return None
            self._kept.move_to_end(ticket)
            kept.found = self._clock()
            return kept.training

    def trains(self, ticket: str) -> bool:
        """Somebody asked for a slice of it a moment ago, and has not stopped it."""
        with self._lock:
            kept = self._kept.get(ticket)
            return kept is not None and self._trains(kept)

    def go_on(self, ticket: str) -> int:
        """Train one slice of it, and return 0; or, with all places taken, its place in line.

        ``KeyError`` if the ticket is not known (any more), ``ValueError`` if its loss has grown too
        large.
        """
        with self._lock:
            kept = self._kept[ticket]
            place = 0 if self._trains(kept) else self._place_in_line(ticket)
            if place:
                return place
            kept.asked = self._clock()
            seconds = SLICE * (1 if sum(map(self._trains, self._kept.values())) == 1 else LONGER)
        try:
            with kept.alone:
                kept.training, problem = compute(_after_slice, kept.training, seconds)
        finally:
            memory = kept.training.memory
            with self._lock:
                kept.asked = None if kept.training.ended else self._clock()
                kept.memory = memory
                self._make_room(ticket)
        if problem is not None:
            raise problem
        return 0

    def _place_in_line(self, ticket: str) -> int:
        """0 for who may begin, and is in line no more; who does not ask any more loses theirs."""
        now = self._clock()
        self._line[ticket] = now  # who is in line already keeps their place
        self._line = {one: asked for one, asked in self._line.items() if now - asked < GONE_AFTER}
        place = list(self._line).index(ticket) + 1
        if place > MOST_AT_ONCE - sum(map(self._trains, self._kept.values())):
            return place
        del self._line[ticket]
        return 0

    def rest(self, ticket: str) -> None:
        """Its owner has stopped it; another may take the place."""
        with self._lock:
            kept = self._kept.get(ticket)
            self._line.pop(ticket, None)
            if kept is None:
                return
            kept.asked = None
        with kept.alone:
            kept.training = compute(_after_rest, kept.training)
            memory = kept.training.memory
        with self._lock:
            kept.memory = memory


def asks_in(place: int) -> float:
    """Seconds until who is at this place in line asks again; who is far back asks less often."""
    return min(GONE_AFTER / 2, 1.0 + place)


def in_line(place: int) -> str:
    """For who waits until others are done."""
    others = f"{MOST_AT_ONCE} people train here now, as many as can at once"
    return f"You are number {place} in line: {others}. Yours starts by itself."
