"""The trained network that says after each bit whether the ones so far are odd."""

from __future__ import annotations

from functools import cache

import numpy as np

from lstm_viz.learn import Forward, Model, State, softmax
from lstm_viz.networks.stored import load
from lstm_viz.tasks.parity import BITS, ODD
from lstm_viz.trace import Array


@cache
def network() -> Model:
    return load("parity").model.astype(np.float64)


def numbers(bits: str) -> Array:
    """(T, 2): a column for each of the two bits."""
    x: Array = np.eye(len(BITS))[[BITS.index(bit) for bit in bits]]
    return x


def read(bits: str, state: State | None = None) -> Forward:
    return network().run(numbers(bits), state)


def odd(run: Forward) -> Array:
    """(T,): the share that "odd" has of the answer after each step."""
    shares: Array = softmax(run.outputs)[:, ODD]
    return shares


def right(bits: str, before: str = "") -> list[bool]:
    """After each of the bits, whether the ones so far are odd; those of ``before`` count."""
    ones = np.cumsum([int(bit) for bit in before + bits])[len(before) :]
    return [bool(count % 2) for count in ones]


def wrong(shares: Array, bits: str, before: str = "") -> int:
    """How many of the answers are not what is right."""
    answers = [bool(share > 0.5) for share in shares]
    return sum(said != so for said, so in zip(answers, right(bits, before), strict=True))
