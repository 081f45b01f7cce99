"""The network that counts Mia's fruit, asked after a story, with a state erased if wanted."""

from __future__ import annotations

import numpy as np

from lstm_viz.networks import basket
from lstm_viz.tasks.basket import PICKS, QUESTIONS, WORDS, sentence

SINGS = 5


def story(apples: int) -> list[str]:
    """So many apples are picked, then Mia sings."""
    deeds = [PICKS[0]] * apples + ["sings"] * SINGS
    return [word for deed in deeds for word in sentence(deed)]


def answer(apples: int) -> float:
    """What it says to "how many apples?" after the story."""
    return _asked(apples, {})


def erased(apples: int, state: str) -> float:
    """The same with ``"h"`` or ``"c"`` set to 0 before the question."""
    return _asked(apples, {state: 0.0})


def _asked(apples: int, scale: dict[str, float]) -> float:
    trace = basket.read(story(apples)).traces[0]
    h, c = (getattr(trace, name)[-1] * scale.get(name, 1.0) for name in ("h", "c"))
    question = np.eye(len(WORDS))[[WORDS.index(QUESTIONS[0])]]
    return float(basket.model().run(question, ((h, c),)).outputs[0, 0])
