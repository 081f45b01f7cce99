"""The phone call: a network set by hand in which every unit is a thought and every word a moment.

One-hot words: column k of W is what moment k does to each gate of each thought, read straight from
the tables below.  Gates are written as logits; σ(4) is 0.98, σ(−4) is 0.02.  One feedback weight
makes the story more than a list: what the reader says of the friend's birthday (h) feeds the
thought of what to answer.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from lstm_viz.cells import LSTM
from lstm_viz.inputs import Inputs
from lstm_viz.networks.network import Network

THOUGHTS = ("shopping list", "a song", "the exam", "Ana’s birthday", "Saturday", "what to answer")
MOMENTS = ("thinking", "ring", "hello", "saturday", "think", "speak", "onwards")

# What each moment does to the thoughts, in the order of THOUGHTS.
FORGET: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {
        "thinking": (4, 4, 4, 4, 4, 4),
        "ring": (1.5, 1, 1.5, 3, 4, 4),
        "hello": (-3.2, -4, -2.5, 3.5, 4, 4),
        "saturday": (-2, -2, -2, 3.5, 4, 4),
        "think": (-2, -2, -2, 3.5, 4, 4),
        "speak": (-2, -2, -2, 3.5, 4, 4),
        "onwards": (-2, -2, -2, -1, 3.5, -3.5),
    }
)
INPUT: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {
        "thinking": (3, 2.5, 1.5, 1.5, -4, -4),
        "ring": (-4, -4, -4, -4, -4, -4),
        "hello": (-4, -4, -4, 0.5, -4, -4),
        "saturday": (-4, -4, -4, -4, 3, -1),
        "think": (-4, -4, -4, -4, -2, 3),
        "speak": (-4, -4, -4, -4, -4, -2),
        "onwards": (-4, -4, -4, -4, -4, -4),
    }
)
OUTPUT: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {
        "thinking": (-3, -1, -3, -3, -4, -4),
        "ring": (-3, -3, -3, -3, -4, -4),
        "hello": (-4, -4, -4, -1.5, -4, -4),
        "saturday": (-4, -4, -4, -2, -3, -3),
        "think": (-4, -4, -4, 0.5, -1, -3),
        "speak": (-4, -4, -4, 1, 1, 4),
        "onwards": (-4, -4, -4, -3, -1, -3),
    }
)
CANDIDATE = (1.1, 1.0, 0.9, 1.0, 1.2, 1.3)
"""What would be written: the thought itself, whatever the moment."""
FROM_BIRTHDAY = 1.5
"""weight_hh from what is said of Ana’s birthday to the input gate of what to answer."""

Floats = NDArray[np.float64]


def build(inputs: Inputs, hidden_size: int, seed: int) -> LSTM:
    """The network for these words; one that is no moment of the call adds nothing to any gate."""
    units = len(THOUGHTS)
    if hidden_size != units:
        raise ValueError(f"hidden_size must be {units}, a unit a thought, got {hidden_size}")
    words = [column.casefold() for column in inputs.columns]

    def columns(table: Mapping[str, tuple[float, ...]]) -> Floats:
        return np.array([table.get(word, (0.0,) * units) for word in words]).T

    whatever, none, zero = np.zeros((units, len(words))), np.zeros((units, units)), np.zeros(units)
    answer = none.copy()
    answer[THOUGHTS.index("what to answer"), THOUGHTS.index("Ana’s birthday")] = FROM_BIRTHDAY
    return LSTM(
        LSTM.stack(i=columns(INPUT), f=columns(FORGET), g=whatever, o=columns(OUTPUT)),
        LSTM.stack(i=answer, f=none, g=none, o=none),
        LSTM.stack(i=zero, f=zero, g=CANDIDATE, o=zero),
    )


def unit_labels(inputs: Inputs, hidden_size: int) -> tuple[str, ...]:
    return THOUGHTS[:hidden_size]


CALL = Network(
    id="call",
    title="The phone call",
    teaches="Every unit is a thought and every word a moment of a phone call: the gates put "
    "thoughts aside, take new ones in and say some of them.",
    reads=("sentence",),
    hidden_sizes=(len(THOUGHTS), len(THOUGHTS)),
    default_hidden=len(THOUGHTS),
    build=build,
    unit_labels=unit_labels,
)
