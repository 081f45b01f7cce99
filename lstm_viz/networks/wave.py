"""A small LSTM that forecasts a wave with noise; it learns in a moment, so it is trained when it is
first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np

from lstm_viz.learn import Batch, Model, train
from lstm_viz.trace import Array

PERIOD = 8
NOISE = 0.1
SEED = 0
UNITS = 8
STEPS = 200
RATE = 0.02
BATCH_SIZE = 16
LENGTH = 24


def wave(steps: int, rng: np.random.Generator, batch: int) -> Array:
    """Sines from anywhere in their period, with noise: (steps, batch, 1)."""
    phase = rng.uniform(0, PERIOD, batch)
    turn = 2 * np.pi * (np.arange(steps)[:, np.newaxis] + phase) / PERIOD
    values: Array = np.sin(turn) + NOISE * rng.normal(size=turn.shape)
    return values[:, :, np.newaxis]


@cache
def model() -> Model:
    """After its training, in float64; the same one every time."""
    rng = np.random.default_rng(SEED)
    found = Model.init(input_size=1, hidden_size=UNITS, output_size=1, rng=rng)
    for progress in train(
        found, _batches(rng), loss="squared_error", steps=STEPS, learning_rate=RATE
    ):
        found = progress.model
    return found.astype(np.float64)


def _batches(rng: np.random.Generator) -> Iterator[Batch]:
    """At every step the next value is wanted."""
    while True:
        x = wave(LENGTH + 1, rng, BATCH_SIZE).astype(np.float32)
        yield Batch(x[:-1], x[1:])


def free_run(given: Array, own: int) -> tuple[Array, Array]:
    """What it reads and what it says: the (N, 1) ``given``, then ``own`` of its own outputs.

    Both (N + own, 1); what is read after the given ones is what was said the step before.
    """
    read = np.asarray(given, dtype=float)
    for _ in range(own):
        said = model().run(read).outputs[-1:]
        read = np.concatenate([read, said])
    return read, model().run(read).outputs
