"""Samples × time × features: a block for the trained network that adds two marked numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.networks.stored import load
from lstm_viz.trace import Array

FEATURES = ("number", "mark")
NUMBERS = ((0.6, -0.3, 0.8, 0.1, -0.5, 0.4), (-0.2, 0.9, 0.3, -0.7, 0.5, 0.1),
           (0.1, -0.8, -0.4, 0.6, 0.2, -0.9))  # fmt: skip
MARKS = ((-1, 1, 1, 0, 0, -1), (-1, 1, 0, 0, 1, -1), (-1, 0, 1, 1, 0, -1))
"""1 at the two numbers to add, −1 at both ends, as the network learned it."""


@dataclass(frozen=True, eq=False)
class Shapes:
    block: Array
    """(B, T, 2): samples × time × features."""
    h: Array
    """(T, H) of the first sample."""
    wanted: Array
    """(B,): half of one plus a quarter of the sum."""
    said: Array
    """(B,): after the last step."""
    refusal: str
    """What the network says of the block with time and features exchanged."""
    misread: Array
    """(T,): what it says after the last "step" of the block read as time × samples × features."""

    @property
    def exchanged(self) -> Array:
        """(2, T): the first sample as it was refused, features for time."""
        first: Array = self.block[0].T
        return first


@cache
def shapes() -> Shapes:
    model = load("adding").model.astype(np.float64)
    block = np.stack([np.array(NUMBERS), np.array(MARKS)], axis=-1)
    run = model.run(block.swapaxes(0, 1))  # this project's networks read time × samples × features
    try:
        model.run(block.transpose(2, 0, 1))
    except ValueError as error:
        refusal = str(error)
    picked = np.where(np.array(MARKS) == 1, np.array(NUMBERS), 0)
    return Shapes(
        block, run.traces[0].h[:, 0], 0.5 + picked.sum(axis=1) / 4, run.outputs[-1, :, 0],
        refusal, model.run(block).outputs[-1, :, 0],
    )  # fmt: skip
