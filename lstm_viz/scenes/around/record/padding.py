"""What steps that are only padding do to the cell state, with a mask and without."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from lstm_viz.scenes.around.record.parity import network, numbers, odd, read
from lstm_viz.trace import Array

BITS, PADS = "1011", 4
"""The sequence, and how many steps it is short of the longest."""


@dataclass(frozen=True, eq=False)
class Run:
    """c (T, H), and the share of "odd" (T,)."""

    c: Array
    odd: Array


@dataclass(frozen=True, eq=False)
class Padding:
    short: Run
    padded: Run
    masked: Run


@cache
def padding() -> Padding:
    short = read(BITS)
    x = np.concatenate([numbers(BITS), np.zeros((PADS, 2))])
    padded = network().run(x)
    return Padding(
        Run(short.traces[0].c, odd(short)),
        Run(padded.traces[0].c, odd(padded)),
        masked_run(x, np.arange(len(x)) < len(BITS)),
    )


def masked_run(x: Array, real: NDArray[np.bool_]) -> Run:
    """Step by step: one that is not ``real`` (T,) changes nothing; the first one is."""
    last = network().run(x[:1])
    c, shares = [last.traces[0].c[-1]], [odd(last)[-1]]
    for step, counts in zip(x[1:], real[1:], strict=True):
        if counts:
            last = network().run(step[None], last.state)
        c.append(last.traces[0].c[-1])
        shares.append(odd(last)[-1])
    return Run(np.array(c), np.array(shares))
