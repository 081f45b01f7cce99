"""The coefficients, held against a library (whose filters are float32)."""

import librosa
import numpy as np
import pytest

from lstm_viz.inputs.sound import RATE
from lstm_viz.networks.digits.mfcc import (
    BANDS,
    COEFFICIENTS,
    DEEPEST,
    HOP,
    WINDOW,
    cosines,
    decibels,
    levelled,
    limited,
    loudness,
    mfcc,
    powers,
)
from lstm_viz.networks.digits.recordings import RECORDINGS, word_of


def by_librosa(samples: np.ndarray) -> np.ndarray:
    """With torchaudio's settings: HTK's mel, triangles of height 1, 80 dB below the loudest."""
    power = librosa.feature.melspectrogram(
        y=samples, sr=RATE, n_fft=WINDOW, hop_length=HOP, n_mels=BANDS, htk=True, norm=None,
        fmin=0, fmax=RATE / 2, center=True, pad_mode="reflect", power=2.0,
    )  # fmt: skip
    level = librosa.power_to_db(power, ref=1.0, amin=1e-10, top_db=80.0)
    return np.asarray(librosa.feature.mfcc(S=level, n_mfcc=COEFFICIENTS, norm="ortho")).T


@pytest.mark.parametrize("name", RECORDINGS)
def test_recordings_have_the_coefficients_of_librosa(name: str) -> None:
    samples = word_of(name)
    assert np.abs(mfcc(samples) - by_librosa(samples)).max() < 5e-3


def test_so_have_noise_and_a_tone_of_any_length() -> None:
    rng = np.random.default_rng(0)
    for length in (400, 599, 1_001, 8_000):
        for samples in (rng.normal(size=length), np.sin(np.arange(length) * 0.3) * 1e-3):
            ours, theirs = mfcc(samples), by_librosa(samples)
            assert ours.shape == theirs.shape == (1 + length // HOP, COEFFICIENTS)
            assert np.abs(ours - theirs).max() < 5e-3


def test_silence_is_level() -> None:
    found = levelled(mfcc(np.zeros(2_000)))
    assert np.abs(found).max() < 1e-9


def test_too_short_a_sound_is_refused() -> None:
    with pytest.raises(ValueError, match="more than 200 samples, got 200"):
        mfcc(np.ones(200))


def test_how_loud_a_recording_is_does_not_count() -> None:
    samples = word_of("a-seven")
    assert np.allclose(levelled(mfcc(samples)), levelled(mfcc(samples * 0.3)), atol=1e-6)
    assert np.allclose(loudness(mfcc(samples * 0.1)), loudness(mfcc(samples)) - 20, atol=1e-6)
    assert levelled(mfcc(samples))[:, 0].max() == 0


def test_nothing_is_further_than_80_decibels_below_the_loudest_band() -> None:
    levels = limited(decibels(powers(word_of("a-six"))))
    assert levels.max() - levels.min() <= DEEPEST + 1e-9


def test_the_cosines_are_orthonormal() -> None:
    assert np.allclose(cosines() @ cosines().T, np.eye(COEFFICIENTS))
