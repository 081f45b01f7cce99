"""Which part of a recording is read: its loudest stretch without a pause."""

from __future__ import annotations

from typing import Final

import numpy as np

from lstm_viz.inputs.sound import Samples
from lstm_viz.networks.digits.mfcc import FRAME_SECONDS, HOP, loudness, mfcc

QUIET: Final = 35.0
"""Decibels below the loudest frame: frames quieter than that are a pause."""
ABOVE_ROOM: Final = 8.0
"""In a recording long enough to have the room in it, a word is so much louder than that."""
SURELY: Final = 12.0
"""What is this close to the loudest frame is part of the word, however loud the room."""
PAUSE: Final = 12
"""Frames: a longer pause ends the word."""
LONG_ENOUGH: Final = 40
"""Frames from which on the quietest tenth of a recording is taken for the room."""
ROOM_SHARE: Final = 10
LEAST: Final = 4
"""Frames of the shortest word."""


def spoken(samples: Samples) -> Samples:
    """The word in a recording, with a frame before and after it."""
    loud = loudness(mfcc(samples))
    peak = int(np.argmax(loud))
    limit = loud[peak] - QUIET
    if len(loud) >= LONG_ENOUGH:
        room = float(np.percentile(loud, ROOM_SHARE)) + ABOVE_ROOM
        limit = max(limit, min(room, loud[peak] - SURELY))
    heard = np.flatnonzero(loud >= limit)
    breaks = np.flatnonzero(np.diff(heard) > PAUSE)
    firsts = np.concatenate([heard[:1], heard[breaks + 1]])
    lasts = np.concatenate([heard[breaks], heard[-1:]])
    which = int(np.searchsorted(firsts, peak, side="right")) - 1
    first = max(0, min(int(firsts[which]) - 1, len(loud) - LEAST))
    last = int(lasts[which]) + 1
    return samples[first * HOP : (last + 1) * HOP]


def seconds(frames: int) -> float:
    """The time of so many frames."""
    return frames * FRAME_SECONDS


def with_noise(samples: Samples, decibels: float | None) -> Samples:
    """White noise added, so many decibels quieter than the word on average; None for none."""
    power = float(np.mean(samples**2))
    if decibels is None or power == 0:
        return samples
    noise = np.random.default_rng(0).normal(size=len(samples))
    noisy: Samples = samples + noise * np.sqrt(power / 10 ** (decibels / 10))
    return noisy
