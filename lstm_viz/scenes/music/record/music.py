"""The piece on screen: a beginning, and how the network or Bach goes on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from lstm_viz.networks.chorales.beginnings import Beginning, beginnings
from lstm_viz.networks.chorales.form import clashes, comes_back
from lstm_viz.networks.chorales.notes import HIGH, LOW, Chord, Chords
from lstm_viz.networks.chorales.piece import (
    NOTES,
    WHOLE,
    Piece,
    go_on,
    known_chords,
    network,
    read,
)
from lstm_viz.networks.chorales.scores import Look, scores
from lstm_viz.trace import Array

OWN = "own"
NETWORK, BACH = "network", "bach"
WAYS = (WHOLE, NOTES)
TEMPERATURES = (0.2, 1.5)
QUARTERS = ("16", "32", "64", "128")
MOST_OWN = 32
"""Quarters that a visitor can play."""
LONGEST = MOST_OWN + int(QUARTERS[-1])
LIKELY = 0.1
FEWEST_ROWS = 28
MOST_KEPT = 16
"""Pieces that a server keeps, of at most 3 MB each."""


@dataclass(frozen=True)
class Asked:
    """All that a piece depends on; ``notes`` are the visitor's own, if they play the beginning."""

    beginning: str
    notes: Chords = ()
    who: str = NETWORK
    way: str = WHOLE
    temperature: float = 0.8
    quarters: int = 32
    seed: int = 1

    @property
    def by_bach(self) -> bool:
        """Whether what comes after the beginning is Bach's, too."""
        return self.who == BACH and self.beginning != OWN


@dataclass(frozen=True, eq=False)
class Music:
    asked: Asked
    beginning: Beginning
    piece: Piece
    look: Look

    def __len__(self) -> int:
        return len(self.piece)

    @property
    def own(self) -> bool:
        return self.asked.beginning == OWN

    @property
    def given(self) -> int:
        """Quarters of the beginning."""
        return self.piece.given

    @property
    def chords(self) -> Chords:
        return self.piece.chords

    @property
    def after(self) -> Chords:
        """What came after the beginning."""
        return self.chords[self.given :]

    @property
    def known_ends(self) -> tuple[int, ...]:
        """Quarters at which phrases end, as far as Bach wrote what is heard."""
        until = len(self) if self.asked.by_bach else self.given
        return tuple(end for end in self.beginning.ends if end < until)

    @cached_property
    def watched(self) -> Array:
        """(T + 1,): the signal of the unit to look at, at every step."""
        return np.asarray(self.piece.trace.arrays[self.look.signal][:, self.look.unit])

    @cached_property
    def rows(self) -> tuple[int, int]:
        """The lowest and the highest pitch that are drawn: all that sound or were likely."""
        likely = LOW + np.flatnonzero((self.piece.expected > LIKELY).any(axis=0))
        there = [pitch for chord in self.chords for pitch in chord] + likely.tolist()
        low, high = min(there), max(there)
        short = max(0, FEWEST_ROWS - (high - low + 1))
        low = max(LOW, low - short // 2)
        return low, min(HIGH, max(high, low + FEWEST_ROWS - 1))

    @property
    def clash(self) -> float:
        """The share of quarters after the beginning with two notes a semitone apart."""
        return float(np.mean([clashes(chord) for chord in self.after]))

    @property
    def again(self) -> int:
        """How often a tune comes back."""
        return comes_back(self.chords)

    def came_next(self, t: int) -> Chord | None:
        """The chord after step t; None after the last one."""
        return self.chords[t] if t < len(self) else None


@lru_cache(MOST_KEPT)
def music(asked: Asked) -> Music:
    model, look = network(), scores().look
    if asked.beginning == OWN:
        beginning = Beginning(OWN, "Your beginning", asked.notes, len(asked.notes))
    else:
        beginning = beginnings()[asked.beginning]
    if asked.by_bach:
        piece = read(model, beginning.chords, beginning.given)
    else:
        start = beginning.chords[: beginning.given]
        piece = go_on(
            model,
            start,
            asked.quarters,
            temperature=asked.temperature,
            seed=asked.seed,
            known=known_chords() if asked.way == WHOLE else None,
        )
    return Music(asked, beginning, piece, look)
