"""The story of the scene: a basket that is filled, emptied, and filled again."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.basket import Basket, read

STORY = (
    "picks an apple",
    "picks a pear",
    "picks an apple",
    "waits",
    "empties the basket",
    "picks a pear",
    "sings",
    "how many apples?",
)
WAITS, EMPTIES, SINGS, ASKED = 3, 4, 6, 7
"""Sentences of it, from 0."""


def run() -> Basket:
    return read(STORY)


def open_elsewhere(basket: Basket) -> float:
    """The least that any unit's forget gate is open at every other word of the story."""
    return float(np.delete(basket.trace.f, basket.at[EMPTIES], axis=0).min())
