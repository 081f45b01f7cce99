"""The forget gate at work: the story of the basket, and the sentences of it that are looked at."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.lesson.basket import Basket, read

LOOKED_AT = (2, 3, 6)
"""Sentences (from 0) at which something is there to be kept: another fruit comes, nothing happens,
the basket is emptied."""
EMPTIED = 6


@dataclass(frozen=True, eq=False)
class ForgetRun:
    """The story as read by the network, with the forget gate in view."""

    basket: Basket

    def open_elsewhere(self) -> float:
        """The least that any unit's forget gate is open at any other word of the story."""
        f = self.basket.trace.f
        others = [t for t in range(len(f)) if t != self.basket.at[EMPTIED]]
        return float(f[others].min())


def run() -> ForgetRun:
    return ForgetRun(read())
