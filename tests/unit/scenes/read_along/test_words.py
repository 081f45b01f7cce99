"""What "Read along" says of its network is what the file says, and its closing claim holds."""

from statistics import median

import pytest

from lstm_viz.reading.effect import silence
from lstm_viz.reading.passages import PASSAGES
from lstm_viz.scenes.read_along.record import effect_of, network, reading
from lstm_viz.scenes.read_along.words import network_sentences
from tests.pages.helpers import plain

ABOUT = {
    "data": "two plays",
    "licence": "public domain",
    "held_out": "Macbeth, Henry V",
    "score": "2.264",
    "unigram_bits": "4.8254",
    "trigram_bits": "2.958",
    "steps": "5000",
    "seed": "1",
}


def said(about):
    return [plain(sentence) for sentence in network_sentences(about)]


def test_the_files_numbers_are_told_beside_what_counting_does():
    assert said(ABOUT) == [
        "Trained on: two plays (public domain).",
        "On plays it never read (Macbeth, Henry V) it needs 2.26 bits a character. On the "
        "same text it is 4.83 for a unigram model, which only counts characters, 2.96 for a "
        "trigram model, which looks at two.",
        "Training steps: 5000; seed: 1.",
    ]


def test_what_the_file_does_not_say_is_not_told():
    assert said({}) == []
    assert said({"data": "two plays"}) == ["Trained on: two plays."]


@pytest.mark.trains("reading")
@pytest.mark.parametrize("passage", ["witches", "hamlet", "alice"])
def test_no_unit_is_indispensable(passage):
    """Whichever is silenced, it costs less than a third; for most hardly anything changes."""
    text = PASSAGES[passage].text
    units = range(network().model.hidden_size)
    costs = [effect_of(text, (silence(unit),)).change.mean() for unit in units]
    bits = reading(text).bits_per_character
    assert max(costs) < bits / 3
    assert median(map(abs, costs)) < 0.05 * bits
