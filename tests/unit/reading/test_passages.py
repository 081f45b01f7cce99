"""The passages that can be picked."""

import numpy as np
import pytest

from lstm_viz.reading.passages import PASSAGES
from lstm_viz.reading.read import read
from lstm_viz.reading.rules import RULES

each = pytest.mark.parametrize("passage", PASSAGES.values(), ids=list(PASSAGES))


@each
def test_a_passage_is_short_and_says_whence_it_is(passage):
    assert PASSAGES[passage.id] is passage
    assert 150 <= len(passage.text) <= 600
    assert passage.title and passage.source and passage.shows.endswith((".", "?"))


@each
def test_a_passage_can_be_read(passage, model, alphabet):
    assert np.isfinite(read(model, alphabet, passage.text).bits_per_character)


@pytest.mark.parametrize(
    ("id", "rule"),
    [
        ("witches", "speaker"), ("hamlet", "after-comma"), ("alice", "quotes"),
        ("asides", "brackets"), ("ledger", "number"),
    ],
)  # fmt: skip
def test_a_passage_has_what_it_is_there_for(id, rule):
    pattern = RULES[rule].of(PASSAGES[id].text)
    assert 20 <= pattern.sum() <= len(pattern) - 20


def test_one_passage_has_characters_few_networks_saw():
    assert sum(ord(character) > 0x2000 for character in PASSAGES["message"].text) >= 10
    assert any("À" <= character <= "ÿ" for character in PASSAGES["erlking"].text)
