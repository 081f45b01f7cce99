"""The story of the scene: what is held is asked for, and then not."""

from __future__ import annotations

from lstm_viz.lesson.basket import Basket, read
from lstm_viz.tasks.basket import PICKS, QUESTIONS

STORY = (
    "picks an apple",
    "picks a pear",
    "picks an apple",
    "how many apples?",
    "sings",
    "how many pears?",
    "empties the basket",
    "how many apples?",
)
ASKED, SINGS, PEARS_ASKED = 3, 4, 5
"""Sentences of it, from 0."""


MANY = 6
"""Apples of a story in which tanh changes more."""


def run() -> Basket:
    return read(STORY)


def many() -> Basket:
    """So many apples are picked, and asked for."""
    return read((*[PICKS[0]] * MANY, QUESTIONS[0]))
