"""What a pitch sounds like: a few partials that fade away, made in NumPy.

The tone of any pitch is the tone of ``BASE`` played faster or slower.  So a browser needs that one
tone alone and plays it at each pitch's rate, and what it plays is what the WAV file has in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from lstm_viz.inputs.sound import write_wav
from lstm_viz.networks.chorales.notes import Chord
from lstm_viz.trace import Array

RATE, BASE_RATE = 22_050, 16_000
"""Samples a second of a piece, and of the one tone that a browser is sent."""
QUARTER = 0.7
"""Seconds."""
BASE = 69
"""A4, 440 Hz."""
LASTS = 1.4
"""Seconds that the tone of ``BASE`` is heard; lower ones last longer."""
PARTIALS = (1.0, 0.45, 0.3, 0.14, 0.09, 0.05)
"""How loud the fundamental is and the overtones above it."""
ATTACK, FADES = 0.012, 0.55
"""Seconds until the tone of ``BASE`` is there, and until it has fallen to 1/e."""
RELEASE = 0.08
"""Seconds in which a quarter's notes are damped at its end, whatever their pitch."""
LOUD = 0.18
"""Of one note, as a share of the loudest that there is: five together stay below it."""


def speed(pitch: int) -> float:
    """How much faster than that of ``BASE`` a pitch's tone goes by."""
    return float(2 ** ((pitch - BASE) / 12))


def tone(seconds: Array) -> Array:
    """The tone of ``BASE`` at these times from its beginning."""
    swing = sum(
        loud * np.sin(2 * np.pi * 440 * (k + 1) * seconds) * np.exp(-seconds * k / 2)
        for k, loud in enumerate(PARTIALS)
    )
    rise = np.minimum(1, seconds / ATTACK)
    fall = np.exp(-seconds / FADES) * np.clip((LASTS - seconds) / 0.1, 0, 1)
    return np.asarray(swing * rise * fall / sum(PARTIALS))


def heard(chords: Sequence[Chord], quarter: float = QUARTER) -> Array:
    """Samples from −1 to 1: every chord is struck anew and damped at the end of its quarter."""
    length = round(RATE * quarter)
    seconds = np.arange(length) / RATE
    damped = np.clip((quarter - seconds) / RELEASE, 0, 1)
    sound = np.zeros((len(chords), length))
    for t, chord in enumerate(chords):
        for pitch in chord:
            sound[t] += LOUD * tone(seconds * speed(pitch)) * damped
    return np.clip(sound.ravel(), -1, 1)


@cache
def base_wav() -> bytes:
    """The tone of ``BASE`` alone, as loud as it can be."""
    return write_wav(tone(np.arange(round(BASE_RATE * LASTS)) / BASE_RATE), BASE_RATE)
