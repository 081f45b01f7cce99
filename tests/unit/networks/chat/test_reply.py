"""Replies: greedy and by beam, with what was weighed, from a small network that is not trained."""

from itertools import product

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.learn import log_softmax
from lstm_viz.networks.chat import reply
from lstm_viz.networks.chat.model import Chat
from lstm_viz.networks.chat.reply import answer, hear, say
from lstm_viz.networks.chat.words import END, SPECIAL, START, Vocabulary

KNOWN = Vocabulary((*SPECIAL, "a", "b"))
LINE = ("a", "what", "b")


def network(attends: bool, seed: int = 0) -> Chat:
    rng = np.random.default_rng(seed)
    chat = Chat.init(
        words=len(KNOWN), embedding_size=3, hidden_size=4, attends=attends, rng=rng,
        dtype=np.float64,
    )  # fmt: skip
    louder = {name: 3 * array for name, array in chat.parameters.items()}
    return Chat.from_parameters(louder)


def likely(chat: Chat, words: tuple[str, ...]) -> float:
    """The logarithm of the probability of a reply as a whole, worked out in one pass."""
    told = KNOWN.encode(LINE)[:, np.newaxis]
    numbers = [KNOWN.numbers[word] for word in words]
    said = np.array([KNOWN.numbers[START], *numbers[:-1]])[:, np.newaxis]
    outputs = chat.run(told, np.array([len(LINE)]), said).outputs[:, 0]
    return float(log_softmax(outputs)[np.arange(len(numbers)), numbers].sum())


@pytest.mark.parametrize("attends", [False, True])
def test_what_it_says_is_as_likely_as_it_tells(attends: bool) -> None:
    for seed, width in product(range(5), (1, 3)):
        chat = network(attends, seed)
        said = answer(chat, KNOWN, hear(chat, KNOWN, LINE), width)
        assert said.log_probability == pytest.approx(likely(chat, said.words))
        own = [KNOWN.numbers[word] for word in said.words]
        shares = said.probabilities[np.arange(len(own)), own]
        assert np.log(shares).sum() == pytest.approx(said.log_probability)
        assert_allclose(said.probabilities.sum(axis=1), 1)
        assert said.reply and not set(said.reply) & set(SPECIAL)
        assert (said.weights is not None) == attends
        if said.weights is not None:
            assert said.weights.shape == (len(said.words), len(LINE))
            assert_allclose(said.weights.sum(axis=1), 1)


def test_greedy_takes_the_likeliest_word_each_time() -> None:
    chat = network(False, seed=2)
    said = answer(chat, KNOWN, hear(chat, KNOWN, LINE))
    for k, word in enumerate(said.words):
        allowed = ("a", "b") if k == 0 else ("a", "b", END)
        shares = {other: said.probabilities[k, KNOWN.numbers[other]] for other in allowed}
        assert word == max(allowed, key=shares.__getitem__)
        assert [len(kept) for kept in said.kept][k] == 1


def test_a_wide_beam_finds_the_likeliest_of_all_replies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reply, "MOST", 4)
    for seed in range(4):
        chat = network(False, seed)
        every = [(*words, END) for n in (1, 2, 3) for words in product(("a", "b"), repeat=n)]
        best = max(every, key=lambda words: likely(chat, words))
        found = answer(chat, KNOWN, hear(chat, KNOWN, LINE), width=50)
        assert found.words == best
        greedy = answer(chat, KNOWN, hear(chat, KNOWN, LINE))
        assert greedy.log_probability <= found.log_probability or greedy.words[-1] != END


def test_the_vector_is_all_that_a_reply_without_attention_needs() -> None:
    chat = network(False)
    heard = hear(chat, KNOWN, LINE)
    assert heard.known == (True, False, True)
    assert_allclose(heard.vector, np.concatenate([heard.h, heard.c]))
    alone = say(chat, KNOWN, (heard.h, heard.c))
    assert alone.words == answer(chat, KNOWN, heard).words
