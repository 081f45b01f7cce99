"""How each number of a step follows from those before it, and what misconceptions make of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from lstm_viz.cells.activations import squashed
from lstm_viz.notation import number, read_number
from lstm_viz.signals import LSTM_SIGNALS, gates, signal
from lstm_viz.trace import Array

STEPS = ("z_f", "f", "z_i", "i", "z_g", "g", "c", "z_o", "o", "h")
"""In the order in which they are asked for."""
GATES = gates(LSTM_SIGNALS)
Values = Mapping[str, Array]


@dataclass(frozen=True, eq=False)
class Given:
    """What a step starts from: the states, and by gate the parts of its sum."""

    h: Array
    c: Array
    wx: Values
    """W·x"""
    uh: Values
    """U·h"""
    uc: Values
    """U·c, which is in no sum"""
    b: Values


@dataclass(frozen=True, eq=False)
class Slip:
    """What somebody gets who believes something else."""

    believes: str
    value: Array


def follows(given: Given, step: str, values: Values) -> Array:
    """A number of the step from those before it."""
    if step.startswith("z_"):
        gate = step[2:]
        return given.wx[gate] + given.uh[gate] + given.b[gate]
    if step in GATES:
        return squashed(signal(LSTM_SIGNALS, step).activation, values[f"z_{step}"])
    if step == "c":
        return values["f"] * given.c + values["i"] * values["g"]
    return values["o"] * np.tanh(values["c"])


def rounded_between(given: Given, step: str, values: Values) -> Array:
    """The same, where its parts too are rounded to two decimals before they are put together."""
    if step.startswith("z_"):
        gate = step[2:]
        return _rounded(given.wx[gate]) + _rounded(given.uh[gate]) + _rounded(given.b[gate])
    if step == "c":
        return _rounded(values["f"] * given.c) + _rounded(values["i"] * values["g"])
    if step == "h":
        return values["o"] * _rounded(np.tanh(values["c"]))
    return follows(given, step, values)


def _rounded(values: Array) -> Array:
    return np.array([read_number(number(value)) for value in values])


def slips(given: Given, step: str, values: Values) -> Iterator[Slip]:
    """The wrong numbers that misconceptions give."""
    if step.startswith("z_"):
        gate = step[2:]
        wx, uh, b = given.wx[gate], given.uh[gate], given.b[gate]
        yield Slip("bias-left-out", wx + uh)
        yield Slip("gate-sees-x-alone", wx + b)
        yield Slip("gate-looks-at-c", wx + given.uc[gate] + b)
    elif step in GATES:
        yield from _of_a_gate(step, values)
    elif step == "c":
        yield from _of_the_state(given, values)
    else:
        c, o = values["c"], values["o"]
        yield from (Slip("h-is-c", value) for value in (c, o * c, np.tanh(c)))


def _of_a_gate(gate: str, values: Values) -> Iterator[Slip]:
    z = values[f"z_{gate}"]
    yield Slip("gate-is-its-sum", z)
    if gate == "g":
        yield Slip("tanh-makes-gates", squashed("sigmoid", z))
        return
    yield Slip("tanh-makes-gates", np.tanh(z))
    yield Slip("gate-is-a-switch", np.where(z > 0, 1.0, 0.0))
    if gate == "f":
        yield Slip("forget-one-forgets", 1 - squashed("sigmoid", z))
    elif gate == "i":
        yield Slip("gates-sum-to-one", 1 - values["f"])


def _of_the_state(given: Given, values: Values) -> Iterator[Slip]:
    f, i, g = (values[name] for name in "fig")
    yield Slip("forget-one-forgets", (1 - f) * given.c + i * g)
    yield Slip("write-replaces", i * g)
    yield Slip("keep-is-all", f * given.c)
    yield Slip("input-gate-is-input", f * given.c + i)
    yield Slip("gates-sum-to-one", f * given.c + (1 - f) * g)
    yield Slip("h-is-c", f * given.h + i * g)
    yield Slip("c-is-bounded", np.tanh(f * given.c + i * g))
