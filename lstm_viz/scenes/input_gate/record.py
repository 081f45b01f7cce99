"""The story of the scene: fruit that go into the basket, and an apple that does not."""

from __future__ import annotations

from lstm_viz.lesson.basket import STORY, Basket, read
from lstm_viz.tasks.basket import EATS, QUESTIONS

APPLE, PEAR, SEEN, ASKED, EATEN = 0, 2, 3, 5, 6
"""Sentences of ``STORY``, from 0: an apple is picked, a pear is; an apple is only
seen; and of ``EATING``: one is eaten."""
EATING = (*STORY[:EATEN], EATS[0], QUESTIONS[0])


def run() -> Basket:
    return read(STORY)


def eating() -> Basket:
    """The same story, but at the end Mia eats an apple."""
    return read(EATING)
