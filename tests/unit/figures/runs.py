"""Runs to draw: any size, with initial states that are not zero, and values of both signs."""

from typing import Any

import numpy as np

from lstm_viz import GRU, LSTM, RNN, Trace

AWKWARD = ["<b>", "$ink", "&amp;", "🚀", "👩🏽‍🚀", "שלום", "</i>", '"q"', "$", "{f}", "%{x}", ""]
"""What a person may type that looks like markup, like a role of the palette or like a template."""


def cell(hidden_size: int = 3, input_size: int = 2, seed: int = 0) -> LSTM:
    rng = np.random.default_rng(seed)
    return LSTM(
        rng.normal(0, 1.5, (4 * hidden_size, input_size)),
        rng.normal(0, 1.5, (4 * hidden_size, hidden_size)),
        rng.normal(0, 0.5, 4 * hidden_size),
    )


def run(steps: int = 4, hidden_size: int = 3, input_size: int = 2, seed: int = 0) -> Trace:
    rng = np.random.default_rng(seed + 1)
    return cell(hidden_size, input_size, seed).run(
        rng.normal(0, 2, (steps, input_size)),
        rng.uniform(-1, 1, hidden_size),
        rng.normal(0, 2, hidden_size),
    )


def one_hot_run(tokens: int, hidden_size: int = 2) -> Trace:
    return cell(hidden_size, tokens).run(np.eye(tokens))


def gru_run(steps: int = 3, hidden_size: int = 4, input_size: int = 5, **options: Any) -> Trace:
    rng = np.random.default_rng(1)
    rows = 3 * hidden_size
    shapes = ((rows, input_size), (rows, hidden_size), (rows,), (rows,))
    cell = GRU(*(rng.normal(0, 0.7, shape) for shape in shapes))
    x, h = rng.normal(0, 2, (steps, input_size)), rng.uniform(-1, 1, hidden_size)
    return cell.run(x, h, **options)


def rnn_run(steps: int = 3, hidden_size: int = 4, input_size: int = 5) -> Trace:
    rng = np.random.default_rng(1)
    shapes = ((hidden_size, input_size), (hidden_size, hidden_size), (hidden_size,))
    cell = RNN(*(rng.normal(0, 0.7, shape) for shape in shapes))
    return cell.run(rng.normal(0, 2, (steps, input_size)), rng.uniform(-1, 1, hidden_size))
