"""The network that ships: what it scores, what it says of the recordings, when it was decided."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.networks.digits.files import (
    DIGITS,
    FOLDER,
    NAME,
    OTHER,
    OUTPUTS,
    Scores,
    from_bytes,
    load,
)
from lstm_viz.networks.digits.hear import Heard, hear
from lstm_viz.networks.digits.measure import final, held_out, new_voices, score, scores_of
from lstm_viz.networks.digits.mfcc import levelled, mfcc
from lstm_viz.networks.digits.recordings import RECORDINGS, word_of
from lstm_viz.networks.stored import ENDING


def with_beliefs(rows: list[list[float]]) -> Heard:
    """A run of the same kind, with beliefs of our own in the first outputs."""
    beliefs = np.zeros((len(rows), len(OUTPUTS)))
    beliefs[:, : len(rows[0])] = rows
    return replace(hear(load(), word_of("b-one")), beliefs=beliefs, threshold=0.6)


def test_the_scores_of_the_file_are_measured_again() -> None:
    network = load()
    told = network.scores
    assert scores_of(network, held_out(), told.without_order, told.voice_out) == told
    assert Scores.of(told.json) == told
    assert 0.1 < told.without_order < told.digits
    assert told.people == 300 and told.other_words == len(held_out()["words"].outputs)
    assert told.digits > 0.9 > told.refused * 10 and told.caught > 0.7
    assert all(0.5 < share < 1 for share in told.voice_out)


def test_the_held_out_sample_is_every_digit_of_six_people_and_six_other_voices() -> None:
    groups = held_out()
    assert np.bincount(groups["people"].outputs).tolist() == [30] * 10
    assert set(groups["words"].outputs.tolist()) == {OTHER}
    assert len(new_voices(groups)) == 6
    for group in new_voices(groups).values():
        assert group.outputs.tolist() == list(range(10))


def test_the_shipped_recordings_are_those_of_the_held_out_sample() -> None:
    for letter, voice in (("a", "allison"), ("b", "captcha")):
        for digit, there in enumerate(held_out()[voice].coefficients):
            ours = levelled(mfcc(word_of(f"{letter}-{DIGITS[digit]}")))
            assert ours.shape == there.shape
            assert np.abs(ours - levelled(there)).max() < 0.6, "float16 of numbers up to 900"


def test_a_file_read_and_written_is_the_same() -> None:
    data = (FOLDER / f"{NAME}{ENDING}").read_bytes()
    assert from_bytes(data).to_bytes() == data and len(data) < 2_000_000


@pytest.mark.parametrize("name", RECORDINGS)
def test_a_recording_is_heard_frame_by_frame(name: str) -> None:
    network, word = load(), word_of(name)
    heard = hear(network, word)
    assert len(heard) == len(mfcc(word)) == len(heard.trace)
    assert np.allclose(heard.beliefs.sum(axis=1), 1)
    assert np.allclose(heard.beliefs[-1], final(network, [mfcc(word)])[0], atol=1e-6)
    top = heard.beliefs.argmax(axis=1)
    assert (top[heard.decided :] == top[-1]).all()
    assert heard.decided == 0 or top[heard.decided - 1] != top[-1]
    assert heard.known == (heard.belief >= network.threshold)
    assert heard.answer == (DIGITS[heard.digit] if heard.known else "I don’t know")


def test_a_belief_does_not_know_what_comes_later() -> None:
    network, word = load(), word_of("b-seven")
    heard = hear(network, word)
    x = heard.trace.x[:7]
    assert np.allclose(network.model.run(x).outputs, heard.outputs[:7])


def test_silence_and_a_room_are_no_digits() -> None:
    rng = np.random.default_rng(3)
    for level in (0.0, 1e-4, 0.02, 0.3):
        sound = rng.normal(size=6_000) * level
        assert not hear(load(), sound).known, level


def test_the_moment_of_decision_is_where_the_winner_gets_in_front_for_good() -> None:
    assert with_beliefs([[0.6, 0.4], [0.4, 0.6], [0.6, 0.4], [0.7, 0.3]]).decided == 2
    assert with_beliefs([[0.6, 0.4], [0.6, 0.4]]).decided == 0
    assert with_beliefs([[0.6, 0.4], [0.4, 0.6]]).decided == 1


def test_below_the_threshold_there_is_no_answer() -> None:
    assert with_beliefs([[0.59, 0.41]]).answer == "I don’t know"
    assert with_beliefs([[0.61, 0.39]]).answer == "zero"


def test_refused_and_right_are_counted_apart() -> None:
    people = held_out()["people"]
    strict = replace(load(), threshold=1.1)
    found = score(strict, people)
    assert found.refused == found.count == 300 and found.right == score(load(), people).right
