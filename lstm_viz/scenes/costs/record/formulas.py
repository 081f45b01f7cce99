"""What a step of an RNN, a GRU and an LSTM costs, by formula: the scene "What it costs".

H is the hidden size, I the input size. Parameters are the sizes of the cells' arrays (the GRU keeps
two biases, the others one), multiply-adds are those of W·x + U·h, one a weight and step.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lstm_viz.signals import GRU_SIGNALS, LSTM_SIGNALS, Signal, gates, signal

Kind = Literal["RNN", "GRU", "LSTM"]
KINDS: tuple[Kind, ...] = ("RNN", "GRU", "LSTM")

DTYPE = "float64"
"""What the cells of this scene compute in."""


@dataclass(frozen=True)
class AffineMap:
    """One affine map of a cell, W·x + U·h + b: H numbers."""

    label: str
    color: str
    """A role of ``figures/style.py``, or "" for the signals of the GRU, which have none."""


def _maps(table: tuple[Signal, ...], *, coloured: bool) -> tuple[AffineMap, ...]:
    """One a gate."""
    made = (signal(table, name) for name in gates(table))
    return tuple(AffineMap(gate.label, gate.color if coloured else "") for gate in made)


MAPS: Mapping[Kind, tuple[AffineMap, ...]] = {
    "RNN": (AffineMap("one map", "h"),),
    "GRU": _maps(GRU_SIGNALS, coloured=False),
    "LSTM": _maps(LSTM_SIGNALS, coloured=True),
}
BIASES: Mapping[Kind, int] = {"RNN": 1, "GRU": 2, "LSTM": 1}
"""Biases a map: the GRU's reset gate scales one of its two, so they cannot be summed."""


@dataclass(frozen=True)
class AmountByMap:
    """An amount, map by map, and what belongs to no map."""

    maps: tuple[float, ...]
    rest: float


@dataclass(frozen=True)
class Cost:
    """A cell of a size, and how long a step of it was measured to take, in seconds."""

    kind: Kind
    hidden_size: int
    input_size: int
    seconds: float

    @property
    def maps(self) -> int:
        return len(MAPS[self.kind])

    @property
    def parameters(self) -> int:
        return parameters(self.kind, self.hidden_size, self.input_size)

    @property
    def multiply_adds(self) -> int:
        """Of one step."""
        return self.maps * self.hidden_size * (self.input_size + self.hidden_size)

    def parts(self, measure: str) -> AmountByMap:
        """ "hidden_size", "parameters", "multiply_adds" or "seconds", split by map."""
        none = (0.0,) * self.maps
        if measure in ("hidden_size", "seconds"):
            return AmountByMap(none, float(getattr(self, measure)))
        return AmountByMap((getattr(self, measure) / self.maps,) * self.maps, 0.0)


@dataclass(frozen=True)
class Costs:
    """The three cells twice, in the order of ``KINDS``, and how they were timed.

    ``same_size`` have the LSTM's hidden size, ``same_parameters`` the hidden sizes with which their
    parameters are as near to the LSTM's as whole units allow.
    """

    same_size: tuple[Cost, Cost, Cost]
    same_parameters: tuple[Cost, Cost, Cost]
    steps: int
    """The length of the sequence that was timed."""
    runs: int
    """Of each cell; its time is that of the fastest."""

    @property
    def lstm(self) -> Cost:
        return self.same_size[2]

    @property
    def compared(self) -> tuple[tuple[Cost, Cost, Cost], ...]:
        """The steps of the scene."""
        return (self.same_size, self.same_parameters)

    def ratio(self, kind: Kind, measure: str, *, same: int = 0) -> float:
        """How many times the RNN's amount; ``same`` is 0 for the hidden size, 1 for parameters."""
        cells = self.compared[same]
        return float(getattr(cells[KINDS.index(kind)], measure) / getattr(cells[0], measure))


def parameters(kind: Kind, hidden_size: int, input_size: int) -> int:
    """maps · H · (I + H + biases)."""
    return len(MAPS[kind]) * hidden_size * (input_size + hidden_size + BIASES[kind])


def pytorch_parameters(kind: Kind, hidden_size: int, input_size: int) -> int:
    """What PyTorch counts, which keeps two biases a map in every cell."""
    return len(MAPS[kind]) * hidden_size * (input_size + hidden_size + 2)


def nearest_size(kind: Kind, wanted: int, input_size: int) -> int:
    """The hidden size with which a cell's parameters are nearest to ``wanted``.

    maps · H · (I + H + biases) = wanted is solved for H and tried rounded both ways.
    """
    other = input_size + BIASES[kind]
    exact = (-other + math.sqrt(other**2 + 4 * wanted / len(MAPS[kind]))) / 2
    tried = (max(1, math.floor(exact)), max(1, math.ceil(exact)))
    return min(tried, key=lambda size: abs(parameters(kind, size, input_size) - wanted))


def sizes(hidden_size: int, input_size: int) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """The hidden sizes of RNN, GRU and LSTM: with the same one, with the same parameters."""
    wanted = parameters("LSTM", hidden_size, input_size)
    rnn, gru = (nearest_size(kind, wanted, input_size) for kind in ("RNN", "GRU"))
    return (hidden_size,) * 3, (rnn, gru, hidden_size)
