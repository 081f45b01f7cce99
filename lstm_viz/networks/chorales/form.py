"""What can be counted of a piece: clashes within a chord, and tunes that come back."""

from __future__ import annotations

import itertools

from lstm_viz.networks.chorales.notes import Chord, Chords

TUNE = 8
"""Quarters of the highest voice, of which ``MOVES`` at least go to another pitch."""
MOVES = 4


def clashes(chord: Chord) -> bool:
    """Whether two of its notes are a semitone apart."""
    return any(high - low == 1 for low, high in itertools.pairwise(chord))


def comes_back(chords: Chords) -> int:
    """How many stretches of ``TUNE`` quarters have a highest voice that was there before, ended."""
    highest = [chord[-1] if chord else None for chord in chords]
    found = 0
    first: dict[tuple[int | None, ...], int] = {}
    for t in range(len(highest) - TUNE + 1):
        tune = tuple(highest[t : t + TUNE])
        if sum(a != b for a, b in itertools.pairwise(tune)) < MOVES:
            continue
        found += first.setdefault(tune, t) <= t - TUNE
    return found
