"""Readings of a small network with random weights, for what the browser does with them."""

import numpy as np

from lstm_viz.learn.model import Model
from lstm_viz.reading.read import read
from lstm_viz.tasks.alphabet import Alphabet

ALPHABET = Alphabet(tuple("\n \"&'<>abcdefghijklmnopqrstuvwxyz"))
TEXT = 'who knows & who\nsays <b> "so" é ☃ there'
HIDDEN = 9


def network(seed=3):
    size = len(ALPHABET)
    new = Model.init(
        input_size=size,
        hidden_size=HIDDEN,
        output_size=size,
        rng=np.random.default_rng(seed),
        dtype=np.float64,
    )
    return Model.from_parameters("lstm", {name: 3 * v for name, v in new.parameters.items()})


def reading(text=TEXT):
    return read(network(), ALPHABET, text)
