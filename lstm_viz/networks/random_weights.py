"""Random weights: what an untrained network does, with gates that can be told apart.

`LSTM.init` draws from ±1/√H, as is right before training: pre-activations stay near 0 and every
gate near ½ (the forget gate near σ(1) = 0.73). There is nothing to see in that, so the weights are
scaled up to ±`INPUT_SCALE` and ±`HIDDEN_SCALE`/√H. With one-hot words the input then moves a
pre-activation by ±2 (σ from 0.12 to 0.88), and h, whose entries are mostly below ½, by about a
third of that: enough to see that the same word is met differently in a different state. More would
push the gates to 0 and 1. Inputs longer than 1 (numbers, CSV) are scaled back for the same reason.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from lstm_viz.cells import GRU, LSTM, RNN
from lstm_viz.inputs import Inputs
from lstm_viz.networks.network import CellOf, Network

INPUT_SCALE = 2.0
HIDDEN_SCALE = 3.0


def of(kind: type[CellOf]) -> Callable[[Inputs, int, int], CellOf]:
    """What builds a cell of this type with random weights."""

    def build(inputs: Inputs, hidden_size: int, seed: int) -> CellOf:
        rng = np.random.default_rng(seed)
        cell = kind.init(input_size=len(inputs.columns), hidden_size=hidden_size, rng=rng)
        typical_length = float(np.sqrt(np.mean(np.sum(inputs.x**2, axis=1))))
        scale = INPUT_SCALE / max(1.0, typical_length)
        return replace(
            cell,
            weight_ih=cell.weight_ih * np.sqrt(hidden_size) * scale,
            weight_hh=cell.weight_hh * HIDDEN_SCALE,
        )

    return build


def unit_labels(inputs: Inputs, hidden_size: int) -> tuple[str, ...]:
    return ("",) * hidden_size  # nothing to be said of random weights


def _random(id: str, title: str, teaches: str, kind: type[CellOf]) -> Network:
    return Network(
        id=id,
        title=title,
        teaches=teaches,
        seeded=True,
        build=of(kind),
        unit_labels=unit_labels,
        cell=kind,
    )


RANDOM = _random(
    "random",
    "Random weights",
    "Before any training, gates already let through more or less of each input, but what they "
    "keep has no purpose yet.",
    LSTM,
)
RANDOM_GRU = _random(
    "random-gru",
    "Random GRU",
    "A GRU before any training: it has two gates and no cell state, and its update gate mixes "
    "the old hidden state with the candidate.",
    GRU,
)
RANDOM_RNN = _random(
    "random-rnn",
    "Random simple RNN",
    "A simple RNN before any training: it has no gates and no cell state, and every step computes "
    "the whole hidden state anew.",
    RNN,
)
