"""Which part of a recording is the word, and noise over it."""

import numpy as np
import pytest

from lstm_viz.inputs.sound import RATE
from lstm_viz.networks.digits.mfcc import HOP, mfcc
from lstm_viz.networks.digits.recordings import RECORDINGS, word_of
from lstm_viz.networks.digits.spoken import spoken, with_noise


def quiet(seconds: float, level: float = 1e-3) -> np.ndarray:
    return np.random.default_rng(0).normal(size=round(seconds * RATE)) * level


@pytest.mark.parametrize(("room", "lost"), [(0, 5), (1e-4, 5), (1e-3, 7), (3e-3, 10)])
def test_quiet_before_and_after_a_word_is_left_out(room: float, lost: int) -> None:
    """In a loud room the quiet ends of the word are lost with it, and nothing of its middle."""
    word, before = word_of("a-three"), round(1.2 * RATE)
    whole = np.concatenate([quiet(1.2, room), word, quiet(0.9, room)])
    found = spoken(whole)
    first = next(k for k in range(len(whole)) if whole[k] == found[0] and whole[k + 9] == found[9])
    assert before - 3 * HOP <= first <= before + lost * HOP
    last = first + len(found)
    assert before + len(word) - lost * HOP <= last <= before + len(word) + 3 * HOP


def test_of_two_words_the_louder_one_is_read() -> None:
    one, other = word_of("b-one"), word_of("b-two")
    both = np.concatenate([one * 0.2, quiet(0.8, 1e-5), other])
    assert abs(len(spoken(both)) - len(spoken(other))) <= 3 * HOP


def test_a_word_with_a_stop_in_it_stays_whole() -> None:
    for name in RECORDINGS:
        word = word_of(name)
        assert len(spoken(word)) >= 0.8 * len(word), name


@pytest.mark.parametrize("length", [800, 801, 4_000, 4_199, 80_000])
def test_a_click_anywhere_can_be_heard(length: int) -> None:
    for at in (0, length // 2, length - 1):
        sound = np.zeros(length)
        sound[at] = 1
        word = spoken(sound)
        assert word.any()
        assert np.isfinite(mfcc(word)).all() and len(mfcc(word)) >= 3


def test_silence_is_a_word_too() -> None:
    assert len(spoken(np.zeros(RATE))) == RATE


@pytest.mark.parametrize("decibels", [30, 10, 0])
def test_noise_is_so_much_quieter_than_the_word(decibels: float) -> None:
    word = word_of("b-five")
    noise = with_noise(word, decibels) - word
    ratio = 10 * np.log10(np.mean(word**2) / np.mean(noise**2))
    assert abs(ratio - decibels) < 0.5
    assert np.array_equal(with_noise(word, decibels), with_noise(word, decibels))


def test_no_noise_leaves_the_word_as_it_is() -> None:
    word = word_of("b-five")
    assert with_noise(word, None) is word
    assert not with_noise(np.zeros(500), 10).any()
