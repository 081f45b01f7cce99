"""All steps or the last, and what is handed back at the end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.scenes.around.record.parity import odd, read, wrong
from lstm_viz.trace import Array

BITS = "101101"
ON = "0100"
"""What is read afterwards, from the state that was handed back."""


@dataclass(frozen=True, eq=False)
class Steps:
    """``h`` and ``c`` are (T, H), ``odd`` (T,); the rest is of the bits that are read on."""

    h: Array
    c: Array
    odd: Array
    on: Array
    on_exchanged: Array
    """(T,) with h and c exchanged at the start."""
    off: float
    """By how much c is then another after the first step, at most."""
    wrong: int
    """Answers that are then wrong."""
    handed_back: float
    """How far the state that is handed back is from the last step’s h and c."""


@cache
def steps() -> Steps:
    run = read(BITS)
    trace = run.traces[0]
    ((h, c),) = run.state
    on, exchanged = read(ON, ((h, c),)), read(ON, ((c, h),))
    return Steps(
        h=trace.h,
        c=trace.c,
        odd=odd(run),
        on=odd(on),
        on_exchanged=odd(exchanged),
        off=float(np.abs(on.traces[0].c[0] - exchanged.traces[0].c[0]).max()),
        wrong=wrong(odd(exchanged), ON, BITS),
        handed_back=float(max(np.abs(h - trace.h[-1]).max(), np.abs(c - trace.c[-1]).max())),
    )
