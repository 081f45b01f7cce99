"""A text that is being typed: what the network did and offered after each character."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import numpy as np

from lstm_viz.learn.model import Model
from lstm_viz.networks import metadata
from lstm_viz.networks.stored import load
from lstm_viz.reading.read import START, log2_softmax, read
from lstm_viz.reading.record import Predictions, best_first, named
from lstm_viz.reading.typing_aid.offers import Offer, offers, tempered
from lstm_viz.reading.typing_aid.spellers import Indices, NetworkSpeller
from lstm_viz.reading.typing_aid.typist import Typed, right_offer, typed_out
from lstm_viz.reading.write import write
from lstm_viz.tasks import Alphabet
from lstm_viz.trace import Array, Trace

NAME = "plays"
"""The shipped network."""
LONGEST = 280
"""Characters of a text that is typed."""
LINE = 60
"""Characters of a line that the network writes, at most."""
MOST_KEPT = 20_000
"""Places whose offers are kept: whoever types on asks for one more each time."""


@dataclass(frozen=True, eq=False)
class Typing:
    """A text of T characters, and place 0 to T: after so many of them.

    text, read_as, mapped: as in a ``Reading``.  trace: (T + 1, H), of the start symbol and
    the text.
    log2_next: (T + 1, A), after the temperature.  offered: what the network offers at each place.
    typed: how someone types it who takes every right offer.
    """

    text: tuple[str, ...]
    read_as: tuple[str, ...]
    mapped: tuple[bool, ...]
    temperature: float
    trace: Trace
    log2_next: Array
    offered: tuple[tuple[Offer, ...], ...]
    typed: Typed

    def __len__(self) -> int:
        return len(self.text)

    @property
    def alphabet(self) -> tuple[str, ...]:
        return alphabet().characters

    @cached_property
    def expected(self) -> Predictions:
        """The most probable next characters at each place, best first."""
        top = best_first(self.log2_next)
        shares = np.exp2(np.take_along_axis(self.log2_next, top, axis=1))
        return named(top, shares, alphabet().characters)

    def right_offer(self, at: int) -> int | None:
        """Which of the offers at a place is what comes."""
        return right_offer(self.text, at, self.offered[at])

    def probability(self, at: int) -> float:
        """What was expected of the character that came after place ``at``."""
        index = alphabet().characters.index(self.read_as[at])
        return float(np.exp2(self.log2_next[at, index]))


@cache
def network() -> Model:
    return load(NAME).model.astype(np.float64)


@cache
def alphabet() -> Alphabet:
    return Alphabet(metadata.alphabet(load(NAME).metadata))


@cache
def speller() -> NetworkSpeller:
    return NetworkSpeller(network(), alphabet())


@lru_cache(maxsize=16)  # each at most 4 MB
def typing_of(text: str, temperature: float = 1.0) -> Typing:
    """``ValueError`` for more than ``LONGEST`` characters."""
    taken = alphabet().encode(text)
    if len(taken.shown) > LONGEST:
        raise ValueError(f"Expected at most {LONGEST} characters, got {len(taken.shown):,}.")
    start = alphabet().encode(START).indices
    run = network().run(alphabet().one_hot(np.concatenate([start, taken.indices])))
    (trace,), log2_next = run.traces, log2_softmax(run.outputs)
    offered = _OFFERS.after(taken.indices, (trace.h, trace.c), log2_next, temperature)
    return Typing(
        text=taken.shown,
        read_as=tuple(alphabet().characters[k] for k in taken.indices),
        mapped=taken.mapped,
        temperature=temperature,
        trace=trace,
        log2_next=tempered(log2_next, temperature),
        offered=offered,
        typed=typed_out(taken.shown, offered),
    )


def line_after(text: str, temperature: float, rng: np.random.Generator) -> str:
    """What the network writes after ``text``, up to the end of the line or for ``LINE``
    characters."""
    before = read(network(), alphabet(), text)
    room = max(0, min(LINE, LONGEST - len(before)))
    written = write(network(), alphabet(), before, room, temperature=temperature, rng=rng).string
    begins = len(written) - len(written.lstrip(START))
    end = written.find(START, begins)
    return written if end < 0 else written[:end]


class _Offers:
    """What was offered, by all that was read before.  May be used from many threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[float, bytes], tuple[Offer, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def after(
        self, indices: Indices, states: tuple[Array, Array], log2_next: Array, temperature: float
    ) -> tuple[tuple[Offer, ...], ...]:
        """At each place of a text; those that are not known yet are searched for together."""
        read = indices.astype(np.uint8).tobytes()
        keys = [(temperature, read[:length]) for length in range(len(read) + 1)]
        with self._lock:
            known = {key: self._kept[key] for key in keys if key in self._kept}
        new = [at for at, key in enumerate(keys) if key not in known]
        if new:
            found = offers(
                speller(),
                tuple(state[new] for state in states),
                log2_next[new],
                temperature=temperature,
            )
            known |= {keys[at]: offered for at, offered in zip(new, found, strict=True)}
        with self._lock:
            for key in keys:
                self._kept[key] = known[key]
                self._kept.move_to_end(key)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return tuple(known[key] for key in keys)


_OFFERS = _Offers()
