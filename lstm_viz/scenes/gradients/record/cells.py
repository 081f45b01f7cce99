"""The three cells: with random weights that match, or as a training left them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import cycle, islice

import numpy as np

from lstm_viz.cells import GRU, LSTM, RNN
from lstm_viz.inputs import Inputs, parse
from lstm_viz.networks import basket
from lstm_viz.networks.network import CellOf
from lstm_viz.scenes.gradients.record.settings import OPEN, Settings
from lstm_viz.tasks.basket import PICKS, QUESTIONS, WORDS, columns, sentence
from lstm_viz.trace import Array

INPUT_SCALE = 0.5
"""The weights of x are drawn with this deviation, times the gain."""
CELLS = ("RNN", "GRU", "LSTM")
KEEPS = {GRU: ("z", "bias_ih"), LSTM: ("f", "bias")}
"""The gate of a cell that keeps, and the parameter with its bias."""
TRAINED = {"RNN": basket.RNN, "LSTM": basket.LSTM}
ASKED = 0
"""The fruit that the trained networks are asked for: apples."""


@dataclass(frozen=True, eq=False)
class Setup:
    """What is run: the sequence x (T, I), the cells by name, and ∂loss/∂h_T of each, of length 1.

    ``first`` is the early step whose weight change is looked at.
    """

    tokens: tuple[str, ...]
    x: Array
    first: int
    cells: Mapping[str, CellOf]
    asks: Mapping[str, Array]


def setup(settings: Settings) -> Setup:
    """Raises ``InputError`` if the text cannot be read."""
    return _trained(settings.length) if settings.network == "trained" else _random(settings)


def read(settings: Settings) -> Inputs:
    """The text as the reader wrote it."""
    return parse(settings.kind, settings.text)


def _random(settings: Settings) -> Setup:
    inputs = read(settings)
    tokens = tuple(islice(cycle(inputs.tokens), settings.length))
    x = inputs.x[np.arange(settings.length) % len(inputs.x)]
    x = x / max(1.0, float(np.sqrt(np.mean(np.sum(x**2, axis=1)))))
    cells = random_cells(settings, x.shape[1])
    ask = _direction(np.random.default_rng([settings.seed, 1]), settings.hidden_size)
    return Setup(tokens, x, 0, cells, dict.fromkeys(CELLS, ask))


def random_cells(settings: Settings, input_size: int) -> dict[str, CellOf]:
    """The candidate of the GRU and that of the LSTM have the RNN’s weights, and the gates that
    keep those of each other, as the gates that take in or let out do."""
    rng, size = np.random.default_rng(settings.seed), settings.hidden_size
    of_h, of_x = {}, {}
    for part in ("candidate", "keeps", "takes", "shows"):
        of_h[part] = settings.gain * orthogonal(rng, size)
        of_x[part] = settings.gain * INPUT_SCALE * rng.normal(size=(size, input_size))
    zero = np.zeros(size)
    keeps = zero + settings.bias

    def gru(values: Mapping[str, Array]) -> Array:
        return GRU.stack(r=values["takes"], z=values["keeps"], n=values["candidate"])

    def lstm(values: Mapping[str, Array]) -> Array:
        return LSTM.stack(
            i=values["takes"], f=values["keeps"], g=values["candidate"], o=values["shows"]
        )

    return {
        "RNN": RNN(of_x["candidate"], of_h["candidate"], zero),
        "GRU": GRU(gru(of_x), gru(of_h), GRU.stack(r=zero, z=keeps, n=zero), np.zeros(3 * size)),
        "LSTM": LSTM(lstm(of_x), lstm(of_h), LSTM.stack(i=zero, f=keeps, g=zero, o=zero)),
    }


def orthogonal(rng: np.random.Generator, size: int) -> Array:
    """A random matrix (H, H) that leaves every length as it is."""
    q, r = np.linalg.qr(rng.normal(size=(size, size)))
    return np.asarray(q * np.sign(np.diag(r)))


def _direction(rng: np.random.Generator, size: int) -> Array:
    vector = rng.normal(size=size)
    return np.asarray(vector / np.linalg.norm(vector))


def _trained(length: int) -> Setup:
    """An apple is picked, Mia sings for the rest, and it is asked for."""
    idle = max(0, (length - 4) // 3)
    told = (PICKS[ASKED], *["sings"] * idle)
    words = [word for one in told for word in sentence(one)] + [QUESTIONS[ASKED]]
    x = np.eye(len(WORDS))[columns([words])[:, 0]]
    cells, asks = {}, {}
    for name, file in TRAINED.items():
        model = basket.model(file)
        cells[name] = _in_float64(model.layers[0])
        row = model.head.weight[ASKED].astype(np.float64)
        asks[name] = row / np.linalg.norm(row)
    return Setup(tuple(words), x, words.index(PICKS[ASKED]), cells, asks)


def _in_float64(cell: CellOf) -> CellOf:
    return type(cell)(**{n: a.astype(np.float64) for n, a in cell.parameters.items()})


def wide_open(cell: CellOf) -> CellOf:
    """The same cell with the bias of the gate that keeps at ``OPEN``; an RNN has no such gate."""
    if isinstance(cell, RNN):
        return cell
    gate, name = KEEPS[type(cell)]
    bias = np.array(cell.parameters[name])
    bias[cell.rows(gate)] = OPEN
    return type(cell)(**{**cell.parameters, name: bias})
