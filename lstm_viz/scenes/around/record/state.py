"""When h and c start anew: one sequence at once, in two halves, and another one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.scenes.around.record.parity import odd, read, wrong
from lstm_viz.trace import Array

FIRST, SECOND = "1011", "0100"


@dataclass(frozen=True, eq=False)
class Carried:
    """c is (T, H) and ``odd`` (T,) over both halves."""

    whole: Array
    odd: Array
    halves: Array
    """In two runs, the second from the first one's state."""
    fresh: Array
    """What is answered to the second half read from zeros (T/2,)."""
    wrong: int
    """So many of these answers, of those that count the first half, too."""
    wrong_alone: int
    """Answers from the carried state to the second half as a sequence of its own."""


@cache
def carried() -> Carried:
    whole, first = read(FIRST + SECOND), read(FIRST)
    second, fresh = read(SECOND, first.state), read(SECOND)
    return Carried(
        whole=whole.traces[0].c,
        odd=odd(whole),
        halves=np.concatenate([first.traces[0].c, second.traces[0].c]),
        fresh=odd(fresh),
        wrong=wrong(odd(fresh), SECOND, FIRST),
        wrong_alone=wrong(odd(second), SECOND),
    )
