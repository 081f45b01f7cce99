"""When h and c start anew: one sequence at once, in two halves, and another one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.cells import LSTM
from lstm_viz.learn import Forward, cross_entropy
from lstm_viz.scenes.around.record.parity import network, odd, read, right, wrong
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
    gradient: Array
    gradient_cut: Array
    """By h (T, H), of the last answer's loss: through all steps, and in the second run alone."""


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
        gradient=_cell().backward(whole.traces[0], last_loss(whole)).h,
        gradient_cut=_cut(first, second),
    )


def _cut(first: Forward, second: Forward) -> Array:
    """Backwards through each run alone: from the second one, nothing is handed to the first."""
    nothing = np.zeros_like(first.traces[0].h)
    before = _cell().backward(first.traces[0], nothing).h
    after = _cell().backward(second.traces[0], last_loss(second)).h
    return np.concatenate([before, after])


def last_loss(run: Forward) -> Array:
    """d loss/d h (T, H) as the loss of the last answer sees it; the run ends where the bits do."""
    target = np.array([right(FIRST + SECOND)[-1]], dtype=int)
    by_h = np.zeros_like(run.traces[0].h)
    by_h[-1] = cross_entropy(run.outputs[-1:], target).grad[0] @ network().head.weight
    return by_h


def _cell() -> LSTM:
    (cell,) = network().layers
    assert isinstance(cell, LSTM)
    return cell
