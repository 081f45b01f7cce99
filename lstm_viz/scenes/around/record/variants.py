"""Variants of the cell, each in one plain loop over the steps.

Those of the LSTM run the trained parity network’s weights, the GRU has random ones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.cells import GRU, LSTM
from lstm_viz.learn import softmax
from lstm_viz.scenes.around.record.parity import network, numbers, wrong
from lstm_viz.tasks.parity import ODD
from lstm_viz.trace import Array

BITS = "10110"
PEEPHOLE = 1.0
"""The weight of every peephole."""
SEED, UNITS = 0, 2
Squash = Callable[[Array], Array]


def sigmoid(z: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-z)))


def hard_sigmoid(z: Array) -> Array:
    """Straight from 0 at −3 to 1 at 3, as PyTorch and Keras 3 have it."""
    return np.asarray(np.clip(z / 6 + 0.5, 0, 1))


def lstm(
    cell: LSTM, x: Array, *, peephole: float = 0, coupled: bool = False, squash: Squash = sigmoid
) -> dict[str, Array]:
    """f, i, o, c and h, each (T, H)."""
    h = c = np.zeros(cell.hidden_size)
    steps = []
    for x_t in x:
        z = cell.weight_ih @ x_t + cell.weight_hh @ h + cell.bias
        f = squash(z[cell.rows("f")] + peephole * c)
        i = 1 - f if coupled else squash(z[cell.rows("i")] + peephole * c)
        c = f * c + i * np.tanh(z[cell.rows("g")])
        o = squash(z[cell.rows("o")] + peephole * c)  # this one looks at the new c
        h = o * np.tanh(c)
        steps.append((f, i, o, c, h))
    return dict(zip("fioch", map(np.array, zip(*steps, strict=True)), strict=True))


def gru(cell: GRU, x: Array, *, before: bool) -> dict[str, Array]:
    """r, n and h, each (T, H); ``before``: the reset gate scales h before U does."""
    h = np.zeros(cell.hidden_size)
    steps = []
    for x_t in x:
        of_x = cell.weight_ih @ x_t + cell.bias_ih
        of_h = cell.weight_hh @ h + cell.bias_hh
        r, z = (sigmoid((of_x + of_h)[cell.rows(gate)]) for gate in "rz")
        rows = cell.rows("n")
        reset = cell.weight_hh[rows] @ (r * h) + cell.bias_hh[rows] if before else r * of_h[rows]
        n = np.tanh(of_x[rows] + reset)
        h = z * h + (1 - z) * n
        steps.append((r, n, h))
    return dict(zip("rnh", map(np.array, zip(*steps, strict=True)), strict=True))


@dataclass(frozen=True, eq=False)
class Variant:
    """The signals of both runs by name; ``wrong`` answers of the variant, if it has a head."""

    id: str
    plain: dict[str, Array]
    varied: dict[str, Array]
    wrong: int | None

    def off(self, signal: str) -> float:
        """By how much they differ, at most."""
        return float(np.abs(self.plain[signal] - self.varied[signal]).max())


@cache
def variant(id: str) -> Variant:
    """One of ``words.variants.VARIANTS``."""
    x = numbers(BITS)
    if id == "reset":
        cell = GRU.init(input_size=2, hidden_size=UNITS, rng=np.random.default_rng(SEED))
        return Variant(id, gru(cell, x, before=False), gru(cell, x, before=True), None)
    trained = network().layers[0]
    assert isinstance(trained, LSTM)
    runs = {
        "peephole": lambda: lstm(trained, x, peephole=PEEPHOLE),
        "coupled": lambda: lstm(trained, x, coupled=True),
        "hard": lambda: lstm(trained, x, squash=hard_sigmoid),
    }
    varied = runs[id]()
    shares = softmax(network().head.run(varied["h"]))[:, ODD]
    return Variant(id, lstm(trained, x), varied, wrong(shares, BITS))
