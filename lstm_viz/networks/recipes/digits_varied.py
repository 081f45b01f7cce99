"""The same recordings once more, as other mouths, microphones and rooms would have them.

All of it is done to MFCCs, since the data has no sound: they are turned back into the smooth
spectrum that they describe, that is changed, and described again.
"""

from __future__ import annotations

import numpy as np

from lstm_viz.networks.digits.mfcc import (
    BANDS,
    DEEPEST,
    Array,
    cepstrum,
    cosines,
    edges,
    levelled,
    limited,
)

STRETCH = 0.35
"""Spoken up to e^0.35 times as slowly or fast."""
WARP = 0.15
"""Formants up to e^0.15 times as high or low: longer and shorter throats."""
CHANNEL = (6.0, 4.0, 3.0, 2.0, 2.0)
"""Decibels by which a microphone colours the sound, for the five slowest cosines."""
NOISY = 0.6
"""Share of recordings that get noise, from as loud as the word to ``QUIETEST`` decibels below."""
QUIETEST = 40.0
AROUND = 6
"""Frames of quiet before and after, at most."""
_SLOW = np.cos(np.pi * np.arange(1, 6)[:, np.newaxis] * (2 * np.arange(BANDS) + 1) / (2 * BANDS))


def white() -> Array:
    """(BANDS,): the level of white noise in each band, in decibels."""
    return np.asarray(10 * np.log10(edges()[2:] - edges()[:-2]))


def varied(coefficients: Array, rng: np.random.Generator) -> Array:
    """As another person says it elsewhere."""
    slower = np.exp(rng.uniform(-STRETCH, STRETCH))
    levels: Array = _stretched(levelled(coefficients), slower) @ cosines()
    levels = _warped(levels, np.exp(rng.uniform(-WARP, WARP)))
    quiet = levels.min(axis=0, keepdims=True)
    before, after = rng.integers(0, AROUND, 2, endpoint=True)
    levels = np.vstack([np.repeat(quiet, before, axis=0), levels, np.repeat(quiet, after, axis=0)])
    levels = levels + (rng.normal(size=len(CHANNEL)) * CHANNEL) @ _SLOW
    if rng.random() < NOISY:
        levels = _noisy(levels, rng)
    return levelled(cepstrum(limited(levels)))


def noise(rng: np.random.Generator) -> Array:
    """Nothing but a room: (T, 13)."""
    frames = int(rng.integers(5, 60))
    levels: Array = white() - 60 + _tilt(rng) + 10 * np.log10(rng.gamma(8, 1 / 8, (frames, BANDS)))
    return cepstrum(limited(levels))


def silence(frames: int) -> Array:
    """Digital zeros."""
    return cepstrum(np.full((frames, BANDS), -DEEPEST))


def _stretched(rows: Array, factor: float) -> Array:
    count = max(4, round(len(rows) * factor))
    return _between(rows, np.linspace(0, len(rows) - 1, count))


def _warped(levels: Array, factor: float) -> Array:
    return _between(levels.T, np.clip(np.arange(BANDS) * factor, 0, BANDS - 1)).T


def _between(rows: Array, places: Array) -> Array:
    """Rows at places that need not be whole numbers."""
    below = np.minimum(places.astype(int), len(rows) - 2)
    share = (places - below)[:, np.newaxis]
    return np.asarray(rows[below] * (1 - share) + rows[below + 1] * share)


def _noisy(levels: Array, rng: np.random.Generator) -> Array:
    power: Array = 10 ** (levels / 10)
    loudest = power.sum(axis=1).max()
    spectrum = 10 ** ((white() + _tilt(rng)) / 10)
    share = 10 ** (-rng.uniform(0, QUIETEST) / 10)
    flicker = rng.gamma(8, 1 / 8, levels.shape)
    return np.asarray(10 * np.log10(power + spectrum / spectrum.sum() * loudest * share * flicker))


def _tilt(rng: np.random.Generator) -> Array:
    """Noise may be dull or sharp."""
    return np.asarray(rng.normal(0, 6) * np.linspace(-1, 1, BANDS))
