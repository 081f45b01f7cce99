"""Weights set by hand: each unit watches one column of the input, and itself at most.

Gates are to be open or shut, not nearly so. `SURE` = 40 is where float64 stops telling them apart:
σ(40) is exactly 1 and σ(−40) is 4·10⁻¹⁸, too little to change a 1 it is added to.
"""

from dataclasses import dataclass

import numpy as np

from lstm_viz.cells import LSTM
from lstm_viz.inputs import Inputs

SURE = 40.0


@dataclass(frozen=True)
class Row:
    """z = x · (the watched column) + h · (the unit's own last output) + bias, for one gate."""

    x: float = 0.0
    h: float = 0.0
    bias: float = 0.0


ALWAYS = Row(bias=SURE)  # open; and of the candidate, tanh(40), exactly 1
OPEN_ON_ONE = Row(x=2 * SURE, bias=-SURE)  # −40 at x = 0, +40 at x = 1
SHUT_ON_ONE = Row(x=-2 * SURE, bias=SURE)  # +40 at x = 0, −40 at x = 1


def watched_column(unit: int, inputs: Inputs) -> int:
    return unit % len(inputs.columns)


def watched_event(unit: int, inputs: Inputs) -> str:
    """What makes `unit` act, in words."""
    column = inputs.columns[watched_column(unit, inputs)]
    if inputs.kind == "numbers":
        return "a number ≥ 1"
    return f"‘{column}’" if inputs.one_hot else f"{column} ≥ 1"


def labels(verb: str, inputs: Inputs, hidden_size: int) -> tuple[str, ...]:
    return tuple(f"{verb} {watched_event(unit, inputs)}" for unit in range(hidden_size))


def hand_set(inputs: Inputs, hidden_size: int, *, i: Row, f: Row) -> LSTM:
    """The LSTM whose every unit j has these rows, j watching column j mod I: it always writes 1
    where it writes, and shows what it holds."""
    watch = np.zeros((hidden_size, len(inputs.columns)))  # (H, I)
    for unit in range(hidden_size):
        watch[unit, watched_column(unit, inputs)] = 1
    itself = np.eye(hidden_size)  # (H, H)
    rows = {"i": i, "f": f, "g": ALWAYS, "o": ALWAYS}
    return LSTM(
        weight_ih=LSTM.stack(**{gate: row.x * watch for gate, row in rows.items()}),
        weight_hh=LSTM.stack(**{gate: row.h * itself for gate, row in rows.items()}),
        bias=LSTM.stack(**{gate: np.full(hidden_size, row.bias) for gate, row in rows.items()}),
    )
