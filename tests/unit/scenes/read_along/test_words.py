"""What "Read along" says of its network is what the file says, and its closing claim holds."""

from statistics import median

import numpy as np
import pytest

from lstm_viz.notation import number
from lstm_viz.reading.effect import silence
from lstm_viz.reading.passages import PASSAGES
from lstm_viz.scenes.read_along.record import (
    LITTLE,
    SHUT,
    effect_of,
    emptied,
    forgets_most,
    network,
    reading,
)
from lstm_viz.scenes.read_along.words import forgetting, network_sentences
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


def said(metadata):
    return [plain(sentence) for sentence in network_sentences(metadata)]


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


def test_the_unit_it_opens_on_forgets_at_every_line_break():
    """What is said of it, held against the run: it is full before a break, and empty after."""
    read = reading(next(iter(PASSAGES.values())).text)
    unit = forgets_most(read)
    found = emptied(read, unit)
    assert found is not None
    breaks = np.array([character == "\n" for character in read.text])
    before, after = (np.abs(c[breaks, unit]).max() for c in (read.trace.c_prev, read.trace.c))
    assert (found.before, found.after) == (before, after)
    assert after <= LITTLE * before and breaks.sum() > 10
    forgets, keeps = read.trace.f[breaks, unit], read.trace.f[~breaks, unit]
    assert forgets.max() <= SHUT and keeps.mean() > 0.7, "at a line’s end, not everywhere"
    said = plain(forgetting(found))
    assert f"Unit {unit + 1} forgets at every line’s end" in said
    assert f"of up to {number(before)} at most {number(after)} is left" in said
    shut = [c != "\n" for c, f in zip(read.text, read.trace.f[:, unit], strict=True) if f <= SHUT]
    assert f"elsewhere at {sum(shut)} of {len(read) - read.text.count(chr(10))})" in said


def test_forgetting_is_said_of_no_unit_that_does_not():
    read = reading("One line\nand another\nand no more.\n")
    for unit in range(network().model.hidden_size):
        if emptied(read, unit):
            breaks = [t for t, character in enumerate(read.text) if character == "\n"]
            assert read.trace.f[breaks, unit].max() <= SHUT
    assert emptied(reading("no line ends here"), 0) is None


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
