"""What a training is, in full: the same settings train the same network, number by number."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

CELLS = ("lstm", "gru", "rnn")
MOST_UNITS = 32
LEARNING_RATES = (0.0003, 0.001, 0.003, 0.01, 0.02, 0.05)
FORGET_BIASES = (-2.0, 6.0)
MOST_SEED = 9999
STEPS = (50, 5000)
BATCH_SIZE = 32
"""Sequences a step."""


@dataclass(frozen=True)
class Settings:
    """``task`` is a task's id, ``size`` its difficulty (a length, a depth: ``Task.size_name``).

    ``forget_bias`` is where the LSTM's forget gates begin; the other cells have none and leave it
    out of account.  ``steps`` is the most there will be: a network that is good enough is done.
    """

    task: str
    size: int
    cell: str = "lstm"
    hidden_size: int = 8
    learning_rate: float = 0.01
    forget_bias: float = 1.0
    seed: int = 0
    steps: int = 1000


def settings_in(metadata: Mapping[str, str], *, hidden_size: int) -> Settings:
    """The settings that a stored network tells of, each as near as it can be set here.

    ``metadata`` is checked (``networks.metadata``), but its ``settings`` may be anybody's.
    """
    told = {**_object(metadata.get("settings", "")), "seed": metadata.get("seed", "0")}
    told |= {"steps": metadata.get("steps", told.get("steps"))}
    plain = Settings(metadata["task"], int(metadata["size"]), metadata["cell"])
    return replace(
        plain,
        hidden_size=min(hidden_size, MOST_UNITS),
        learning_rate=min(
            LEARNING_RATES,
            key=lambda rate: abs(rate - _number(told.get("learning_rate"), plain.learning_rate)),
        ),
        forget_bias=_within(told.get("forget_bias"), FORGET_BIASES, plain.forget_bias),
        seed=int(_within(told["seed"], (0, MOST_SEED), plain.seed)),
        steps=int(_within(told["steps"], STEPS, plain.steps)),
    )


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _number(value: Any, otherwise: float) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return otherwise
    return number if abs(number) < 1e15 else otherwise  # so written, NaN is none


def _within(value: Any, bounds: tuple[float, float], otherwise: float) -> float:
    low, high = bounds
    return min(high, max(low, _number(value, otherwise)))
