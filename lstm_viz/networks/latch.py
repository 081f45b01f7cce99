"""A latch: c becomes 1 when its word comes, and stays exactly 1.

    z_f =  40 + 80·x            x = 0: open. x = −1: z_f = −40, shut, and the bit is let go.
    z_i = −40 + 80·x − k·h      x = 1 and not set (h = 0): z_i = 40, open.
                                x = 1 and set (h = tanh 1 = 0.76): z_i = 40 − 0.76·k, shut.
    z_g =  40                   what is written is 1
    z_o =  40                   what is held is shown: h = tanh(c)

So c = 1·0 + 1·1 = 1 at the first sight of the word, c = 1·1 + 0·1 = 1 at every later one.

The feedback −k·h must outweigh the word that comes again: −40 + 80·x − k·tanh 1 ≤ −40, that is
k ≥ 80·x / tanh 1. With words x is 1 and k = 80 / 0.7616 + a margin = 158; with larger numbers in
the inputs k grows with the largest, or a 5 would be written twice.
"""

import math
from functools import partial

from lstm_viz.cells import LSTM
from lstm_viz.inputs import Inputs
from lstm_viz.networks.hand_set import OPEN_ON_ONE, SURE, Row, hand_set, labels
from lstm_viz.networks.network import Network


def feedback(inputs: Inputs) -> float:
    """k: how strongly a set unit (h = tanh 1) keeps its own input gate shut."""
    largest = max(1.0, float(inputs.x.max()))
    return math.ceil((2 * SURE * largest + SURE) / math.tanh(1))


def build(inputs: Inputs, hidden_size: int, seed: int) -> LSTM:
    return hand_set(
        inputs,
        hidden_size,
        i=Row(x=OPEN_ON_ONE.x, h=-feedback(inputs), bias=OPEN_ON_ONE.bias),
        f=Row(x=2 * SURE, bias=SURE),
    )


LATCH = Network(
    id="latch",
    title="Latch",
    teaches="With the forget gate open and the input gate shut, the cell state keeps a bit "
    "unchanged for as long as you like.",
    build=build,
    unit_labels=partial(labels, "holds"),
)
