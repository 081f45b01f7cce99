"""From h to an answer: the head of the trained network that remembers the first symbol."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lstm_viz.learn import softmax
from lstm_viz.networks.stored import load
from lstm_viz.tasks.first_symbol import SYMBOLS
from lstm_viz.trace import Array

READ = "BDACCA"
"""The network reads these letters, and is to name the first one."""


@dataclass(frozen=True, eq=False)
class Answer:
    """After one of the steps: h (H,); the head's weight (O, H) and bias (O,); the rest is (O,)."""

    step: int
    temperature: float
    h: Array
    weight: Array
    bias: Array
    scores: Array
    grown: Array
    """e^score."""
    shares: Array
    heated: Array
    """The shares that e^(score / temperature) has."""

    @property
    def best(self) -> int:
        return int(self.scores.argmax())


def answer_at(step: int, temperature: float) -> Answer:
    """``step`` counts from 0."""
    model = load("first-symbol").model.astype(np.float64)
    run = model.run(np.eye(len(SYMBOLS))[[SYMBOLS.index(letter) for letter in READ]])
    scores = run.outputs[step]
    return Answer(
        step, temperature, run.traces[0].h[step], model.head.weight, model.head.bias, scores,
        np.exp(scores), softmax(scores), softmax(scores / temperature),
    )  # fmt: skip
