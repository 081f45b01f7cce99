"""Lines as vectors: how far two are apart, the nearest line of training, what lies between them."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.learn import log_softmax
from lstm_viz.networks.chat.files import load
from lstm_viz.networks.chat.model import Chat
from lstm_viz.networks.chat.pairs import Pair, pairs, replies
from lstm_viz.networks.chat.reply import Heard, Said, say, steps
from lstm_viz.networks.chat.words import START, Vocabulary
from lstm_viz.trace import Array

WAY = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Where on the way from one vector to the other the decoder is asked."""


@dataclass(frozen=True)
class Nearest:
    """The training line whose vector is nearest; ``distance`` as ``apart`` has it.

    learned: the reply is word for word one of the training replies, to whatever line.
    """

    line: str
    replies: tuple[str, ...]
    distance: float
    learned: bool


@dataclass(frozen=True, eq=False)
class _Known:
    """All training lines as a network reads them: vectors (lines, 2H), and their mean distance."""

    lines: tuple[tuple[str, ...], ...]
    vectors: Array
    unit: float


@cache
def _known(name: str) -> _Known:
    chat, found = load(name).chat, pairs()
    lines = tuple(replies(found.training))
    vectors = np.array([_vector(chat, found.vocabulary, line) for line in lines])
    squares = (vectors**2).sum(axis=1)
    between = squares[:, np.newaxis] + squares - 2 * vectors @ vectors.T
    upper = np.sqrt(np.maximum(0, between[np.triu_indices(len(lines), k=1)]))
    return _Known(lines, vectors, float(upper.mean()))


def _vector(chat: Chat, vocabulary: Vocabulary, line: tuple[str, ...]) -> Array:
    trace = chat.encoder.run(chat.embedding[vocabulary.encode(line)])
    return np.concatenate([trace.h[-1], trace.c[-1]])


def apart(name: str, one: Array, other: Array) -> float:
    """How far two vectors are apart: 1 is the mean distance of two training lines."""
    return float(np.linalg.norm(one - other)) / _known(name).unit


def nearest(name: str, heard: Heard, said: Said) -> Nearest:
    known, found = _known(name), pairs().training
    k = int(np.argmin(np.linalg.norm(known.vectors - heard.vector, axis=1)))
    there: list[Pair] = [pair for pair in found if pair.asked == known.lines[k]]
    return Nearest(
        there[0].line,
        tuple(pair.reply for pair in there),
        apart(name, known.vectors[k], heard.vector),
        any(pair.answered == said.reply for pair in found),
    )


def on_the_way(
    chat: Chat, vocabulary: Vocabulary, one: Heard, other: Heard, width: int
) -> tuple[Said, ...]:
    """What the decoder says to the vectors at ``WAY``, straight from the one to the other.

    For a network without attention: one with it looks at the line too.
    """
    return tuple(
        say(
            chat,
            vocabulary,
            ((1 - share) * one.h + share * other.h, (1 - share) * one.c + share * other.c),
            width=width,
        )
        for share in WAY
    )


def without_units(chat: Chat, vocabulary: Vocabulary, heard: Heard, said: Said) -> Array:
    """How likely the reply is, in nats, if one unit is handed over as 0, for each unit: (H,)."""
    size = chat.hidden_size
    others = 1 - np.eye(size)
    numbers = [vocabulary.numbers[word] for word in said.words]
    told = np.array([vocabulary.numbers[START], *numbers[:-1]])
    outputs = steps(
        chat,
        np.repeat(told[:, np.newaxis], size, axis=1),
        (others * heard.h, others * heard.c),
        heard.trace.h if chat.attends else None,
    )[1]
    logs = log_softmax(outputs)  # (K, H, words)
    found: Array = logs[np.arange(len(numbers)), :, numbers].sum(axis=0)
    return found
