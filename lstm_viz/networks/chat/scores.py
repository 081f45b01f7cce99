"""How well the chatbot does on pairs, and how well those do who have no network.

Perplexity: among how many words, all alike, one would be as unsure as it is at each word of the
right reply, its end included, told the words before it. Exact: the share of lines whose reply, as
it says it, is word for word one of those of the corpus.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from lstm_viz.learn import cross_entropy
from lstm_viz.networks.chat.model import Chat, Indices
from lstm_viz.networks.chat.pairs import Pair, replies
from lstm_viz.networks.chat.reply import BEAM, answer, hear
from lstm_viz.networks.chat.words import END, START, Vocabulary


@dataclass(frozen=True)
class Score:
    """Of ``pairs`` pairs on ``lines`` different lines; ``beam`` is exact by beam search."""

    pairs: int
    lines: int
    perplexity: float
    exact: float
    beam: float


def scored(chat: Chat, vocabulary: Vocabulary, pairs: Sequence[Pair]) -> Score:
    """Measured on these."""
    found = replies(tuple(pairs))
    right = {1: 0, BEAM: 0}
    for line, known in found.items():
        heard = hear(chat, vocabulary, line)
        for width in right:
            right[width] += answer(chat, vocabulary, heard, width).reply in known
    exact, beam = (count / len(found) for count in right.values())
    return Score(len(pairs), len(found), perplexity(chat, vocabulary, pairs), exact, beam)


def perplexity(chat: Chat, vocabulary: Vocabulary, pairs: Sequence[Pair]) -> float:
    batch = together(vocabulary, pairs)
    done = chat.run(batch.lines, batch.lengths, batch.said)
    return exp(cross_entropy(done.outputs, batch.answers, batch.mask).value)


@dataclass(frozen=True, eq=False)
class Together:
    """Pairs side by side: lines (T, B) of ``lengths`` (B,) words; what the decoder is told and what
    it should say, (K, B), where ``mask`` is True."""

    lines: Indices
    lengths: Indices
    said: Indices
    answers: Indices
    mask: NDArray[np.bool_]


def together(vocabulary: Vocabulary, pairs: Sequence[Pair]) -> Together:
    lines = [vocabulary.encode(pair.asked) for pair in pairs]
    answers = [
        np.append(vocabulary.encode(pair.answered), vocabulary.numbers[END]) for pair in pairs
    ]
    said = [np.insert(one[:-1], 0, vocabulary.numbers[START]) for one in answers]
    lengths = np.array([len(one) for one in answers])
    mask = np.arange(lengths.max())[:, np.newaxis] < lengths
    return Together(
        _columns(lines), np.array([len(line) for line in lines]), _columns(said),
        _columns(answers), mask,
    )  # fmt: skip


def _columns(sequences: Sequence[Indices]) -> Indices:
    """(T, B), with 0 where one has ended."""
    found = np.zeros((max(map(len, sequences)), len(sequences)), np.int64)
    for b, sequence in enumerate(sequences):
        found[: len(sequence), b] = sequence
    return found


# ---- without a network ---------------------------------------------------------------------------


def lookup_exact(training: Sequence[Pair], held_out: Sequence[Pair]) -> float:
    """The exact share of who only looks up the training line that has most words in common (of all
    words of both), and says its first reply."""
    known = {line: frozenset(line) for line in replies(tuple(training))}
    first = {line: found[0] for line, found in replies(tuple(training)).items()}
    asked = replies(tuple(held_out))
    right = 0
    for line, good in asked.items():
        own = frozenset(line)
        nearest = max(known, key=lambda other: len(known[other] & own) / len(known[other] | own))
        right += first[nearest] in good
    return right / len(asked)


SHARES = tuple((a / 10, b / 10) for a in range(1, 10) for b in range(1, 10) if a + b < 10)
"""How much the words of a bigram model and of a unigram model count; the rest is even."""


def bigram_perplexity(
    vocabulary: Vocabulary, training: Sequence[Pair], held_out: Sequence[Pair]
) -> float:
    """Of a model that sees only the word before, never the line.

    Its shares are those that do best on the held-out pairs, so it is rather too good.
    """
    singles: Counter[str] = Counter()
    doubles: Counter[tuple[str, str]] = Counter()
    for pair in training:
        words = (START, *pair.answered, END)
        singles.update(words[1:])
        doubles.update(pairwise(words))
    before = Counter(first for first, _ in doubles.elements())
    total, even = sum(singles.values()), 1 / len(vocabulary)
    steps = [both for pair in held_out for both in pairwise((START, *pair.answered, END))]
    found = []
    for double, single in SHARES:
        nats = 0.0
        for first, word in steps:
            follows = doubles[first, word] / before[first] if before[first] else 0.0
            share = double * follows + single * singles[word] / total
            nats -= log(share + (1 - double - single) * even)
        found.append(exp(nats / len(steps)))
    return min(found)
