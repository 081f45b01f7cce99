"""The chatbot at work: a line is read, and a reply is written word by word, greedily or by beam."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.learn import log_softmax, softmax
from lstm_viz.networks.chat.model import Chat, Indices
from lstm_viz.networks.chat.words import END, LONGEST_REPLY, START, UNKNOWN, Vocabulary
from lstm_viz.trace import Array, Trace

BEAM = 4
"""Beginnings that a beam search keeps at each word."""
_NEVER = (UNKNOWN, START)
"""What no reply has."""
MOST = LONGEST_REPLY + 2
"""Words after which it stops, the end among them."""


@dataclass(frozen=True, eq=False)
class Heard:
    """A line as the encoder read it; trace: (T, H)."""

    words: tuple[str, ...]
    known: tuple[bool, ...]
    trace: Trace

    @property
    def h(self) -> Array:
        found: Array = self.trace.h[-1]
        return found

    @property
    def c(self) -> Array:
        found: Array = self.trace.c[-1]
        return found

    @property
    def vector(self) -> Array:
        """All that is handed over: h and c one behind the other, (2H,)."""
        return np.concatenate([self.h, self.c])


@dataclass(frozen=True)
class Beginning:
    """Words of a reply so far, and the logarithm of how likely they are, in nats."""

    words: tuple[str, ...]
    log_probability: float

    @property
    def ended(self) -> bool:
        return bool(self.words) and self.words[-1] == END


@dataclass(frozen=True, eq=False)
class Said:
    """A reply: its words, ``END`` the last one unless it was cut; trace: (K, H) of the decoder.

    probabilities: (K, words), what it weighed at each word; weights: (K, T), how much it looked at
    each word of the line, with attention; kept: at each word the beginnings of a beam search.
    """

    words: tuple[str, ...]
    trace: Trace
    probabilities: Array
    weights: Array | None
    kept: tuple[tuple[Beginning, ...], ...]
    log_probability: float

    @property
    def reply(self) -> tuple[str, ...]:
        """Without the end."""
        return self.words[:-1] if self.words[-1] == END else self.words

    def top(self, k: int, count: int, vocabulary: Vocabulary) -> tuple[tuple[str, float], ...]:
        """The likeliest words at word ``k``, with their probability."""
        order = np.argsort(-self.probabilities[k], kind="stable")[:count]
        return tuple((vocabulary.words[n], float(self.probabilities[k, n])) for n in order)


def hear(chat: Chat, vocabulary: Vocabulary, words: tuple[str, ...]) -> Heard:
    """Read a line of at least one word."""
    trace = chat.encoder.run(chat.embedding[vocabulary.encode(words)])
    return Heard(words, tuple(map(vocabulary.knows, words)), trace)


def say(
    chat: Chat,
    vocabulary: Vocabulary,
    state: tuple[Array, Array],
    looks_at: Array | None = None,
    width: int = 1,
) -> Said:
    """The reply from a state (h, c) of the encoder.

    ``width`` beginnings are kept: with one it takes the likeliest word each time (greedy), with
    more the likeliest reply of those it followed. ``looks_at`` are the encoder's hidden states
    (T, H), for a network with attention. It says one word at least, as every reply it learned has.
    """
    alive, ended = [Beginning((), 0.0)], list[Beginning]()
    h, c = (np.asarray(part)[np.newaxis] for part in state)
    kept: list[tuple[Beginning, ...]] = []
    for _ in range(MOST):
        last = [one.words[-1] if one.words else START for one in alive]
        numbers = np.array([vocabulary.numbers[word] for word in last])
        trace, outputs, _ = steps(chat, numbers[np.newaxis], (h, c), looks_at)
        logs = log_softmax(outputs[0].astype(np.float64))
        logs[:, [vocabulary.numbers[word] for word in _NEVER]] = -np.inf
        if not kept:
            logs[:, vocabulary.numbers[END]] = -np.inf
        logs += np.array([[one.log_probability] for one in alive])
        best = np.argsort(-logs, axis=None, kind="stable")[:width]
        rows, words = np.unravel_index(best, logs.shape)
        longer = [
            (Beginning((*alive[b].words, vocabulary.words[w]), float(logs[b, w])), b)
            for b, w in zip(rows, words, strict=True)
        ]
        kept.append(tuple(one for one, _ in longer))
        ended += [one for one, _ in longer if one.ended]
        going = [(one, b) for one, b in longer if not one.ended]
        top = max((one.log_probability for one in ended), default=-np.inf)
        if not going or going[0][0].log_probability <= top:
            break
        alive, chosen = [one for one, _ in going], [b for _, b in going]
        h, c = trace.h[0][chosen], trace.c[0][chosen]
    found = max(ended or alive, key=lambda one: one.log_probability)
    told = [vocabulary.numbers[word] for word in (START, *found.words[:-1])]
    trace, outputs, weights = steps(chat, np.array(told), state, looks_at)
    return Said(found.words, trace, softmax(outputs), weights, tuple(kept), found.log_probability)


def answer(chat: Chat, vocabulary: Vocabulary, heard: Heard, width: int = 1) -> Said:
    """The reply to a line."""
    states = heard.trace.h if chat.attends else None
    return say(chat, vocabulary, (heard.h, heard.c), states, width)


def steps(
    chat: Chat, numbers: Indices, state: tuple[Array, Array], looks_at: Array | None
) -> tuple[Trace, Array, Array | None]:
    """The decoder told these words (K,) or (K, B): its run, its outputs, where it looked (K, T)."""
    trace = chat.decoder.run(chat.embedding[numbers], *state)
    if chat.attention is None or looks_at is None:
        return trace, chat.head.run(trace.h), None
    h = trace.h if trace.batched else trace.h[:, np.newaxis]
    states = np.broadcast_to(looks_at[:, np.newaxis], (len(looks_at), *h.shape[1:]))
    looked = chat.attention.run(h, states, np.ones(states.shape[:2], bool))
    outputs = chat.head.run(looked.read)
    if trace.batched:
        return trace, outputs, None
    return trace, outputs[:, 0], looked.weights[..., 0]
