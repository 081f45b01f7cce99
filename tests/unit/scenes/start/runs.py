"""Stories to try what is said on: that of the page, and all kinds of others."""

import numpy as np

from lstm_viz.lesson.word_row import WordRow, word_row
from lstm_viz.networks.basket_text import SENTENCES
from lstm_viz.scenes.start.record.story import MOST, STORY
from lstm_viz.tasks.basket import EATS, EMPTIES, PICKS, QUESTIONS

ROW = word_row(STORY)
OWED = word_row((EATS[1], QUESTIONS[1], PICKS[1], QUESTIONS[1]))
"""Mia eats what is not there."""
MANY = word_row((*[PICKS[0]] * 6, QUESTIONS[0], EMPTIES, QUESTIONS[0]))
"""More of a kind than any story that was trained on had."""


def any_stories(count: int) -> list[WordRow]:
    """Of any sentences in any order, as a reader may put them together."""
    rng = np.random.default_rng(3)
    return [
        word_row(tuple(SENTENCES[k] for k in rng.integers(len(SENTENCES), size=MOST)))
        for _ in range(count)
    ]


ANY = any_stories(30)
EVERY = (ROW, OWED, MANY, *ANY)
