"""A trained network that reads brackets and counts how deep it is.

Made by `python -m lstm_viz.networks make brackets` (see `recipes/brackets.py`).

It counts "(" and ")" and does not mind their order: after ")(" it takes everything for closed.
"""

import json
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.cells import LSTM
from lstm_viz.inputs import BRACKET_COLUMNS, Inputs
from lstm_viz.learn import softmax
from lstm_viz.networks.network import Network
from lstm_viz.networks.stored import load
from lstm_viz.tasks.bracket_strings import ALL_CLOSED
from lstm_viz.trace import Trace

COUNTING_UNIT = 0  # "unit 1" on screen
HIDDEN_SIZE = 3


@dataclass(frozen=True)
class Score:
    """How it does on strings of one kind.

    `per_step`, `per_string`: the share of steps, and of whole strings, answered rightly. Most steps
    have a bracket open, so always saying so would be right for 1 − `closed_share` of them; hence
    `per_closed_step`, the share answered rightly among steps at which all are closed.
    `correlation` is that of the counting unit's c with the depth over all steps of all strings,
    `deepest` the greatest depth that came up.
    """

    strings: int
    per_step: float
    per_string: float
    per_closed_step: float
    closed_share: float
    correlation: float
    deepest: int


def scores() -> dict[str, Score]:
    """By the name of the kind of strings, as measured when the network was made."""
    measured = json.loads(load("brackets").metadata["scores"])
    return {name: Score(**score) for name, score in measured.items()}


def build(inputs: Inputs, hidden_size: int, seed: int) -> LSTM:
    """The shipped LSTM; `hidden_size` must be the trained one, and the seed makes no difference."""
    if inputs.columns != BRACKET_COLUMNS:
        raise ValueError(f"columns must be {BRACKET_COLUMNS}, got {inputs.columns}")
    if hidden_size != HIDDEN_SIZE:
        raise ValueError(f"hidden_size must be {HIDDEN_SIZE}, as trained, got {hidden_size}")
    (cell,) = load("brackets").model.layers
    assert isinstance(cell, LSTM)
    return cell


# What each unit was found to do after training; the tests check it on the shipped weights.
UNIT_LABELS = ("counts the depth", "“(” since the last “)”, fading", "the last character only")


def unit_labels(inputs: Inputs, hidden_size: int) -> tuple[str, ...]:
    return UNIT_LABELS[:hidden_size]


def closed_probability(trace: Trace) -> NDArray[np.floating[Any]]:
    """How likely the network holds it after each step that every bracket is closed: (T,) or (T, B).

    Reads `trace.h` with the shipped read-out, so a run with edited weights or clamped gates shows
    what the edit does to the answer.
    """
    return np.asarray(softmax(load("brackets").model.head.run(trace.h))[..., ALL_CLOSED])


def answers(trace: Trace) -> tuple[str, ...]:
    """The read-out after each step, in words."""
    return tuple(f"all closed: {share:.0%}" for share in closed_probability(trace))


def about() -> str:
    """How the network was made and how well it does, from the metadata of its file."""
    made, by_strings = load("brackets").metadata, scores()
    shortest, longest = json.loads(made["settings"])["lengths"]
    rows = "\n".join(
        f"| {name} | {score.per_step:.2%} | {score.per_string:.1%} | {score.per_closed_step:.2%} "
        f"| {score.correlation:.6f} | {score.deepest} |"
        for name, score in by_strings.items()
    )
    strings = next(iter(by_strings.values())).strings
    return (
        f"Trained with this project's own `backward`, {int(made['steps']):,} steps of Adam on "
        f"strings of {shortest} to {longest} characters. After each character it was asked only "
        "whether all brackets are closed, some are open or too many were closed; never for the "
        f"depth. Measured on {strings:,} random strings a row when it was made with "
        f"`{made['made_by']}`:\n\n"
        "| strings | right answers | strings without a mistake | right where all are closed "
        "| correlation of c of unit 1 with the depth | deepest |\n|---|---|---|---|---|---|\n"
        f"{rows}\n\n"
        "It counts and does not mind the order: after `)(` it takes everything for closed."
    )


BRACKETS = Network(
    id="brackets",
    title="Bracket depth (trained)",
    teaches="Asked only whether all brackets are closed, a trained LSTM finds by itself that a "
    "cell state can count the depth.",
    reads=("brackets",),
    hidden_sizes=(HIDDEN_SIZE, HIDDEN_SIZE),
    default_hidden=HIDDEN_SIZE,
    build=build,
    unit_labels=unit_labels,
    answers=answers,
    about=about,
)
