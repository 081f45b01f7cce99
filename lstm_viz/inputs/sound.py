"""A sound that a visitor sends: a WAV file in, its samples out, at the one rate that is used."""

from __future__ import annotations

import io
import wave
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from lstm_viz.inputs.checked import InputError

Samples = NDArray[np.float64]
"""(N,): from −1 to 1."""

RATE: Final = 8_000
"""Samples a second."""
MAX_SOUND_BYTES: Final = 2_000_000
LONGEST: Final = 10.0
"""Seconds."""
SHORTEST: Final = 0.1
RATES: Final = (4_000, 192_000)
_MOST_CHANNELS = 8
_WIDEST = 4
"""Bytes of a sample."""


def read_wav(data: bytes) -> Samples:
    """The samples of a WAV file: its channels averaged, at ``RATE``.

    Raises ``InputError`` for what is no such file, and for sounds that are too long, too short
    or silent.
    """
    if len(data) > MAX_SOUND_BYTES:
        raise InputError(
            f"Expected a WAV file of at most {MAX_SOUND_BYTES:,} bytes, got {len(data):,}."
        )
    try:
        with wave.open(io.BytesIO(data)) as file:
            params = file.getparams()
            raw = file.readframes(params.nframes)
    except (wave.Error, EOFError, RuntimeError, ValueError) as error:
        raise InputError(f"Expected a WAV file with PCM samples, got {_reason(error)}.") from None
    if not RATES[0] <= params.framerate <= RATES[1] or not 1 <= params.nchannels <= _MOST_CHANNELS:
        raise InputError(
            f"Expected {RATES[0]:,} to {RATES[1]:,} samples a second in 1 to {_MOST_CHANNELS} "
            f"channels, got {params.framerate:,} in {params.nchannels:,}."
        )
    if params.sampwidth > _WIDEST:
        raise InputError(
            f"Expected samples of at most {8 * _WIDEST} bits, got {8 * params.sampwidth:,}."
        )
    values = _decoded(raw, params.sampwidth)
    whole = len(values) // params.nchannels * params.nchannels
    mono: Samples = values[:whole].reshape(-1, params.nchannels).mean(axis=1)
    seconds = len(mono) / params.framerate
    if not SHORTEST <= seconds <= LONGEST:
        raise InputError(
            f"Expected a sound of {SHORTEST:g} to {LONGEST:g} seconds, got {seconds:.2f}."
        )
    if np.ptp(mono) == 0:
        raise InputError("Expected a sound, got silence: every sample is the same.")
    return resampled(mono, params.framerate, RATE)


def write_wav(samples: NDArray[np.floating], rate: int = RATE) -> bytes:
    """The file of so many samples a second: 16 bits, one channel; what is beyond ±1 is cut off."""
    whole = np.rint(np.clip(samples, -1, 1) * 32_767).astype("<i2")
    room = io.BytesIO()
    with wave.open(room, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(whole.tobytes())
    return room.getvalue()


def resampled(samples: Samples, rate: int, wanted: int) -> Samples:
    """The same sound at another rate; what the lower rate cannot hold is left out (FFT)."""
    if rate == wanted:
        return samples
    count = max(1, round(len(samples) * wanted / rate))
    spectrum = np.fft.rfft(samples)
    kept = min(len(spectrum), count // 2 + 1)
    at_rate = np.zeros(count // 2 + 1, complex)
    at_rate[:kept] = spectrum[:kept]
    back: Samples = np.fft.irfft(at_rate, count) * (count / len(samples))
    return back


def _decoded(raw: bytes, width: int) -> Samples:
    """Whole numbers of 1 to 4 bytes as −1 to 1; those of one byte have no sign."""
    raw = raw[: len(raw) // width * width]
    if width == 1:
        return (np.frombuffer(raw, np.uint8).astype(float) - 128) / 128
    if width == 3:
        triples = np.frombuffer(raw, np.uint8).reshape(-1, 3)
        padded = np.zeros((len(triples), 4), np.uint8)
        padded[:, 1:] = triples
        return _scaled(padded.view("<i4").ravel(), 2.0**31)
    return _scaled(np.frombuffer(raw, f"<i{width}"), 2.0 ** (8 * width - 1))


def _scaled(values: NDArray[Any], largest: float) -> Samples:
    scaled: Samples = values.astype(float) / largest
    return scaled


def _reason(error: Exception) -> str:
    words = str(error) or "a file that ends too early"
    return f"something else ({words})" if words != "a file that ends too early" else words
