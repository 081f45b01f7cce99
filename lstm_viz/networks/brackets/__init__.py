"""A trained network that reads brackets and counts how deep it is.

Made by `python -m lstm_viz.networks.brackets` (see `training.py`); that command writes
`lstm_viz/networks/brackets.npz`, weights and scores together, and `--score` measures them afresh.

It counts "(" and ")" and does not mind their order: after ")(" it takes everything for closed.
"""

from lstm_viz.cells import LSTM
from lstm_viz.inputs import BRACKET_COLUMNS, Inputs
from lstm_viz.networks.brackets.shipped import shipped
from lstm_viz.networks.brackets.strings import ALL_CLOSED
from lstm_viz.networks.brackets.training import COUNTING_UNIT, HIDDEN_SIZE, Floats
from lstm_viz.networks.network import Network
from lstm_viz.trace import Trace

__all__ = [
    "BRACKETS",
    "COUNTING_UNIT",
    "UNIT_LABELS",
    "build",
    "closed_probability",
    "shipped",
    "unit_labels",
]


def build(inputs: Inputs, hidden_size: int, seed: int) -> LSTM:
    """The shipped LSTM; `hidden_size` must be the trained one, and the seed makes no difference."""
    if inputs.columns != BRACKET_COLUMNS:
        raise ValueError(f"columns must be {BRACKET_COLUMNS}, got {inputs.columns}")
    if hidden_size != HIDDEN_SIZE:
        raise ValueError(f"hidden_size must be {HIDDEN_SIZE}, as trained, got {hidden_size}")
    return shipped().reader.cell


# What each unit was found to do after training; the tests check it on the shipped weights.
UNIT_LABELS = ("counts the depth", "“(” since the last “)”, fading", "the last character only")


def unit_labels(inputs: Inputs, hidden_size: int) -> tuple[str, ...]:
    return UNIT_LABELS[:hidden_size]


def closed_probability(trace: Trace) -> Floats:
    """How likely the network holds it after each step that every bracket is closed: (T,) or (T, B).

    Reads `trace.h` with the shipped read-out, so a run with edited weights or clamped gates shows
    what the edit does to the answer.
    """
    return shipped().reader.probabilities(trace)[..., ALL_CLOSED]


def answers(trace: Trace) -> tuple[str, ...]:
    """The read-out after each step, in words."""
    return tuple(f"all closed: {share:.0%}" for share in closed_probability(trace))


def about() -> str:
    """How the network was made and how well it does, from the metadata of its file."""
    made, scores = shipped().made, shipped().scores
    shortest, longest = made["lengths"]
    rows = "\n".join(
        f"| {name} | {score.per_step:.2%} | {score.per_string:.1%} | {score.per_closed_step:.2%} "
        f"| {score.correlation:.6f} | {score.deepest} |"
        for name, score in scores.items()
    )
    strings = next(iter(scores.values())).strings
    return (
        f"Trained with this project's own `backward`, {made['steps']:,} steps of Adam on strings "
        f"of {shortest} to {longest} characters. After each character it was asked only whether "
        "all brackets are closed, some are open or too many were closed; never for the depth. "
        f"Measured on {strings:,} random strings a row with `{made['command']} --score`:\n\n"
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
    seeded=False,
    build=build,
    unit_labels=unit_labels,
    answers=answers,
    about=about,
)
