"""The network of "Read along" and what it read: kept for a while, for all who are on the page.

A session holds a text and a few settings, no arrays: what follows from them is found here, or read
again.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.learn import Model
from lstm_viz.networks import metadata, stored
from lstm_viz.reading.effect import Effect, Hold, clamps, effect
from lstm_viz.reading.read import read
from lstm_viz.reading.record import Reading
from lstm_viz.tasks import Alphabet

NAME = "plays"
"""The shipped next-character network."""
MOST_KEPT = 12_000
"""Characters of all readings that are kept: about 14 KB each with 128 units, 170 MB together."""

Holds = tuple[Hold, ...]


@dataclass(frozen=True, eq=False)
class ReadingNetwork:
    """``model`` is in float64, so that it need not be copied for every text."""

    model: Model
    alphabet: Alphabet
    metadata: Mapping[str, str]


@cache
def network() -> ReadingNetwork:
    found = stored.load(NAME)
    alphabet = Alphabet(metadata.alphabet(found.metadata))
    return ReadingNetwork(found.model.astype(np.float64), alphabet, found.metadata)


class ReadingCache:
    """The readings asked for last, by text and what is held.  May be used from many threads."""

    def __init__(self, make: Callable[[str, Holds], Reading], most: int = MOST_KEPT) -> None:
        self._make = make
        self._most = most
        self._kept: OrderedDict[tuple[str, Holds], Reading] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, text: str, holds: Holds = ()) -> Reading:
        """The reading of ``text``; the newest stays even if it is longer than all there may be."""
        key = (text, holds)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = self._make(text, holds)  # others need not wait for it
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > 1 and sum(map(len, self._kept.values())) > self._most:
                self._kept.popitem(last=False)
        return made


def _read(text: str, holds: Holds) -> Reading:
    there = network()
    held = clamps(holds, there.model.hidden_size) if holds else None
    return read(there.model, there.alphabet, text, clamp=held)


READINGS = ReadingCache(_read)


def reading(text: str, holds: Holds = ()) -> Reading:
    """What the network does with a text, with gates held if any are."""
    return READINGS.get(text, holds)


def effect_of(text: str, holds: Holds) -> Effect:
    """The same text without and with gates held."""
    return effect(reading(text), reading(text, holds), holds)


# ---- forgetting --------------------------------------------------------------------------------

BREAK = "\n"
FEWEST_BREAKS = 3
SHUT, LITTLE, MUCH = 0.1, 0.1, 1.0
"""A unit forgets at line breaks if at each its forget gate is at most ``SHUT``, at most the part
``LITTLE`` of the most that it held before one is left after any, and that most is ``MUCH``."""


@dataclass(frozen=True)
class Emptied:
    """A unit that forgets at every line break: |c| at most before one, and after one.

    ``elsewhere``: at how many of the ``others`` its forget gate is shut, too.
    """

    unit: int
    before: float
    after: float
    elsewhere: int
    others: int


def emptied(read: Reading, unit: int) -> Emptied | None:
    """How a unit forgets at line breaks, if it does at each of them."""
    breaks = _breaks(read)
    if len(breaks) < FEWEST_BREAKS:
        return None
    trace = read.trace
    before, after = (float(np.abs(c[breaks, unit]).max()) for c in (trace.c_prev, trace.c))
    shuts = trace.f[breaks, unit].max() <= SHUT
    forgets = shuts and before >= MUCH and after <= LITTLE * before
    if not forgets:
        return None
    shut = int((trace.f[:, unit] <= SHUT).sum())
    return Emptied(unit, before, after, shut - len(breaks), len(read.text) - len(breaks))


def forgets_most(read: Reading) -> int:
    """The unit whose |c| falls most at line breaks."""
    breaks = _breaks(read)
    trace = read.trace
    falls = np.abs(trace.c_prev[breaks]) - np.abs(trace.c[breaks])
    return int(falls.mean(axis=0).argmax())


def _breaks(read: Reading) -> list[int]:
    return [t for t, character in enumerate(read.text) if character == BREAK]
