"""n-gram models: probabilities, by hand on small texts and as a whole."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_viz.tasks import Alphabet
from lstm_viz.tasks.ngrams import NGram, _counts, _tables, learned
from lstm_viz.tasks.sentences import sentences

TEXT = sentences(8_000, np.random.default_rng(0))
ALPHABET = Alphabet.of(TEXT)
INDICES = ALPHABET.encode(TEXT).indices


@given(
    indices=st.lists(st.integers(0, 4), min_size=30, max_size=200),
    order=st.integers(1, 3),
)
@settings(max_examples=40)
def test_probabilities_are_above_0_and_sum_to_1_in_every_context(
    indices: list[int], order: int
) -> None:
    model = learned(np.array(indices), 6, order)  # the sixth character never comes
    assert [table.shape for table in model.tables] == [(6,) * k for k in range(1, order + 1)]
    for table in model.tables:
        assert table.min() > 0
        np.testing.assert_allclose(table.sum(axis=-1), 1, atol=1e-12)


def test_interpolation_by_hand() -> None:
    a, b = 0, 1
    counts = _counts(np.array([a, b, a, a, a, b]), 2, 2)
    unigram, bigram = _tables(counts, ((0.5, 0.8, 1.2), (0.25, 0.6, 0.9)))
    # a 4 times and b twice of 6: 1.2 and 0.8 are taken away, of which each gets half
    np.testing.assert_allclose(unigram, [(4 - 1.2 + 1) / 6, (2 - 0.8 + 1) / 6])
    # after a: a twice and b twice; after b: a once
    np.testing.assert_allclose(bigram[a], (2 - 0.6 + 1.2 * unigram) / 4)
    np.testing.assert_allclose(bigram[b], [0.75 + 0.25 * unigram[a], 0.25 * unigram[b]])


def test_a_context_never_met_leaves_it_to_the_shorter_one() -> None:
    counts = _counts(np.array([0, 1, 0, 0]), 3, 2)
    unigram, bigram = _tables(counts, ((0.5, 1.0, 1.5),) * 2)
    np.testing.assert_allclose(bigram[2], unigram)


def test_surprise_takes_the_context_that_there_is() -> None:
    model = learned(INDICES, len(ALPHABET), 3)
    one, two, three = model.tables
    t, h, e, space = ALPHABET.encode("the ").indices
    expected = [one[t], two[t, h], three[t, h, e], three[h, e, space]]
    np.testing.assert_allclose(model.surprise(ALPHABET.encode("the ").indices), -np.log2(expected))
    assert model.bits_per_character(ALPHABET.encode("the ").indices) == pytest.approx(
        -np.mean(np.log2(expected[1:]))
    )
    for length in range(4):
        assert len(model.surprise(np.array([t, h, e])[:length])) == length


def test_a_longer_context_predicts_held_out_text_better() -> None:
    cut = len(INDICES) * 9 // 10
    unigram, bigram, trigram = (
        learned(INDICES[:cut], len(ALPHABET), order).bits_per_character(INDICES[cut:])
        for order in (1, 2, 3)
    )
    assert np.log2(len(ALPHABET)) > unigram > bigram > trigram > 0


def test_a_unigram_comes_near_the_entropy_of_draws() -> None:
    shares = np.array([0.5, 0.25, 0.125, 0.125])
    drawn = np.random.default_rng(0).choice(4, p=shares, size=40_000)
    bits = learned(drawn[:20_000], 4, 1).bits_per_character(drawn[20_000:])
    assert bits == pytest.approx(1.75, abs=0.02)


def test_a_trigram_learns_what_two_characters_determine() -> None:
    """The third is the sum of the two before it modulo 3, which a bigram cannot see."""
    rng = np.random.default_rng(0)
    indices = [0, 1]
    for _ in range(5000):
        indices.append((indices[-1] + indices[-2]) % 3 if rng.random() < 0.95 else rng.integers(3))
    text = np.array(indices)
    bigram, trigram = (
        learned(text[:4500], 3, order).bits_per_character(text[4500:]) for order in (2, 3)
    )
    assert trigram < 0.4
    assert bigram > 1.4


def test_tuned_discounts_do_no_worse_on_new_text_than_any_fixed_ones() -> None:
    cut = len(INDICES) * 9 // 10
    training, held_out = INDICES[:cut], INDICES[cut:]
    tuned = learned(training, len(ALPHABET), 3)
    counts = _counts(training, len(ALPHABET), 3)
    for share in (0.1, 0.5, 0.9):
        fixed = ((share, 2 * share, 3 * share),) * 3
        other = NGram(_tables(counts, fixed))
        assert tuned.bits_per_character(held_out) < other.bits_per_character(held_out) + 0.005


def test_what_cannot_be_learned_is_refused() -> None:
    with pytest.raises(ValueError, match="characters must be 1 to 128, got 300"):
        learned(INDICES, 300, 2)
    with pytest.raises(ValueError, match="needs a longer text, got 5"):
        learned(INDICES[:5], len(ALPHABET), 1)
    with pytest.raises(ValueError, match="at least 2 characters, got 1"):
        learned(INDICES, len(ALPHABET), 1).bits_per_character(INDICES[:1])
