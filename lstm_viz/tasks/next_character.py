"""Next character: read a text, and after each character say how likely each is to come next."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.learn.forward import State
from lstm_viz.learn.losses import cross_entropy
from lstm_viz.learn.model import Model
from lstm_viz.tasks.alphabet import Alphabet, visible
from lstm_viz.tasks.ngrams import learned
from lstm_viz.tasks.sentences import sentences
from lstm_viz.tasks.task import Examples, Outputs, Task
from lstm_viz.tasks.windows import SHORTEST, Indices, window_starts, windows

LONGEST, USUAL = 200, 40
HELD_OUT = 0.1
PIECE = 500  # characters that are run at a time: what a record of them takes in memory


@dataclass(frozen=True, eq=False)
class Corpus:
    """A text in two parts: training and, at its end, held out. Indices (T,) into the alphabet."""

    alphabet: Alphabet
    training: Indices
    held_out: Indices

    @classmethod
    def of(
        cls, text: str, *, alphabet: Alphabet | None = None, held_out: float = HELD_OUT
    ) -> "Corpus":
        """The last share `held_out` of the characters is held out.

        Without an alphabet, it is every character of the text: of both parts, so that no network
        or n-gram model meets a character that it has no output for.
        """
        if not 0 < held_out < 1:
            raise ValueError(f"held_out must be between 0 and 1, got {held_out}")
        known = Alphabet.of(text) if alphabet is None else alphabet
        indices = known.encode(text).indices
        cut = round(len(indices) * (1 - held_out))
        if min(cut, len(indices) - cut) < SHORTEST:
            raise ValueError(f"the text is too short to hold a part out, got {len(indices)}")
        return cls(known, indices[:cut], indices[cut:])


def bits_per_character(outputs: Outputs, examples: Examples) -> float:
    """Mean surprise, −log₂ of the probability given to what came."""
    nats = cross_entropy(outputs, examples.targets, examples.mask).value
    return float(nats / np.log(2))


def bits_of_text(model: Model, alphabet: Alphabet, indices: Indices) -> float:
    """Bits per character of a text read from the zero state on in one go.

    Every character from the second on is predicted, each with all of the text before it, as
    `NGram.bits_per_character` counts.
    """
    if len(indices) < SHORTEST:
        raise ValueError(f"a text must have at least {SHORTEST} characters, got {len(indices)}")
    state: State | None = None
    nats = 0.0
    for start in range(0, len(indices) - 1, PIECE):
        read = indices[start : start + PIECE][: len(indices) - 1 - start]
        following = indices[start + 1 : start + 1 + len(read)]
        forward = model.run(alphabet.one_hot(read), state)
        state = forward.state
        nats += cross_entropy(forward.outputs, following).value * len(read)
    return float(nats / (len(indices) - 1) / np.log(2))


def ngram_bits(corpus: Corpus, order: int, size: int, after: str | None = None) -> float:
    """Bits per character of an n-gram model on all held-out stretches of `size` characters.

    At the beginning of a stretch it knows what comes before, which a network does not.
    """
    model = learned(corpus.training, len(corpus.alphabet), order)
    places = window_starts(corpus.alphabet, corpus.held_out, size, after)
    up_to = np.concatenate([[0.0], model.surprise(corpus.held_out).cumsum()])
    return float((up_to[places + size + 1] - up_to[places + 1]).mean() / size)


def next_character(
    corpus: Corpus,
    *,
    title: str,
    source: str,
    good_enough: float,
    shortest: int = SHORTEST,
    longest: int = LONGEST,
    after: str | None = None,
) -> Task:
    """The task on a text of one's own; training and `test_examples` draw from its two parts.

    Stretches come from anywhere in the text; with `after`, they begin behind this character: with
    "\\n", each begins with a line, and nothing is asked for that hangs on what was not read.

    The score is the share of log₂ A bits that is saved: 1 − bits per character / log₂ A, for an
    alphabet of A; 0 is to guess blindly (or worse), 1 to know every character.
    """
    alphabet = corpus.alphabet
    names = tuple(visible(character) for character in alphabet.characters)
    blind = float(np.log2(len(alphabet)))

    def saved(bits: float) -> float:
        return max(0.0, 1 - bits / blind)

    def examples(count: int, rng: np.random.Generator, size: int) -> Examples:
        return windows(alphabet, corpus.training, count, rng, size, shortest=shortest, after=after)

    def held_out(count: int, rng: np.random.Generator, size: int) -> Examples:
        return windows(alphabet, corpus.held_out, count, rng, size, shortest=shortest, after=after)

    def score(outputs: Outputs, examples: Examples) -> float:
        return saved(bits_per_character(outputs, examples))

    @cache
    def chance(size: int) -> float:
        """Of the bigram model, which knows the current character alone, on the held-out part."""
        return saved(ngram_bits(corpus, 2, size, after))

    return Task(
        id="next-character",
        title=title,
        asks="It reads a text, and after each character it must say how likely each character is "
        "to come next.",
        source=source,
        inputs=names,
        outputs=names,
        loss="cross_entropy",
        sizes=(shortest, longest, min(USUAL, longest)),
        size_name="length",
        examples=examples,
        held_out=held_out,
        score=score,
        scores=f"share saved of the {blind:.2f} bits that a blind guess takes for a character",
        chance=chance,
        good_enough=good_enough,
    )


MADE_UP = Corpus.of(sentences(50_000, np.random.default_rng(0)))
"""The sentences that the task reads."""

NEXT_CHARACTER = next_character(
    MADE_UP,
    title="Next character",
    source="Ours, on made-up sentences whose verbs agree with a noun some words before; the task "
    "as in Sutskever, Martens & Hinton 2011 and many since.",
    good_enough=0.9,  # a trigram gets 0.81
    shortest=10,  # all begin with “the ”, which needs no memory
    after="\n",
)
