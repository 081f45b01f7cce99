"""Mel-frequency cepstral coefficients: a sound as 13 numbers for every 25 ms.

With the settings of the data that the network learned from (torchaudio's at 8,000 samples a
second), and tested against a library.  In a few lines: cut the sound into frames of 50 ms that
overlap by half; take the power at each frequency; add it up in bands that are narrow for low tones
and wide for high ones, as the ear does (mel); take the logarithm; describe the shape of what is
left by 13 cosines, the slowest first.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from lstm_viz.inputs.sound import RATE, Samples

Array = NDArray[np.floating[Any]]

COEFFICIENTS: Final = 13
WINDOW: Final = 400
HOP: Final = 200
BANDS: Final = 128
FRAME_SECONDS: Final = HOP / RATE
DEEPEST: Final = 80.0
"""Decibels: what is further below the loudest band of a sound counts as that far below it."""
_LEAST = 1e-10
"""The power of what cannot be heard."""


def mfcc(samples: Samples) -> Array:
    """(T, 13), a row for every ``HOP`` samples.  Needs more than half a window of them."""
    return cepstrum(limited(decibels(powers(samples))))


def powers(samples: Samples) -> Array:
    """(T, BANDS): the power in each band of frames centred on 0, HOP, 2·HOP, …; ends mirrored."""
    if len(samples) <= WINDOW // 2:
        raise ValueError(f"expected more than {WINDOW // 2} samples, got {len(samples)}")
    padded = np.pad(samples, WINDOW // 2, mode="reflect")
    frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP]
    hann = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / WINDOW)
    spectrum = np.abs(np.fft.rfft(frames * hann, axis=1)) ** 2
    found: Array = spectrum @ _filters().T
    return found


def decibels(power: Array) -> Array:
    return np.asarray(10 * np.log10(np.maximum(power, _LEAST)))


def limited(levels: Array) -> Array:
    """Decibels, none of them more than ``DEEPEST`` below the loudest."""
    return np.asarray(np.maximum(levels, levels.max() - DEEPEST))


def cepstrum(levels: Array) -> Array:
    """(T, BANDS) decibels as (T, 13) coefficients."""
    return np.asarray(levels @ cosines().T)


@cache
def cosines() -> Array:
    """(13, BANDS): orthonormal, the first one level (a DCT of type II)."""
    across = (2 * np.arange(BANDS) + 1) / (2 * BANDS)
    rows = np.cos(np.pi * np.arange(COEFFICIENTS)[:, np.newaxis] * across) * np.sqrt(2 / BANDS)
    rows[0] /= np.sqrt(2)
    rows.flags.writeable = False
    return np.asarray(rows)


@cache
def edges() -> Array:
    """(BANDS + 2,): where bands begin, peak and end, in hertz; evenly spaced in mel."""
    highest = 2595 * np.log10(1 + RATE / 2 / 700)
    return np.asarray(700 * (10 ** (np.linspace(0, highest, BANDS + 2) / 2595) - 1))


@cache
def _filters() -> Array:
    """(BANDS, WINDOW // 2 + 1): triangles of height 1 over the frequencies."""
    hertz = np.linspace(0, RATE / 2, WINDOW // 2 + 1)
    low, peak, high = (edges()[k : k + BANDS, np.newaxis] for k in range(3))
    rising, falling = (hertz - low) / (peak - low), (high - hertz) / (high - peak)
    rows = np.maximum(0, np.minimum(rising, falling))
    rows.flags.writeable = False
    return np.asarray(rows)


# ---- what the network reads ----------------------------------------------------------------------


def levelled(coefficients: Array) -> Array:
    """As if the loudest frame were 0 dB in every band: how loud a recording is does not count."""
    level = coefficients.copy()
    level[:, 0] -= level[:, 0].max()
    return level


def loudness(coefficients: Array) -> Array:
    """(T,): the mean level of a frame's bands, in decibels."""
    return np.asarray(coefficients[:, 0] / np.sqrt(BANDS))
