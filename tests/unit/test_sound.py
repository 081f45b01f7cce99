"""A sound that a visitor sends: read as samples, or refused in one sentence."""

import io
import wave

import numpy as np
import pytest

from lstm_viz.inputs import InputError
from lstm_viz.inputs.sound import (
    LONGEST,
    MAX_SOUND_BYTES,
    RATE,
    SHORTEST,
    read_wav,
    resampled,
    write_wav,
)

SECONDS = 0.5


def tone(rate: int, hertz: float = 440, seconds: float = SECONDS) -> np.ndarray:
    return 0.5 * np.sin(2 * np.pi * hertz * np.arange(round(rate * seconds)) / rate)


def wav(samples: np.ndarray, rate: int, width: int = 2, channels: int = 1) -> bytes:
    """(N,) or (N, channels) as a file."""
    largest = 2.0 ** (8 * width - 1)
    whole = np.rint(samples * (largest - 1)).astype("<i8")
    if width == 1:
        raw = (whole + 128).astype(np.uint8).tobytes()
    else:
        raw = whole.reshape(-1, 1).view(np.uint8).reshape(-1, 8)[:, :width].tobytes()
    room = io.BytesIO()
    with wave.open(room, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(raw)
    return room.getvalue()


@pytest.mark.parametrize("width", [1, 2, 3, 4])
def test_whole_numbers_of_every_width_are_the_same_sound(width: int) -> None:
    read = read_wav(wav(tone(RATE), RATE, width))
    assert np.abs(read - tone(RATE)).max() < 2 / 2 ** (8 * width - 1) + 1e-9


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000])
def test_another_rate_is_the_same_sound(rate: int) -> None:
    read = read_wav(wav(tone(rate), rate))
    assert len(read) == round(SECONDS * RATE)
    inner = slice(200, -200)  # at its ends a sound that stops abruptly rings
    assert np.abs(read - tone(RATE))[inner].max() < 0.01


def test_what_the_lower_rate_cannot_hold_is_left_out_and_not_folded_back() -> None:
    read = read_wav(wav(tone(48_000, hertz=6_000), 48_000))
    assert np.abs(read[200:-200]).max() < 0.01


def test_a_slower_sound_gains_samples() -> None:
    assert len(resampled(tone(4_000), 4_000, RATE)) == round(SECONDS * RATE)


def test_channels_are_averaged() -> None:
    both = np.stack([tone(RATE), np.zeros(round(RATE * SECONDS))], axis=1)
    read = read_wav(wav(both, RATE, channels=2))
    assert np.abs(read - tone(RATE) / 2).max() < 1e-4


def test_a_written_sound_is_read_again() -> None:
    assert np.abs(read_wav(write_wav(tone(RATE))) - tone(RATE)).max() < 1e-4
    loud = read_wav(write_wav(tone(RATE) * 4))
    assert loud.max() <= 1 and loud.min() >= -1


def test_bad_files_get_one_sentence() -> None:
    good = wav(tone(RATE), RATE)
    bad = {
        b"": "WAV",
        b"no sound at all": "WAV",
        b"ID3" + bytes(200): "WAV",
        good[:30]: "WAV",
        good.replace(b"WAVE", b"AVI "): "WAV",
        good[:20] + b"\x03\x00" + good[22:]: "PCM",  # IEEE floats
        wav(tone(RATE, seconds=0.02), RATE): f"{SHORTEST:g} to {LONGEST:g} seconds, got 0.02",
        wav(tone(RATE, seconds=LONGEST + 1), RATE): f"{LONGEST:g} seconds, got 11.00",
        wav(0 * tone(RATE), RATE): "got silence",
        wav(tone(2_000), 2_000): "samples a second",
        good[:34] + b"\x28\x00" + good[36:]: "at most 32 bits, got 40",
        bytes(MAX_SOUND_BYTES + 1): "at most 2,000,000 bytes",
    }
    for data, said in bad.items():
        with pytest.raises(InputError, match=r"^Expected ") as refused:
            read_wav(data)
        assert said in str(refused.value) and str(refused.value).endswith("."), data[:20]


def test_a_head_that_promises_more_than_there_is_brings_what_there_is() -> None:
    good = wav(tone(RATE), RATE)
    lies = good[:40] + b"\xff\xff\xff\xff" + good[44:]
    assert np.array_equal(read_wav(lies), read_wav(good))


def test_a_file_cut_at_any_place_is_read_or_refused() -> None:
    good = wav(tone(RATE, seconds=0.2), RATE, width=3)
    for end in range(0, len(good), 7):
        try:
            read = read_wav(good[:end])
        except InputError:
            continue
        assert np.isfinite(read).all()
