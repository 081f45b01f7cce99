"""What is asked about σ."""

from __future__ import annotations

from lstm_viz.lesson.question import Choice, Option, Question
from lstm_viz.notation import number
from lstm_viz.scenes.squashing.record.sigmoid import SHOWN
from lstm_viz.scenes.squashing.words.sigmoid import product

SHUT, ZERO, OPEN = range(len(SHOWN))
"""The places of the gates near 0, at z = 0 and near 1."""

SIGMOID_QUESTIONS: tuple[Question, ...] = (
    Choice(
        id="sigma-of-zero",
        t=ZERO,
        stage=0,
        ask="Next comes a word that this network has no weights for, so z = 0. What is σ(0)?",
        options=(
            Option("0", lambda run: run[ZERO].gate < 0.25, "sigmoid-zero-is-zero"),
            Option("½", lambda run: 0.25 <= run[ZERO].gate <= 0.75),
            Option("1", lambda run: run[ZERO].gate > 0.75),
        ),
        because=lambda run: (
            f"σ(0) = 1 / (1 + e⁰) = {number(run[ZERO].gate)}: half of the state will go."
        ),
    ),
    Choice(
        id="open-gate",
        t=OPEN,
        stage=0,
        ask="The next forget gate is close to 1. How much of the cell state will stay?",
        options=(
            Option("Almost nothing", lambda run: run[OPEN].gate < 0.1, "forget-one-forgets"),
            Option("About half", lambda run: 0.1 <= run[OPEN].gate <= 0.9),
            Option("Almost all of it", lambda run: run[OPEN].gate > 0.9),
        ),
        because=lambda run: f"{product(run[OPEN])}: a forget gate near 1 keeps.",
    ),
)
