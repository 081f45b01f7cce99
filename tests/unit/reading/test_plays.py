"""What the page promises of the shipped next-character network, on passages of the page."""

import math

import numpy as np
import pytest

from lstm_viz.networks import metadata, stored
from lstm_viz.reading.effect import silence
from lstm_viz.reading.elsewhere import elsewhere
from lstm_viz.reading.find import find
from lstm_viz.reading.passages import PASSAGES
from lstm_viz.reading.read import read
from lstm_viz.reading.rules import RULES
from lstm_viz.reading.words.search import elsewhere_sentence
from lstm_viz.reading.write import write
from lstm_viz.tasks.alphabet import Alphabet
from tests.unit.reading.held import read_held
from tests.unit.reading.ledger import ledger


@pytest.fixture(scope="module")
def plays():
    found = stored.load("plays")
    return found.model.astype(np.float64), Alphabet(metadata.alphabet(found.metadata))


@pytest.fixture(scope="module")
def readings(plays):
    return {id: read(*plays, passage.text) for id, passage in PASSAGES.items()}


def test_a_play_surprises_it_less_than_any_other_passage(readings):
    bits = {id: reading.bits_per_character for id, reading in readings.items()}
    assert bits["witches"] < 3 and bits["hamlet"] < 3
    others = set(bits) - {"witches", "hamlet"}
    assert max(bits["witches"], bits["hamlet"]) < min(bits[id] for id in others)
    assert bits["erlking"] > 1.5 * bits["hamlet"]


def test_one_unit_counts_the_letters_of_a_word_in_every_passage(readings):
    title = RULES["word-position"].title
    founds = [
        find(reading.trace.c, RULES["word-position"].of(reading.text), title)
        for reading in readings.values()
    ]
    assert {found.verdict for found in founds} == {"well"}
    best = [found.best for found in founds]
    assert best.count(max(set(best), key=best.count)) >= len(best) - 1


def test_the_unit_that_follows_quotes_does_so_wherever_they_begin(readings):
    rule = RULES["quotes"]
    founds = [
        find(readings[id].trace.c, rule.of(readings[id].text), rule.title)
        for id in ("alice", "letter")
    ]
    assert [found.verdict for found in founds] == ["well", "well"]
    assert founds[0].best == founds[1].best
    others = elsewhere(founds[0].best, rule, {"letter": readings["letter"]})
    assert "elsewhere too: in the passage “letter”" in elsewhere_sentence(founds[0], others)


def test_every_account_of_a_real_memory_sums_to_it(readings):
    trace = readings["hamlet"].trace
    for unit in range(0, trace.hidden_size, 5):
        for t in range(0, len(trace), 37):
            account = ledger(trace, unit, t)
            size = math.fsum(np.abs([account.start, *account.contributions]))
            assert abs(account.total - trace.c[t, unit]) <= 1e-12 * size


def test_without_its_counting_unit_it_predicts_worse(plays, readings):
    reading = readings["hamlet"]
    pattern = RULES["word-position"].of(reading.text)
    unit = find(reading.trace.c, pattern, "letters").best
    assert read_held(*plays, reading, [silence(unit)]).change.mean() > 0.01


def test_what_it_writes_reads_like_its_plays(plays, readings):
    writing = write(*plays, readings["witches"], 300, temperature=0.6, rng=np.random.default_rng(0))
    letters = sum(c.isalpha() for c in writing.text) / len(writing)
    assert 0.6 < letters < 0.9 and " " in writing.text and "\n" in writing.text
