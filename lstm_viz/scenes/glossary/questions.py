"""Statements to judge before the answer is shown: what people believe, among things that are so."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.lesson.misconceptions import misconception


@dataclass(frozen=True)
class Statement:
    """``because`` is one sentence: what is so; ``scene`` is the id of the scene that shows it."""

    id: str
    text: str
    so: bool
    because: str
    scene: str


def _belief(id: str) -> Statement:
    found = misconception(id)
    return Statement(id, found.belief, False, found.so, found.scene)


def _fact(id: str, text: str, because: str, scene: str) -> Statement:
    return Statement(id, text, True, because, scene)


STATEMENTS: tuple[Statement, ...] = (
    _belief("forget-one-forgets"),
    _fact(
        "written-can-be-negative",
        "What is written into the cell state can be negative.",
        "The candidate lies between −1 and 1, and the input gate only scales it.",
        "input-gate",
    ),
    _belief("gate-looks-at-c"),
    _belief("c-is-bounded"),
    _fact(
        "kept-unchanged",
        "With f = 1 and i = 0 a value of the cell state passes a step unchanged.",
        "All of the old value is kept and nothing is added to it.",
        "cell-state",
    ),
    _belief("output-gate-empties"),
    _fact(
        "same-word-other-gates",
        "The same word can open the gates differently the second time.",
        "The gates are computed from the word and from the hidden state, which is another by then.",
        "all-together",
    ),
    _fact(
        "h-is-bounded",
        "However large the cell state is, the hidden state stays between −1 and 1.",
        "It is a share of tanh(c), and tanh gives nothing beyond −1 and 1.",
        "output-gate",
    ),
    _belief("gates-in-turn"),
    _belief("tanh-cures-vanishing"),
    _fact(
        "four-times-the-parameters",
        "An LSTM has four times the parameters of a plain RNN with the same sizes.",
        "The three gates and the candidate each have weights and a bias the size of the plain "
        "RNN’s.",
        "costs",
    ),
    _belief("gates-sum-to-one"),
)
