"""Scores of those who have no network, on a few pairs."""

from math import log2

import pytest

from lstm_viz.networks.chat.pairs import Pair
from lstm_viz.networks.chat.scores import bigram_perplexity, lookup_exact
from lstm_viz.networks.chat.words import SPECIAL, Vocabulary

KNOWN = Vocabulary((*SPECIAL, "yes", "no", "are", "you", "sad", "glad", "they"))


def test_who_looks_up_says_the_reply_of_the_line_with_most_words_in_common() -> None:
    training = (Pair("are you sad", "yes"), Pair("are they glad", "no"), Pair("are you sad", "no"))
    assert lookup_exact(training, (Pair("you are sad?", "yes"), Pair("glad they", "yes"))) == 0.5
    assert lookup_exact(training, (Pair("sad", "no"),)) == 0  # the first of two replies


def test_a_bigram_model_is_unsure_by_what_follows_a_word() -> None:
    training = (Pair("are you", "yes"), Pair("are they", "no"))
    found = bigram_perplexity(KNOWN, training, (Pair("you", "yes"),))
    half, sure = 0.8 * 0.5 + 0.1 * 0.25 + 0.1 * 0.1, 0.8 + 0.1 * 0.5 + 0.1 * 0.1
    assert log2(found) == pytest.approx(-(log2(half) + log2(sure)) / 2)
    assert bigram_perplexity(KNOWN, training, (Pair("you", "sad"),)) > found
