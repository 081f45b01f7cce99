"""From one sequence to another: a trained network that reads letters, waits, and says them again.

Up to "go" it is an encoder, from there on a decoder: all that passes is h and c.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.learn import softmax
from lstm_viz.networks.stored import load
from lstm_viz.tasks.copying import GO, INPUTS, SYMBOLS, WAIT
from lstm_viz.trace import Array

LETTERS = "BDACA"
WAITS = 10
"""Steps between the last letter and "go", as the network learned it."""


@dataclass(frozen=True, eq=False)
class Between:
    """``said`` and the like are shares (letters of the answer, letters of the alphabet)."""

    letters: Array
    """(T, letters of the alphabet): what is read."""
    h: Array
    c: Array
    """(H,): what is handed over."""
    said: Array
    said_from_zero: Array
    asks: Array
    """(H,): the first h of the decoder."""
    scores: Array
    """(T,): that h times the h at each letter."""
    shares: Array
    """(T,): their softmax, the attention."""
    mixed: Array
    """(H,): the h at the letters, each with its share."""

    def right(self, said: Array) -> int:
        """How many letters are said again rightly."""
        pairs = zip(said.argmax(axis=1), LETTERS, strict=True)
        return sum(SYMBOLS[int(k)] == letter for k, letter in pairs)


@cache
def between() -> Between:
    model = load("copying").model.astype(np.float64)
    read = [SYMBOLS.index(letter) for letter in LETTERS]
    one_hot = np.eye(len(INPUTS))
    encoder = model.run(one_hot[[*read, *[WAIT] * WAITS]])
    asked = one_hot[[GO, *[WAIT] * (len(LETTERS) - 1)]]
    decoder = model.run(asked, encoder.state)
    at_letters = encoder.traces[0].h[: len(LETTERS)]
    asks = decoder.traces[0].h[0]
    scores = at_letters @ asks
    shares = softmax(scores)
    ((h, c),) = encoder.state
    return Between(
        one_hot[read][:, : len(SYMBOLS)], h, c, softmax(decoder.outputs),
        softmax(model.run(asked).outputs), asks, scores, shares, shares @ at_letters,
    )  # fmt: skip
