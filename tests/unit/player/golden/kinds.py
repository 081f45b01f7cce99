"""A film of every kind, small: what golden frames are made of and checked with."""

import numpy as np

from lstm_viz import GRU, LSTM, RNN
from lstm_viz.figures.components import components
from lstm_viz.figures.film import film
from lstm_viz.lesson.phone_call.story import PHONE_CALL
from lstm_viz.lesson.start.run import run as start
from lstm_viz.lesson.together import run as together
from lstm_viz.networks import NETWORKS
from lstm_viz.trace import Trace
from lstm_viz.ui.story_run import film_of, run
from tests.unit.player.test_units import LETTERS, network

TOKENS = ["<b>", "$ink", "{f}"]


def as_sent(trace):
    """A run whose values arrive in the browser as they are."""
    arrays = {name: array.astype("f4") for name, array in trace.arrays.items()}
    return Trace(trace.table, arrays, trace.clamped)


def cell(kind, rows, biases, **options):
    """A run of three steps of a cell with three units and two inputs."""
    rng = np.random.default_rng(1)
    arrays = [rng.normal(0, 1, (rows, size)) for size in (2, 3)]
    made = kind(*arrays, *(rng.normal(0, 0.5, rows) for _ in range(biases)))
    return film(as_sent(made.run(rng.normal(0, 2, (3, 2)), **options)), tokens=TOKENS)


def unrolled():
    told = together.run("again")
    return film(as_sent(told.trace), tokens=told.inputs.tokens, columns=told.inputs.columns)


def call(held=None):
    return film_of(PHONE_CALL, as_sent(run(PHONE_CALL, NETWORKS["call"], held)[2]), held)


def at_start():
    shown = start()
    return components(shown.step, token=shown.token, columns=shown.inputs.columns)


def big():
    """(a run of 40 units, its weights, its tokens, columns, chosen units)."""
    trace, weights, tokens = network(hidden=40, steps=4)
    return as_sent(trace), weights, tokens, LETTERS, (5, 0, 30)


CELLS = {
    "lstm": lambda: cell(LSTM, 12, 1, c0=[2.0, -1.0, 0.5]),
    "held": lambda: cell(LSTM, 12, 1, clamp={"f": 0.5, "g": -1.0}),
    "gru": lambda: cell(GRU, 9, 2),
    "rnn": lambda: cell(RNN, 3, 1),
    "call": call,
    "call held": lambda: call(2),
    "start": at_start,
}
"""Whole films; beside them there are the row of ``unrolled`` and the few units of ``big``."""


def some(story):
    """(step, stage) of a few frames: every stage once, and the last frame."""
    places = list(story.positions())
    stages = len(story.stages)
    return sorted(
        {(k % len(story.trace), k) for k in range(stages - 1)} | {(0, stages - 1), places[-1]}
    )
