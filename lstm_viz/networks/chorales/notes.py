"""Music in quarters: at each quarter the set of pitches that sound there, and nothing else.

A pitch is its MIDI number (60 is middle C).  What a network reads is one 0 or 1 for each pitch
from ``LOW`` to ``HIGH``, the lowest and the highest of the chorales that it learned from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from lstm_viz.trace import Array

Chord = tuple[int, ...]
"""Pitches that sound together, low ones first; empty for a rest."""
Chords = tuple[Chord, ...]
"""One a quarter."""

LOW, HIGH = 36, 81
PITCHES = tuple(range(LOW, HIGH + 1))
_NAMES = ("C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "G♯", "A", "B♭", "B")
WHITE = frozenset((0, 2, 4, 5, 7, 9, 11))


def name_of(pitch: int) -> str:
    """With its octave; middle C is C4."""
    return f"{_NAMES[pitch % 12]}{pitch // 12 - 1}"


NAMES = tuple(map(name_of, PITCHES))


def is_white(pitch: int) -> bool:
    """Whether it is a white key of a piano."""
    return pitch % 12 in WHITE


def named(chord: Chord) -> str:
    """The notes of a chord, from below."""
    return " ".join(map(name_of, chord)) if chord else "a rest"


def chord_of(pitches: Iterable[int]) -> Chord:
    """Each pitch once; ``ValueError`` for one that the network has no input for."""
    chord = tuple(sorted(set(pitches)))
    if chord and not LOW <= chord[0] <= chord[-1] <= HIGH:
        raise ValueError(f"expected pitches from {LOW} to {HIGH}, got {chord}")
    return chord


def roll_of(chords: Sequence[Chord]) -> Array:
    """(T, pitches), 1 where a pitch sounds."""
    roll = np.zeros((len(chords), len(PITCHES)))
    for t, chord in enumerate(chords):
        roll[t, [pitch - LOW for pitch in chord]] = 1
    return roll


def chords_of(roll: Array) -> Chords:
    """What ``roll_of`` was made from."""
    return tuple(tuple(LOW + int(k) for k in np.flatnonzero(row)) for row in roll)
