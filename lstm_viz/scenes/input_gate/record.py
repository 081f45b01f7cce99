"""The story of the scene: fruit that go into the basket, and an apple that does not."""

from __future__ import annotations

from lstm_viz.lesson.basket import STORY, Basket, read

APPLE, PEAR, SEEN, ASKED = 0, 2, 3, 5
"""Sentences of ``STORY``, from 0: an apple is picked, a pear is; an apple is only seen."""


def run() -> Basket:
    return read(STORY)
