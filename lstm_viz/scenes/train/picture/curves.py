"""The curves of a training at its checkpoints: how high each stands, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lstm_viz.notation import number, percent
from lstm_viz.scenes.train.record.training_record import TrainingRecord

AVERAGED = 10
"""Steps of training that a loss is averaged over: batches differ."""


@dataclass(frozen=True)
class Curves:
    """By curve, a value for each checkpoint there is: its height from 0 to 1, and its words.

    A height is None where there is no value.
    """

    heights: Mapping[str, tuple[float | None, ...]]
    words: Mapping[str, tuple[str, ...]]


def curves_of(watched: TrainingRecord) -> Curves:
    checkpoints = watched.checkpoints
    losses = np.array([value for _, value in watched.losses])
    shown = [
        float(losses[max(0, c.step - AVERAGED) : c.step].mean()) if c.step and len(losses) else None
        for c in checkpoints
    ]
    top = max((value for value in shown if value is not None), default=1.0)
    heights: dict[str, tuple[float | None, ...]] = {
        "score": tuple(c.score for c in checkpoints),
        "loss": tuple(None if value is None else value / top for value in shown),
    }
    words = {
        "score": tuple(
            f"score: <b>{percent(c.score)}</b> on sequences it never saw" for c in checkpoints
        ),
        "loss": tuple(
            "loss: none before the first step"
            if value is None
            else f"loss: <b>{number(value)}</b> (drawn as a share of {number(top)})"
            for value in shown
        ),
    }
    if watched.opened:  # how it was trained is not in the file
        del heights["loss"], words["loss"]
    if watched.settings.cell == "lstm":
        gates = tuple(float(c.trace.f.mean()) for c in checkpoints)
        heights["f"] = gates
        words["f"] = tuple(f"forget gate: <b>{number(gate)}</b> open, on average" for gate in gates)
    return Curves(heights, words)
