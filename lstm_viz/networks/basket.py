"""The networks that read Mia's basket, and what was measured of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import numpy as np

from lstm_viz.learn import Forward, Model
from lstm_viz.networks.stored import load
from lstm_viz.tasks.basket import WORDS, columns

LSTM, RNN = "basket", "basket-rnn"


def model(name: str = LSTM) -> Model:
    """The LSTM of two units, or the RNN with as many numbers."""
    return load(name).model


def read(words: Sequence[str], name: str = LSTM) -> Forward:
    """The run of a network on one story; raises ``KeyError`` for a word it does not know."""
    numbers = columns([words])
    x = np.eye(len(WORDS))[numbers[:, 0]]
    return model(name).run(x)


def right_after(name: str = LSTM) -> dict[int, float]:
    """The share of right answers by the number of idle sentences before the question."""
    return _by_gap(json.loads(load(name).metadata["gaps"]))


def right_after_by_seed() -> dict[int, dict[int, float]]:
    """The same for every RNN that was trained; the best of them ships."""
    found = json.loads(load(RNN).metadata["seeds_gaps"])
    return {int(seed): _by_gap(gaps) for seed, gaps in found.items()}


def _by_gap(shares: Mapping[str, float]) -> dict[int, float]:
    return {int(gap): share for gap, share in shares.items()}
