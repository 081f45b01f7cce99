"""The coefficients, held against a library (whose filters are float32)."""

import numpy as np
import pytest

from lstm_viz.networks.digits.mfcc import (
    COEFFICIENTS,
    DEEPEST,
    HOP,
    cosines,
    decibels,
    levelled,
    limited,
    loudness,
    mfcc,
    powers,
)
from lstm_viz.networks.digits.recordings import word_of
from tests.unit.networks.digits.by_librosa import FILE, sounds


def test_sounds_have_the_coefficients_of_librosa() -> None:
    """Of the recordings, of noise and of tones: what librosa made of them is kept in a file."""
    kept, all_sounds = np.load(FILE), sounds()
    assert set(kept) == set(all_sounds)
    for name, samples in all_sounds.items():
        ours, theirs = mfcc(samples), kept[name]
        assert ours.shape == theirs.shape == (1 + len(samples) // HOP, COEFFICIENTS), name
        assert np.abs(ours - theirs).max() < 5e-3, name


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
